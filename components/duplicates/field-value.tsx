import { useTranslations } from "next-intl";
import { Day, DayOf } from "@/components/ui/date";
import type { Candidate, MergedField } from "@/lib/duplicates/schema";

/** What one of them has in one field, in words. */
export function FieldValue({ field, person }: { field: MergedField; person: Candidate }) {
  const t = useTranslations("duplicates");
  const status = useTranslations("contacts.statuses");
  switch (field) {
    case "connection": {
      const { connectionStatus, connectedOn } = person;
      const words = status(connectionStatus);
      return connectedOn ? (
        <span>{t.rich("connectedSince", { status: words, day: () => <Day day={connectedOn} /> })}</span>
      ) : (
        <span>{words}</span>
      );
    }
    case "doNotConnect":
      return <span>{t(person.doNotConnect ? "yes" : "no")}</span>;
    case "assessment": {
      const { assessment } = person;
      return assessment ? (
        <span className="grid min-w-0">
          <span>{t.rich("reviewed", { day: () => <DayOf moment={assessment.reviewedAt} /> })}</span>
          {assessment.goal && <span className="text-dim text-small">{assessment.goal}</span>}
          {assessment.canSay && <span className="text-dim text-small">{assessment.canSay}</span>}
        </span>
      ) : (
        <Nothing />
      );
    }
    default:
      return person[field] ? <span className="min-w-0 whitespace-pre-line">{person[field]}</span> : <Nothing />;
  }
}

export function Nothing() {
  const t = useTranslations("duplicates");
  return <span className="text-faint">{t("nothing")}</span>;
}
