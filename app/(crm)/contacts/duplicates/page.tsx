import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Decisions } from "@/components/duplicates/decisions";
import { GroupReview } from "@/components/duplicates/group-review";
import { Lists } from "@/components/duplicates/lists";
import { LookProgress } from "@/components/duplicates/look-progress";
import { NothingLeft } from "@/components/duplicates/nothing-left";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/ui/page-header";
import { requireOwner } from "@/lib/auth";
import { asOwner, type OwnerDb } from "@/lib/db";
import { listDecisions } from "@/lib/duplicates/decisions/data";
import { askForLook } from "@/lib/duplicates/look";
import { areDecided, getGroup, getProgress, nextGroup } from "@/lib/duplicates/review/data";
import { type ReviewSearch, reviewSearch, stands } from "@/lib/duplicates/schema";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("duplicates"))("title") };
}

/** A few more contacts are looked at before anybody could read that they are. */
const worthABar = 200;

/** Under the people to decide about only the latest; the whole list has a place of its own. */
const latest = 5;
const onePage = 50;

async function getPage(db: OwnerDb, { show, before, with: people }: ReviewSearch) {
  const asked = people ? await askedGroup(db, people) : null;
  const isList = show === "decided" && !asked;
  return {
    asked,
    next: asked || show === "decided" ? null : await nextGroup(db, show),
    progress: await getProgress(db),
    decided: await listDecisions(db, isList ? { before, limit: onePage } : { limit: latest }),
    isList,
  };
}

/** Null where there is nothing to decide between them. */
async function askedGroup(db: OwnerDb, people: string[]) {
  const group = await getGroup(db, people);
  return group && (await areDecided(db, group)) ? null : group;
}

export default async function DuplicatesPage({ searchParams }: PageProps<"/contacts/duplicates">) {
  const owner = await requireOwner();
  const search = reviewSearch.parse(await searchParams);
  const { asked, next, progress, decided, isList } = await asOwner(owner, (db) => getPage(db, search), {
    snapshot: true,
  });
  if (progress.waiting > 0) await asOwner(owner, askForLook);
  const t = await getTranslations("duplicates");
  const group = asked ?? next;
  const last = decided.decisions.at(-1);
  const isEmpty = isList ? !last : !group;
  return (
    <ClientMessages only={["duplicates", "contacts.statuses"]}>
      <PageHeader title={t("title")} subtitle={t("subtitle")} />
      <Lists current={search.show} progress={progress} />
      {(progress.waiting > worthABar || (progress.waiting > 0 && isEmpty && !isList)) && (
        <LookProgress initial={progress} />
      )}
      {group && <GroupReview group={group} isAsked={asked !== null} canUndo={decided.decisions.some(stands)} />}
      {isEmpty && <NothingLeft list={search.show} progress={progress} />}
      <Decisions
        decisions={decided.decisions}
        title={t(isList ? "decisions.all" : "decisions.lately")}
        {...(isList && last && decided.more && { older: `/contacts/duplicates?show=decided&before=${last.at}` })}
      />
    </ClientMessages>
  );
}
