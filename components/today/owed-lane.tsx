import { useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import { ButtonLink } from "@/components/ui/button";
import { Day } from "@/components/ui/date";
import { Row } from "@/components/ui/row";
import type { LedgerLine } from "@/lib/recommendations/schema";
import { Lane } from "./lane";
import { PersonLink } from "./person-link";

export function OwedLane({ lines, limit = 3 }: { lines: LedgerLine[]; limit?: number }) {
  const t = useTranslations("today.owed");
  const all = useTranslations("today");
  return (
    <Lane name="owed" count={lines.length} open={{ href: "/recommendations", text: all("all") }}>
      {lines.slice(0, limit).map(({ contact, giving, givingDue, givingWork, lastReceived }) => (
        <Row
          key={contact.id}
          lead={<Avatar name={contact.fullName} />}
          title={<PersonLink href={`/contacts/${contact.id}`}>{contact.fullName}</PersonLink>}
          detail={
            lastReceived && !giving ? t.rich("wrote", { day: () => <Day day={lastReceived} near /> }) : t("writing")
          }
          why={
            <>
              {givingDue && t.rich("due", { day: () => <Day day={givingDue} near /> })}
              {givingDue && givingWork && " · "}
              {givingWork}
            </>
          }
        >
          <ButtonLink
            size="small"
            href={giving ? `/recommendations/${giving}` : `/recommendations?contact=${contact.id}&direction=GIVEN`}
            aria-label={`${t("write")}: ${contact.fullName}`}
          >
            {t("write")}
          </ButtonLink>
        </Row>
      ))}
    </Lane>
  );
}
