import type { useTranslations } from "next-intl";
import { DayOf, useReader } from "@/components/ui/date";
import type { ConnectionSummary } from "@/lib/connections/schema";
import { listInWords } from "@/lib/i18n/list";
import { rules } from "@/lib/strength/schema";
import type { RowWords } from "./words";

/** What to know first about a connection, in a sentence. */
export function ReasonText({
  connection: { reason, concern, lapsed, met },
  words: { reasons: t, held },
}: {
  connection: Pick<ConnectionSummary, "reason" | "concern" | "lapsed" | "met">;
  words: RowWords;
}) {
  const { locale } = useReader();
  switch (reason) {
    case "concern":
      return t("concern", { claim: concern ?? "none" });
    case "lapsed":
      return lapsed && t.rich(`lapsed.${lapsed.rule}`, { day: () => <DayOf moment={lapsed.at} /> });
    case "missing": {
      const missing = rules.filter((rule) => !met.includes(rule)).map((rule) => held[rule]);
      return t("missing", { rules: listInWords(missing, locale) });
    }
    default:
      return t(reason);
  }
}

/** The same as a reason to remove them, for the owner to put into other words; empty where there is none. */
export function prefillOf(
  { reason, concern }: Pick<ConnectionSummary, "reason" | "concern">,
  t: ReturnType<typeof useTranslations<"connections.removing.prefill">>,
): string {
  return reason === "concern" ? t("concern", { claim: concern ?? "none" }) : t(reason);
}
