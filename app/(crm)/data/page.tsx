import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DropZone } from "@/components/imports/drop-zone";
import { ImportHistory } from "@/components/imports/history";
import { ClientMessages } from "@/components/shell/client-messages";
import { Columns } from "@/components/ui/columns";
import { PageHeader } from "@/components/ui/page-header";
import { Panel, PanelHeader } from "@/components/ui/panel";
import { requireOwner } from "@/lib/auth";
import { asOwner } from "@/lib/db";
import { listImports } from "@/lib/imports/data";
import { importLimits } from "@/lib/imports/file/limits";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports"))("title") };
}

const problems = ["origin", "none", "brokeOff"] as const;
const steps = ["one", "two", "three"] as const;

export default async function DataPage({ searchParams }: PageProps<"/data">) {
  const owner = await requireOwner();
  const [imports, t, { problem }] = await Promise.all([
    asOwner(owner, (db) => listImports(db)),
    getTranslations("imports"),
    searchParams,
  ]);
  const known = problems.find((code) => code === problem);
  return (
    <>
      <PageHeader title={t("title")} subtitle={t("lead")} />
      <Columns
        aside={
          <Panel aria-labelledby="imports-how">
            <PanelHeader id="imports-how" title={t("how.title")} />
            <ol className="list-decimal space-y-2 pr-4 pb-4 pl-9 text-dim">
              {steps.map((step) => (
                <li key={step}>{t(`how.${step}`)}</li>
              ))}
            </ol>
          </Panel>
        }
      >
        <ClientMessages only={["imports"]}>
          <DropZone maxMegabytes={importLimits().bytes / 1_000_000} problem={known ? t(`problems.${known}`) : null} />
        </ClientMessages>
        <ImportHistory imports={imports} />
      </Columns>
    </>
  );
}
