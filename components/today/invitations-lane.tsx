import { useTranslations } from "next-intl";
import { VerdictPill } from "@/components/contacts/verdict-pill";
import { Avatar } from "@/components/ui/avatar";
import { DayOf } from "@/components/ui/date";
import { Row } from "@/components/ui/row";
import type { InvitationSummary } from "@/lib/invitations/schema";
import { Lane } from "./lane";
import { PersonLink } from "./person-link";

export function InvitationsLane({ count, items }: { count: number; items: InvitationSummary[] }) {
  const t = useTranslations("today.invitations");
  const common = useTranslations("common");
  return (
    <Lane name="invitations" count={count} open={{ href: "/invitations", text: t("open") }}>
      {items.map(({ id, at, note, status, contact }) => (
        <Row
          key={id}
          lead={<Avatar name={contact.fullName} />}
          title={<PersonLink href={`/invitations?card=${id}`}>{contact.fullName}</PersonLink>}
          detail={status === "ASKED" ? t("replied") : t.rich("invited", { day: () => <DayOf moment={at} near /> })}
          why={note ? common("quoted", { text: note }) : t("noMessage")}
        >
          {contact.verdict && <VerdictPill verdict={contact.verdict} />}
        </Row>
      ))}
    </Lane>
  );
}
