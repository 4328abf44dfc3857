import { getTranslations } from "next-intl/server";
import { Columns } from "@/components/ui/columns";
import { Panel, PanelHeader } from "@/components/ui/panel";
import { asOwner, type OwnerId } from "@/lib/db";
import { chooseSelfAction, discardImportAction, startImportAction } from "@/lib/imports/actions";
import { listNewPeople, listRows } from "@/lib/imports/data";
import { countOf, type ImportDetail } from "@/lib/imports/schema";
import { CountsTable, PeopleTable } from "./counts-table";
import { FailedRows } from "./failed-rows";
import { NewPeople } from "./new-people";
import { Samples } from "./samples";
import { SelfForm } from "./self-form";
import { SteerForm } from "./steer";

const sampleRows = 8;

/** What an import would do, before anything is written: counts, a few rows of each kind, and the decision. */
export async function ImportPreview({ owner, batch }: { owner: OwnerId; batch: ImportDetail }) {
  const t = await getTranslations("imports");
  const { id, kind, counts } = batch;
  const completes = counts.rows.find((row) => row.reason === "completed")?.count ?? 0;
  const [created, completed, people] = await asOwner(owner, async (db) => [
    await listRows(db, id, { outcome: "CREATED", limit: sampleRows }),
    completes > 0 ? await listRows(db, id, { outcome: "MATCHED", reason: "completed", limit: sampleRows }) : [],
    kind === "MESSAGES" ? await listNewPeople(db, id, null, sampleRows) : [],
  ]);
  const rows = countOf(counts, "CREATED") + completes;
  const newPeople = counts.people.find((row) => row.outcome === "CREATED")?.count ?? 0;
  return (
    <Columns
      aside={
        <>
          {counts.people.length > 0 && (
            <Panel aria-labelledby="import-people">
              <PanelHeader id="import-people" title={t("counts.people")} />
              <PeopleTable counts={counts} />
            </Panel>
          )}
          {batch.self && batch.selfChoices.length > 1 && (
            <Panel aria-labelledby="import-self">
              <PanelHeader id="import-self" title={t("preview.selfTitle")} />
              <SelfForm action={chooseSelfAction} id={id} self={batch.self} choices={batch.selfChoices} />
            </Panel>
          )}
        </>
      }
    >
      <Panel className="grid gap-4 p-4">
        <p className="max-w-[64ch]">
          {rows === 0
            ? t("preview.nothing")
            : t(kind === "MESSAGES" ? "preview.promiseMessages" : "preview.promiseConnections")}
        </p>
        <div className="flex flex-wrap gap-2">
          {rows > 0 && (
            <SteerForm action={startImportAction} id={id}>
              {t("preview.import", { rows })}
            </SteerForm>
          )}
          <SteerForm action={discardImportAction} id={id} variant="secondary">
            {t("preview.discard")}
          </SteerForm>
        </div>
      </Panel>
      <Panel aria-labelledby="import-counts">
        <PanelHeader id="import-counts" title={t("counts.title")} />
        {kind && <CountsTable counts={counts} kind={kind} />}
      </Panel>
      <FailedRows owner={owner} batch={batch} />
      <NewPeople people={people} total={newPeople} title={t("samples.newPeople")} />
      <Samples id="sample-completed" title={t("samples.completed")} rows={completed} total={completes} />
      <Samples id="sample-new" title={t("samples.new")} rows={created} total={countOf(counts, "CREATED")} />
    </Columns>
  );
}
