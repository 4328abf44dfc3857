import { useTranslations } from "next-intl";
import { Remark } from "@/components/ui/remark";
import type { RestoreOutcome as Outcome } from "@/lib/restore/schema";

/** How bringing everything back went. */
export function RestoreOutcome({ outcome }: { outcome: Outcome }) {
  const t = useTranslations("exports.restore");
  if ("restored" in outcome) return <Remark>{t("done", { contacts: outcome.restored })}</Remark>;
  const { restore, table = "", column = "", ...numbers } = outcome;
  return (
    <p role="alert" className="rounded-control bg-blocked-bg px-3 py-2 font-medium text-blocked">
      {t(`problems.${restore}`, { table, column, ...numbers })} {t("nothingWritten")}
    </p>
  );
}
