import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { Avatar } from "@/components/ui/avatar";
import { DayOf, useReader } from "@/components/ui/date";
import { Link } from "@/components/ui/link";
import { Panel, PanelHeader } from "@/components/ui/panel";
import { Row } from "@/components/ui/row";
import { dayOf, daysAfter, formatDay } from "@/lib/dates/format";
import { createFollowUpAction, deleteFollowUpAction } from "@/lib/follow-ups/actions";
import { firstName } from "@/lib/invitations/note";
import type { Accepted } from "@/lib/invitations/outgoing/schema";

/** Who accepted lately: a connection nobody writes to is one of three thousand. Each with a first step for a week from now. */
export function AcceptedPanel({ accepted }: { accepted: Accepted[] }) {
  const t = useTranslations("invitations.outgoing.accepted");
  if (accepted.length === 0) return null;
  return (
    <Panel aria-labelledby="accepted" className="mb-[18px]">
      <PanelHeader id="accepted" title={t("title")} />
      {accepted.map((one) => (
        <AcceptedRow key={one.id} {...one} />
      ))}
    </Panel>
  );
}

function AcceptedRow({ id, contactId, fullName, answeredAt, goal }: Accepted) {
  const t = useTranslations("invitations.outgoing.accepted");
  const reader = useReader();
  const dueOn = daysAfter(dayOf(reader.now, reader.timeZone), 7);
  const day = formatDay(dueOn, reader);
  const name = firstName(fullName) ?? fullName;
  const title = goal ? t("titleGoal", { name, goal: goal.slice(0, 200) }) : t("titlePlain", { name });
  return (
    <Row
      className="flex-wrap"
      lead={<Avatar name={fullName} />}
      title={
        <Link href={`/contacts/${contactId}`} className="hover:underline">
          {fullName}
        </Link>
      }
      detail={t.rich("on", { day: () => <DayOf moment={answeredAt} near /> })}
      why={<span className="whitespace-normal">{title}</span>}
    >
      <ActionButton
        action={createFollowUpAction}
        // The first follow-up of this invitation: pressed twice, it is written once.
        fields={{ id, contactId, title, dueOn }}
        done={t("done", { title })}
        undo={{ action: deleteFollowUpAction, fields: { id } }}
        aria-label={t("buttonFor", { day, name: fullName })}
      >
        {t("button", { day })}
      </ActionButton>
    </Row>
  );
}
