import { useTranslations } from "next-intl";
import { DayOf, useReader } from "@/components/ui/date";
import type { ConnectionSummary } from "@/lib/connections/schema";
import { listInWords } from "@/lib/i18n/list";
import { rules } from "@/lib/strength/schema";

/** What to know first about a connection, in a sentence. */
export function ReasonText({
  connection: { reason, concern, lapsed, met },
}: {
  connection: Pick<ConnectionSummary, "reason" | "concern" | "lapsed" | "met">;
}) {
  const t = useTranslations("connections.reasons");
  const said = useTranslations("connections.rules");
  const { locale } = useReader();
  switch (reason) {
    case "concern":
      return t("concern", { claim: concern ?? "none" });
    case "lapsed":
      return lapsed && t.rich(`lapsed.${lapsed.rule}`, { day: () => <DayOf moment={lapsed.at} /> });
    case "missing": {
      const missing = rules.filter((rule) => !met.includes(rule)).map((rule) => said(rule));
      return t("missing", { rules: listInWords(missing, locale) });
    }
    default:
      return t(reason);
  }
}

/** The same as a reason to remove them, for the owner to put into other words; empty where there is none. */
export function usePrefill({ reason, concern }: Pick<ConnectionSummary, "reason" | "concern">): string {
  const t = useTranslations("connections.removal.prefill");
  return reason === "concern" ? t("concern", { claim: concern ?? "none" }) : t(reason);
}
