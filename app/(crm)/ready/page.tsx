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
import { requireSignedIn } from "@/lib/auth";
import { asOwner } from "@/lib/db";
import { builtInTemplates, withFieldsOf } from "@/lib/note-templates/built-in";
import { listTemplates } from "@/lib/note-templates/data";
import { getDesk, listDesk } from "@/lib/ready/desk/data";
import { type ReadySearch, readySearch } from "@/lib/ready/schema";
import { countQueue, listSetAside } from "@/lib/strength/lanes/queue/data";

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

const views = { card: OneAtATime, list: AsList, aside: WhomYouSetAside };

async function OneAtATime(search: ReadySearch) {
  const { owner, account } = await requireSignedIn();
  const t = await getTranslations("ready");
  const { desk, templates } = await asOwner(
    owner,
    async (db) => ({
      desk: await getDesk(db, search, account.timeZone),
      templates: (await listTemplates(db, builtInTemplates(t))).map((one) => ({
        ...one,
        text: withFieldsOf(t, one.text),
      })),
    }),
    { snapshot: true },
  );
  const { place, count, setAside } = desk;
  return (
    <>
      <PageHeader title={t("title")} subtitle={desk.card && t("position", { position: place, count })}>
        <Allowances {...desk.allowances} />
      </PageHeader>
      <Views current="card" ready={count} setAside={setAside} />
      <CardView desk={desk} templates={templates} asked={search.template} yourName={account.name} />
    </>
  );
}

async function AsList({ after }: ReadySearch) {
  const { owner, account } = await requireSignedIn();
  const { people, next, ready, setAside } = await asOwner(owner, (db) => listDesk(db, after, account.timeZone), {
    snapshot: true,
  });
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
  const { people, ready, setAside } = await asOwner(owner, async (db) => ({
    people: await listSetAside(db),
    ...(await countQueue(db)),
  }));
  const t = await getTranslations("ready");
  return (
    <>
      <PageHeader title={t("title")} subtitle={t("aside.subtitle")} />
      <Views current="aside" ready={ready} setAside={setAside} />
      <AsideList people={people} count={setAside} />
    </>
  );
}
