import { useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import { ButtonLink } from "@/components/ui/button";
import { DayOf } from "@/components/ui/date";
import { Link } from "@/components/ui/link";
import { Meter } from "@/components/ui/meter";
import { OpenOutside } from "@/components/ui/open-outside";
import { Panel } from "@/components/ui/panel";
import type { ReadyPerson } from "@/lib/ready/schema";
import { Later } from "./later";
import { ListNews } from "./list-news";
import { NotThisOne } from "./not-this-one";
import { useBriefReasons } from "./reasons";

/** The queue as a list, a page of it: who, why in a line, and what can be done without a note. */
export function ReadyList({
  people,
  count,
  next,
  isFirst,
}: {
  people: ReadyPerson[];
  /** In all, on this page and the others. */
  count: number;
  next: string | null;
  isFirst: boolean;
}) {
  const t = useTranslations("ready.list");
  return (
    <>
      <p className="mb-3 text-dim text-small pointer-coarse:hidden">{t("keys")}</p>
      <Panel aria-label={t("label")}>
        <ListNews
          people={people.map(({ record }) => ({ id: record.id, name: record.fullName }))}
          count={isFirst ? count : null}
        >
          {people.map((person) => (
            <PersonRow key={person.record.id} {...person} />
          ))}
        </ListNews>
      </Panel>
      {(next || !isFirst) && (
        <nav aria-label={t("pages")} className="mt-4 flex gap-2">
          {!isFirst && <ButtonLink href="/ready?view=list">{t("first")}</ButtonLink>}
          {next && <ButtonLink href={`/ready?view=list&after=${next}`}>{t("more")}</ButtonLink>}
        </nav>
      )}
    </>
  );
}

function PersonRow({ item, record }: ReadyPerson) {
  const t = useTranslations("ready");
  const { id, fullName, about, address, draft } = record;
  const why = useBriefReasons(record).join(" · ");
  return (
    <article
      aria-label={fullName}
      className="grid gap-x-3 gap-y-2 border-line border-t px-4 py-3 first:border-t-0 has-[h2_a:focus-visible]:bg-soft sm:grid-cols-[30px_minmax(0,1fr)_auto]"
    >
      <span className="hidden sm:block">
        <Avatar name={fullName} />
      </span>
      <div className="min-w-0">
        <h2 className="text-body">
          <Link href={`/ready?at=${id}`} className="font-medium hover:underline">
            {fullName}
          </Link>
          {about && <span className="text-dim"> · {about}</span>}
        </h2>
        <p className="text-dim text-small">
          {why}
          {item.until !== "forever" && <> · {t.rich("readyUntilDay", { day: () => <DayOf moment={item.until} /> })}</>}
          {draft && <> · {t("list.draft")}</>}
        </p>
      </div>
      <span className="self-start sm:justify-self-end">
        <Meter value={item.strength} label={t("strengthOf", { name: fullName })} />
      </span>
      <div className="flex flex-wrap items-start gap-2 sm:col-span-2 sm:col-start-2">
        <ButtonLink href={`/ready?at=${id}`} size="small">
          {t("list.write")}
        </ButtonLink>
        <Later contact={record} size="small" />
        <NotThisOne contact={record} size="small" />
        {address && (
          <OpenOutside href={address} keyHint="O">
            {t("profile")}
          </OpenOutside>
        )}
      </div>
    </article>
  );
}
