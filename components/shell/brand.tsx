import { getTranslations } from "next-intl/server";

/** The mark and the name. */
export async function Brand() {
  const t = await getTranslations("common");
  return (
    <span className="inline-flex items-center gap-2.5 font-bold text-touch tracking-[-0.01em]">
      <svg aria-hidden="true" viewBox="0 0 20 20" className="size-5">
        <rect width="20" height="20" rx="6" className="fill-accent" />
        <path d="M5.6 6.2 10 14l4.4-7.8" fill="none" strokeWidth="2.4" className="stroke-accent-ink" />
      </svg>
      {t("product")}
    </span>
  );
}
