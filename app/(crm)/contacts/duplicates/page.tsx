import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { GroupReview } from "@/components/duplicates/group-review";
import { LookProgress } from "@/components/duplicates/look-progress";
import { NothingLeft } from "@/components/duplicates/nothing-left";
import { RecentMerges } from "@/components/duplicates/recent-merges";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/ui/page-header";
import { requireOwner } from "@/lib/auth";
import { asOwner, type OwnerDb } from "@/lib/db";
import { askForLook } from "@/lib/duplicates/look";
import { listMerges } from "@/lib/duplicates/merge/data";
import { getGroup, getProgress, nextGroup } from "@/lib/duplicates/review/data";
import { reviewSearch } from "@/lib/duplicates/schema";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("duplicates"))("title") };
}

/** A few more contacts are looked at before anybody could read that they are. */
const worthABar = 200;

async function getPage(db: OwnerDb, asked: string[] | undefined) {
  return {
    group: (asked && (await getGroup(db, asked))) ?? (await nextGroup(db)),
    progress: await getProgress(db),
    merges: await listMerges(db),
  };
}

export default async function DuplicatesPage({ searchParams }: PageProps<"/contacts/duplicates">) {
  const owner = await requireOwner();
  const { with: asked } = reviewSearch.parse(await searchParams);
  const { group, progress, merges } = await asOwner(owner, (db) => getPage(db, asked), { snapshot: true });
  if (progress.waiting > 0) await asOwner(owner, askForLook);
  const t = await getTranslations("duplicates");
  return (
    <ClientMessages only={["duplicates", "contacts"]}>
      <PageHeader title={t("title")} subtitle={t("subtitle")}>
        <p className="text-dim text-small tabular-nums">{t("progress", progress)}</p>
      </PageHeader>
      {(progress.waiting > worthABar || (progress.waiting > 0 && !group)) && <LookProgress initial={progress} />}
      {group ? <GroupReview group={group} /> : <NothingLeft isLooking={progress.waiting > 0} />}
      <RecentMerges merges={merges} />
    </ClientMessages>
  );
}
