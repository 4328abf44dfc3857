import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Avatar } from "@/components/ui/avatar";
import { Panel, PanelHeader } from "@/components/ui/panel";
import { Row } from "@/components/ui/row";

type Person = { key: string; fullName: string; sent: number; contactId: string | null };

/** People of a file of messages, those written to most first. `linked`: they are contacts by now. */
export async function NewPeople({
  people,
  total,
  title,
  linked = false,
}: {
  people: Person[];
  total: number;
  title: string;
  linked?: boolean;
}) {
  const t = await getTranslations("imports.samples");
  if (people.length === 0) return null;
  return (
    <Panel aria-labelledby="new-people">
      <PanelHeader id="new-people" title={title} note={t("count", { count: total })} />
      {people.map(({ key, fullName, sent, contactId }) => (
        <Row
          key={key}
          lead={<Avatar name={fullName} />}
          title={linked && contactId ? <Link href={`/contacts/${contactId}`}>{fullName}</Link> : fullName}
          why={t("newPeopleSent", { sent })}
        />
      ))}
      {total > people.length && (
        <p className="border-line border-t px-4 py-2 text-faint text-small">
          {t("more", { count: total - people.length })}
        </p>
      )}
    </Panel>
  );
}
