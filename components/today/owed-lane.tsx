import { useTranslations } from "next-intl";
import { LaterChoices } from "@/components/recommendations/later-choices";
import type { LaterDays } from "@/components/recommendations/later-days";
import { Avatar } from "@/components/ui/avatar";
import { ButtonLink } from "@/components/ui/button";
import { Day } from "@/components/ui/date";
import { Row } from "@/components/ui/row";
import type { LedgerLine, Promised } from "@/lib/recommendations/schema";
import { Lane } from "./lane";
import { PersonLink } from "./person-link";

export function OwedLane({ count, items, later }: { count: number; items: LedgerLine[]; later: LaterDays }) {
  const t = useTranslations("today.owed");
  const all = useTranslations("today");
  const menu = useTranslations("recommendations.later");
  return (
    <Lane name="owed" count={count} open={{ href: "/recommendations/ledger", text: all("all") }}>
      {items.map(({ contact, giving, lastReceived }) => (
        <Row
          key={contact.id}
          lead={<Avatar name={contact.fullName} />}
          title={<PersonLink href={`/contacts/${contact.id}`}>{contact.fullName}</PersonLink>}
          detail={
            lastReceived && !giving ? t.rich("wrote", { day: () => <Day day={lastReceived} near /> }) : t("writing")
          }
          why={giving && <Due promised={giving} />}
        >
          {giving && <LaterChoices item={giving} name={contact.fullName} days={later} inRow t={menu} />}
          <ButtonLink
            size="small"
            href={giving ? `/recommendations/${giving.id}` : `/recommendations?contact=${contact.id}&direction=GIVEN`}
            aria-label={`${t("write")}: ${contact.fullName}`}
          >
            {t("write")}
          </ButtonLink>
        </Row>
      ))}
    </Lane>
  );
}

function Due({ promised: { dueOn, overdue, work } }: { promised: Promised }) {
  const t = useTranslations("today.owed");
  return (
    <>
      {dueOn && (
        <span className={overdue ? "font-medium text-blocked" : undefined}>
          {t.rich(overdue ? "overdue" : "due", { day: () => <Day day={dueOn} near={!overdue} /> })}
        </span>
      )}
      {dueOn && work && " · "}
      {work}
    </>
  );
}
