import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { z } from "zod";
import { FailureNote } from "@/components/imports/failure-note";
import { ImportHeader } from "@/components/imports/import-header";
import { ImportPreview } from "@/components/imports/preview";
import { ImportProgress } from "@/components/imports/progress";
import { ImportResult } from "@/components/imports/result";
import { SteerForm } from "@/components/imports/steer";
import { ClientMessages } from "@/components/shell/client-messages";
import { Panel, PanelHeader } from "@/components/ui/panel";
import { requireOwner } from "@/lib/auth";
import { asOwner } from "@/lib/db";
import { cancelImportAction, discardImportAction, startImportAction } from "@/lib/imports/actions";
import { getImport } from "@/lib/imports/data";
import { busyStates } from "@/lib/imports/states";

/** Read once for the title and the page. */
const readImport = cache(async (batchId: string) => {
  const owner = await requireOwner();
  const id = z.uuid().safeParse(batchId);
  const batch = id.success ? await asOwner(owner, (db) => getImport(db, id.data)) : null;
  return batch && { owner, batch };
});

export async function generateMetadata({ params }: PageProps<"/data/[batchId]">): Promise<Metadata> {
  const page = await readImport((await params).batchId);
  return { title: page?.batch.fileName };
}

export default async function ImportPage({ params }: PageProps<"/data/[batchId]">) {
  const page = await readImport((await params).batchId);
  if (!page) notFound();
  const { owner, batch } = page;
  const t = await getTranslations("imports");
  const { state } = batch;
  return (
    <ClientMessages only={["imports.columns", "imports.preview", "imports.progress", "imports.undo"]}>
      <ImportHeader batch={batch} />
      <FailureNote failure={batch.failure} state={state} />
      {busyStates.includes(state) && (
        <Panel aria-labelledby="import-progress">
          <PanelHeader id="import-progress" title={t(`states.${state}`)} />
          <ImportProgress id={batch.id} initial={batch} />
          {(state === "QUEUED" || state === "RUNNING") && (
            <div className="px-4 pb-4">
              <SteerForm action={cancelImportAction} id={batch.id} variant="secondary">
                {t("progress.cancel")}
              </SteerForm>
            </div>
          )}
        </Panel>
      )}
      {state === "PREVIEW" && <ImportPreview owner={owner} batch={batch} />}
      {(state === "DONE" || state === "UNDONE") && <ImportResult owner={owner} batch={batch} />}
      {(state === "FAILED" || state === "REFUSED") && (
        <div className="flex flex-wrap gap-2">
          {state === "FAILED" && (
            <SteerForm action={startImportAction} id={batch.id}>
              {t("retry")}
            </SteerForm>
          )}
          <SteerForm action={discardImportAction} id={batch.id} variant="secondary">
            {t("preview.discard")}
          </SteerForm>
        </div>
      )}
    </ClientMessages>
  );
}
