import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { ConfirmStep } from "@/components/ui/confirm-step";
import { removeSampleAction } from "@/lib/sample/actions";

/** Wherever the sample people are among others: that they are made up, and the way to be rid of them. */
export function SampleNotice({ people }: { people: number }) {
  const t = useTranslations("sample");
  if (people === 0) return null;
  return (
    <section
      aria-labelledby="sample"
      className="mb-[18px] flex flex-wrap items-start justify-between gap-x-6 gap-y-3 rounded-control border border-line bg-soft px-4 py-3"
    >
      <div className="min-w-0 flex-1 basis-64">
        <h2 id="sample" className="font-bold text-body">
          {t("title")}
        </h2>
        <p className="text-dim">{t("notice", { people })}</p>
      </div>
      <ConfirmStep label={t("remove")} title={t("sure", { people })} text={t("sureText")}>
        <ActionButton action={removeSampleAction} fields={{}} done={t("removed")} variant="danger">
          {t("confirm")}
        </ActionButton>
      </ConfirmStep>
    </section>
  );
}
