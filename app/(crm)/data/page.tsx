import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DuplicatesPanel } from "@/components/duplicates/duplicates-panel";
import { FeedPanel } from "@/components/exports/feed-panel";
import { RestoreNews } from "@/components/exports/restore-news";
import { RestorePanel } from "@/components/exports/restore-panel";
import { TakePanel } from "@/components/exports/take-panel";
import { DropZone } from "@/components/imports/drop-zone";
import { ImportHistory } from "@/components/imports/history";
import { SampleNotice } from "@/components/sample/sample-notice";
import { ClientMessages } from "@/components/shell/client-messages";
import { Columns } from "@/components/ui/columns";
import { PageHeader } from "@/components/ui/page-header";
import { Panel, PanelHeader } from "@/components/ui/panel";
import { allOf } from "@/lib/all-of";
import { requireOwner } from "@/lib/auth";
import { getFeed } from "@/lib/calendar-feed/data";
import { asOwner } from "@/lib/db";
import { getProgress } from "@/lib/duplicates/review/data";
import { isEmpty } from "@/lib/exports/data";
import { listImports } from "@/lib/imports/data";
import { importLimits } from "@/lib/imports/file/limits";
import { getRestore } from "@/lib/restore/run/data";
import { restoreFailure } from "@/lib/restore/schema";
import { countSample } from "@/lib/sample/data";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports"))("title") };
}

const problems = ["origin", "none", "brokeOff"] as const;
const steps = ["one", "two", "three", "others"] as const;

export default async function DataPage({ searchParams }: PageProps<"/data">) {
  const owner = await requireOwner();
  const [{ imports, empty, restore, duplicates, sample }, feed, t, asked] = await Promise.all([
    asOwner(owner, (db) =>
      allOf({
        imports: listImports(db),
        empty: isEmpty(db),
        restore: getRestore(db),
        duplicates: getProgress(db),
        sample: countSample(db),
      }),
    ),
    getFeed(owner),
    getTranslations("imports"),
    searchParams,
  ]);
  const known = problems.find((code) => code === asked.problem);
  const { data: notTaken } = restoreFailure.safeParse(asked);
  const isRestoring = restore?.state === "WAITING" || restore?.state === "RUNNING";
  return (
    <>
      <PageHeader title={t("title")} subtitle={t("lead")} />
      <SampleNotice people={sample} />
      <Columns
        aside={
          <>
            <Panel aria-labelledby="imports-how">
              <PanelHeader id="imports-how" title={t("how.title")} />
              <ol className="list-decimal space-y-2 pr-4 pb-4 pl-9 text-dim">
                {steps.map((step) => (
                  <li key={step}>{t(`how.${step}`)}</li>
                ))}
              </ol>
            </Panel>
            {!empty && <DuplicatesPanel {...duplicates} />}
            <ClientMessages only={["exports"]}>
              {empty && !isRestoring && <RestorePanel />}
              <FeedPanel feed={feed} />
            </ClientMessages>
          </>
        }
      >
        <RestoreNews restore={restore} notTaken={notTaken ?? null} />
        <ClientMessages only={["imports.drop", "imports.problems"]}>
          <DropZone maxMegabytes={importLimits().bytes / 1_000_000} problem={known ? t(`problems.${known}`) : null} />
        </ClientMessages>
        <ImportHistory imports={imports} />
        <TakePanel isEmpty={empty} />
      </Columns>
    </>
  );
}
