import { useTranslations } from "next-intl";
import { FollowUpMenu } from "@/components/follow-ups/follow-up-menu";
import { ActionButton } from "@/components/ui/action-button";
import { Avatar } from "@/components/ui/avatar";
import { Day, useReader } from "@/components/ui/date";
import { Row } from "@/components/ui/row";
import { dayOf } from "@/lib/dates/format";
import { completeFollowUpAction, reopenFollowUpAction } from "@/lib/follow-ups/actions";
import type { FollowUp } from "@/lib/follow-ups/schema";
import { Lane } from "./lane";
import { PersonLink } from "./person-link";

export function FollowUpsLane({ count, items }: { count: number; items: FollowUp[] }) {
  const t = useTranslations("today.followUps");
  const { now, timeZone } = useReader();
  const today = dayOf(now, timeZone);
  return (
    <Lane name="followUps" count={count}>
      {items.map((followUp) => {
        const { id, contactId, contactName, title, dueOn } = followUp;
        return (
          <Row
            key={id}
            lead={<Avatar name={contactName} />}
            title={title}
            detail={<PersonLink href={`/contacts/${contactId}`}>{contactName}</PersonLink>}
            why={t.rich(dueOn < today ? "overdue" : "due", { day: () => <Day day={dueOn} near={dueOn >= today} /> })}
          >
            <ActionButton
              action={completeFollowUpAction}
              fields={{ id }}
              done={t("doneSaid", { title })}
              undo={{ action: reopenFollowUpAction, fields: { id } }}
              aria-label={`${t("done")}: ${title}`}
            >
              {t("done")}
            </ActionButton>
            <FollowUpMenu followUp={followUp} />
          </Row>
        );
      })}
    </Lane>
  );
}
