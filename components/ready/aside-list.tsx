import { CircleSlash } from "lucide-react";
import { useTranslations } from "next-intl";
import { VerdictPill } from "@/components/contacts/verdict-pill";
import { ActionButton } from "@/components/ui/action-button";
import { Avatar } from "@/components/ui/avatar";
import { DayOf } from "@/components/ui/date";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { Panel } from "@/components/ui/panel";
import { Row } from "@/components/ui/row";
import { aboutContact } from "@/lib/contacts/about";
import { asideAgainAction, putBackAction } from "@/lib/ready/aside/actions";
import type { SetAside } from "@/lib/strength/schema";

/** Whom the owner left out of the queue, until when or why, each with the way back. */
export function AsideList({ people, count }: { people: SetAside[]; count: number }) {
  const t = useTranslations("ready.aside");
  if (people.length === 0) {
    return (
      <Panel>
        <EmptyState icon={CircleSlash} title={t("none")} text={t("noneText")} />
      </Panel>
    );
  }
  return (
    <>
      <Panel aria-label={t("label")} className="[&>*:first-child]:border-t-0">
        {people.map((person) => (
          <AsideRow key={person.contactId} {...person} />
        ))}
      </Panel>
      {count > people.length && <p className="mt-3 text-dim text-small">{t("latest", { count: people.length })}</p>}
    </>
  );
}

function AsideRow(person: SetAside) {
  const t = useTranslations("ready.aside");
  const { contactId, fullName, until, reason, verdict } = person;
  return (
    <Row
      className="flex-wrap"
      lead={<Avatar name={fullName} />}
      title={
        <Link href={`/contacts/${contactId}`} className="hover:underline">
          {fullName}
        </Link>
      }
      detail={aboutContact(person)}
      why={
        <span className="whitespace-normal">
          {until ? t.rich("until", { day: () => <DayOf moment={until} /> }) : t("forGood", { reason: reason ?? "" })}
        </span>
      }
    >
      {verdict !== "READY" && <VerdictPill verdict={verdict} />}
      <ActionButton
        action={putBackAction}
        fields={{ contactId }}
        done={t("back", { name: fullName })}
        undo={{ action: asideAgainAction, fields: { contactId, until: until ?? "", reason: reason ?? "" } }}
        aria-label={`${t("putBack")}: ${fullName}`}
      >
        {t("putBack")}
      </ActionButton>
    </Row>
  );
}
