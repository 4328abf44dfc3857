import { useTranslations } from "next-intl";
import { Day, DayOf } from "@/components/ui/date";
import { Pill } from "@/components/ui/pill";
import type { LastInvitation } from "@/lib/contacts/between/schema";
import type { ContactDetail } from "@/lib/contacts/schema";
import type { Standing } from "@/lib/strength/schema";
import { verdictTones } from "../verdict-pill";

/** The verdict with what it means for this contact, and where an invitation stands. */
export function VerdictSummary({
  standing: { verdict, rulesMet, readyUntil },
  contact: { connectionStatus, connectedOn },
  invitation,
}: {
  standing: Standing;
  contact: ContactDetail;
  invitation: LastInvitation | null;
}) {
  const t = useTranslations("contacts.verdictOf");
  const until = readyUntil !== null && readyUntil !== "forever" ? readyUntil : null;
  return (
    <div className="flex flex-col gap-1 sm:items-end sm:text-right">
      <span>
        <Pill tone={verdictTones[verdict]}>
          {verdict === "READY" && until
            ? t.rich("READY", { day: () => <DayOf moment={until} /> })
            : verdict === "BUILDING"
              ? t("BUILDING", { count: rulesMet })
              : t(verdict === "READY" ? "readyForGood" : verdict)}
        </Pill>
      </span>
      <p className="text-dim text-small empty:hidden">
        {connectionStatus === "CONNECTED" && connectedOn
          ? t.rich("connectedOn", { day: () => <Day day={connectedOn} /> })
          : invitation && t.rich(`invitation.${invitation.status}`, { day: () => <DayOf moment={invitation.at} /> })}
      </p>
    </div>
  );
}
