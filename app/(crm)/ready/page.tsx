import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Allowances } from "@/components/ready/allowances";
import { AsideList } from "@/components/ready/aside-list";
import { CardView } from "@/components/ready/card-view";
import { NobodyReady } from "@/components/ready/nobody-ready";
import { ReadyList } from "@/components/ready/ready-list";
import { Views } from "@/components/ready/views";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/ui/page-header";
import { ahead } from "@/lib/ahead";
import { allOf } from "@/lib/all-of";
import { requireSignedIn } from "@/lib/auth";
import { askAsOwner, type OwnerId } from "@/lib/db";
import { builtInTemplates, withFieldsOf } from "@/lib/note-templates/built-in";
import { listTemplates } from "@/lib/note-templates/data";
import { getDesk, listDesk } from "@/lib/ready/desk/data";
import { type ReadySearch, readySearch } from "@/lib/ready/schema";
import { listSetAside } from "@/lib/strength/lanes/queue/data";
import { askCounts } from "@/lib/today/ask";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("ready");
  return { title: t("title") };
}

export default async function ReadyPage({ searchParams }: PageProps<"/ready">) {
  const search = readySearch.parse(await searchParams);
  const View = views[search.view];
  return (
    <ClientMessages only={["ready.address", "ready.later", "ready.notThisOne", "ready.note", "ready.voice"]}>
      <View {...search} />
    </ClientMessages>
  );
}

/** What the rail asks for, too. */
const askQueue = (owner: OwnerId) => ahead(askCounts(owner).then(({ queue }) => queue));

const views = { card: OneAtATime, list: AsList, aside: WhomYouSetAside };

async function OneAtATime(search: ReadySearch) {
  const { owner, account } = await requireSignedIn();
  const t = await getTranslations("ready");
  const counts = askQueue(owner);
  const { desk, templates } = await askAsOwner(
    owner,
    (db) =>
      allOf({
        desk: getDesk(db, search, account.timeZone, counts),
        templates: listTemplates(db, builtInTemplates(t)),
      }),
    { snapshot: true, keepsPlans: true },
  );
  const { place, count, setAside } = desk;
  return (
    <>
      <PageHeader title={t("title")} subtitle={desk.card && t("position", { position: place, count })}>
        <Allowances {...desk.allowances} />
      </PageHeader>
      <Views current="card" ready={count} setAside={setAside} />
      <CardView
        desk={desk}
        templates={templates.map((one) => ({ ...one, text: withFieldsOf(t, one.text) }))}
        asked={search.template}
        yourName={account.name}
      />
    </>
  );
}

async function AsList({ after }: ReadySearch) {
  const { owner, account } = await requireSignedIn();
  const counts = askQueue(owner);
  const { people, next, ready, setAside } = await askAsOwner(
    owner,
    (db) => listDesk(db, after, account.timeZone, counts),
    { snapshot: true, keepsPlans: true },
  );
  const t = await getTranslations("ready");
  return (
    <>
      <PageHeader title={t("title")} subtitle={ready > 0 && t("list.count", { count: ready })} />
      <Views current="list" ready={ready} setAside={setAside} />
      {people.length > 0 ? (
        <ReadyList people={people} count={ready} next={next} isFirst={after === undefined} />
      ) : (
        <NobodyReady setAside={setAside} />
      )}
    </>
  );
}

async function WhomYouSetAside() {
  const { owner } = await requireSignedIn();
  const counts = askQueue(owner);
  const people = await askAsOwner(owner, (db) => listSetAside(db));
  const { ready, setAside } = await counts;
  const t = await getTranslations("ready");
  return (
    <>
      <PageHeader title={t("title")} subtitle={t("aside.subtitle")} />
      <Views current="aside" ready={ready} setAside={setAside} />
      <AsideList people={people} count={setAside} />
    </>
  );
}
