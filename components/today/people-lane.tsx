import { useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import { DayOf } from "@/components/ui/date";
import { Meter } from "@/components/ui/meter";
import { Row } from "@/components/ui/row";
import type { LaneRow } from "@/lib/strength/schema";
import type { LaneOf } from "@/lib/today/schema";
import { Lane } from "./lane";
import { PersonLink } from "./person-link";

/** Who is about to cool off, or whose evidence is about to run out. */
export function PeopleLane({ name, lane }: { name: "fading" | "lapsing"; lane: LaneOf<LaneRow> }) {
  const t = useTranslations("today");
  return (
    <Lane name={name} count={lane.count} open={{ href: `/contacts?q=soon:${name}`, text: t("all") }}>
      {lane.items.map(({ contactId: id, fullName, lastInteractionAt: last, until, strength }) => (
        <Row
          key={id}
          lead={<Avatar name={fullName} />}
          title={<PersonLink href={`/contacts/${id}`}>{fullName}</PersonLink>}
          detail={last && t.rich("lastContact", { day: () => <DayOf moment={last} near /> })}
          why={until !== "forever" && t.rich(`${name}.until`, { day: () => <DayOf moment={until} /> })}
        >
          <Meter value={strength} label={t("strengthOf", { name: fullName })} />
        </Row>
      ))}
    </Lane>
  );
}
