import { useTranslations } from "next-intl";
import { DayOf } from "@/components/ui/date";
import { Link } from "@/components/ui/link";
import { Panel, PanelHeader } from "@/components/ui/panel";
import { Row } from "@/components/ui/row";
import type { Introduction } from "@/lib/introductions/schema";
import { DeleteIntroduction } from "./delete-introduction";

/** The latest introductions, who and whom. */
export function IntroductionList({ introductions }: { introductions: Introduction[] }) {
  const t = useTranslations("introductions.list");
  return (
    <Panel aria-labelledby="introductions">
      <PanelHeader id="introductions" title={t("title")} note={introductions.length || undefined} />
      {introductions.length === 0 ? (
        <p className="max-w-[60ch] px-4 pb-4 text-dim">{t("empty")}</p>
      ) : (
        <ul>
          {introductions.map((introduction) => (
            <li key={introduction.id}>
              <IntroductionRow introduction={introduction} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function IntroductionRow({ introduction }: { introduction: Introduction }) {
  const t = useTranslations("introductions.list");
  const { direction, first, second, occurredAt, note } = introduction;
  return (
    <Row
      title={
        <span className="font-normal">
          {t.rich(direction, {
            first: () => <Person person={first} />,
            second: () => (second ? <Person person={second} /> : t("gone")),
          })}
        </span>
      }
      why={
        <>
          <DayOf moment={occurredAt} />
          {note && <> · {note}</>}
        </>
      }
    >
      <DeleteIntroduction introduction={introduction} />
    </Row>
  );
}

function Person({ person: { id, fullName } }: { person: { id: string; fullName: string } }) {
  return (
    <Link href={`/contacts/${id}`} className="font-medium hover:underline">
      {fullName}
    </Link>
  );
}
