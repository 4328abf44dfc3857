import { useTranslations } from "next-intl";

/** The mark and the name. */
export function Brand() {
  const t = useTranslations("common");
  return (
    <span className="inline-flex items-center gap-2.5 font-bold text-touch tracking-[-0.01em]">
      <svg aria-hidden="true" viewBox="0 0 32 32" className="size-5">
        <rect width="32" height="32" rx="9" className="fill-accent" />
        <path
          d="M9.5 10 16 22.5 22.5 10"
          fill="none"
          strokeWidth="3.6"
          strokeLinecap="round"
          strokeLinejoin="round"
          className="stroke-accent-ink"
        />
      </svg>
      {t("product")}
    </span>
  );
}
