import { useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import { DayOf } from "@/components/ui/date";
import { Meter } from "@/components/ui/meter";
import { Row } from "@/components/ui/row";
import type { LaneRow } from "@/lib/strength/schema";
import type { LaneOf } from "@/lib/today/schema";
import { Lane } from "./lane";
import { PersonLink } from "./person-link";

/** Whose evidence is about to run out. */
export function LapsingLane({ lane }: { lane: LaneOf<LaneRow> }) {
  const t = useTranslations("today");
  return (
    <Lane name="lapsing" count={lane.count} open={{ href: "/contacts?q=soon:lapsing", text: t("all") }}>
      {lane.items.map(({ contactId: id, fullName, lastInteractionAt: last, until, strength }) => (
        <Row
          key={id}
          lead={<Avatar name={fullName} />}
          title={<PersonLink href={`/contacts/${id}`}>{fullName}</PersonLink>}
          detail={last && t.rich("lastContact", { day: () => <DayOf moment={last} near /> })}
          why={until !== "forever" && t.rich("lapsing.until", { day: () => <DayOf moment={until} /> })}
        >
          <Meter value={strength} label={t("strengthOf", { name: fullName })} />
        </Row>
      ))}
    </Lane>
  );
}
