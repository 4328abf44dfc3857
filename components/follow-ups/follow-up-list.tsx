import { CalendarCheck } from "lucide-react";
import type { Route } from "next";
import { useTranslations } from "next-intl";
import { Day, DayOf, useReader } from "@/components/ui/date";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { Row } from "@/components/ui/row";
import { dayOf } from "@/lib/dates/format";
import type { FollowUp } from "@/lib/follow-ups/schema";
import { DoneButton } from "./done-button";
import { FollowUpMenu } from "./follow-up-menu";

/** Follow-ups with what can be done about each. `withContact` names and links the person, where they differ. */
export function FollowUpList({ followUps, withContact = false }: { followUps: FollowUp[]; withContact?: boolean }) {
  const t = useTranslations("follow-ups");
  if (followUps.length === 0) return <EmptyState icon={CalendarCheck} title={t("none")} text={t("noneText")} />;
  return (
    <ul>
      {followUps.map((followUp) => (
        <li key={followUp.id}>
          <Row
            lead={<DoneButton followUp={followUp} />}
            title={<span className={followUp.doneAt ? "text-dim line-through" : undefined}>{followUp.title}</span>}
            detail={
              withContact && (
                <Link href={`/contacts/${followUp.contactId}` as Route} className="hover:underline">
                  {followUp.contactName}
                </Link>
              )
            }
            why={<When followUp={followUp} />}
          >
            {!followUp.doneAt && <FollowUpMenu followUp={followUp} />}
          </Row>
        </li>
      ))}
    </ul>
  );
}

/** "due 20 Nov", "until 6 Dec" while snoozed, "done yesterday". */
function When({ followUp: { dueOn, snoozedUntil, doneAt } }: { followUp: FollowUp }) {
  const t = useTranslations("follow-ups");
  const { now, timeZone } = useReader();
  if (doneAt) return t.rich("doneOn", { day: () => <DayOf moment={doneAt} near /> });
  const today = dayOf(now, timeZone);
  if (snoozedUntil && snoozedUntil > today) return t.rich("snoozedUntil", { day: () => <Day day={snoozedUntil} /> });
  const due = t.rich("due", { day: () => <Day day={dueOn} near /> });
  return dueOn < today ? <span className="font-medium text-ink">{due}</span> : due;
}
