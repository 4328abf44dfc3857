import { useTranslations } from "next-intl";
import { useBriefReasons } from "@/components/ready/reasons";
import { Avatar } from "@/components/ui/avatar";
import { Meter } from "@/components/ui/meter";
import { Row } from "@/components/ui/row";
import { aboutContact } from "@/lib/contacts/about";
import type { ReadyPerson } from "@/lib/ready/schema";
import { Lane } from "./lane";
import { PersonLink } from "./person-link";

export function ReadyLane({ count, setAside, people }: { count: number; setAside: number; people: ReadyPerson[] }) {
  const t = useTranslations("today.ready");
  return (
    <Lane
      name="ready"
      count={count}
      open={{ href: "/ready", text: t("open") }}
      {...(setAside > 0 && { beside: { href: "/ready?view=aside", text: t("setAside", { count: setAside }) } })}
    >
      {people.map((person) => (
        <ReadyRow key={person.item.contactId} {...person} />
      ))}
    </Lane>
  );
}

function ReadyRow({ item, record }: ReadyPerson) {
  const t = useTranslations("today");
  return (
    <Row
      lead={<Avatar name={item.fullName} />}
      title={<PersonLink href={`/ready?contact=${item.contactId}`}>{item.fullName}</PersonLink>}
      detail={aboutContact(item)}
      why={useBriefReasons(record).join(" · ")}
    >
      <Meter value={item.strength} label={t("strengthOf", { name: item.fullName })} />
    </Row>
  );
}
