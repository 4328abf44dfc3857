import { getTranslations } from "next-intl/server";
import { Columns } from "@/components/ui/columns";
import { Panel, PanelHeader } from "@/components/ui/panel";
import { asOwner, type OwnerId } from "@/lib/db";
import { undoImportAction } from "@/lib/imports/actions";
import { listNewPeople, listRows } from "@/lib/imports/data";
import { countOf, type ImportDetail } from "@/lib/imports/schema";
import { PeopleTable } from "./counts-table";
import { FailedRows } from "./failed-rows";
import { FilePanel, UnusedFiles } from "./file-panel";
import { NewPeople } from "./new-people";
import { Samples } from "./samples";
import { UndoImport } from "./steer";

/** What an import brought, or, once taken back, what was removed and what was kept. */
export async function ImportResult({ owner, batch }: { owner: OwnerId; batch: ImportDetail }) {
  const t = await getTranslations("imports");
  const { id, counts, state, files } = batch;
  const isUndone = state === "UNDONE";
  const [kept, keptPeople] = await asOwner(owner, async (db) => [
    isUndone ? await listRows(db, id, { outcome: "CREATED", reason: "kept" }) : [],
    isUndone ? await listNewPeople(db, id, "kept") : [],
  ]);
  const keptPeopleTotal = counts.people.find((row) => row.reason === "kept")?.count ?? 0;
  return (
    <Columns
      aside={
        counts.people.length > 0 && (
          <Panel aria-labelledby="import-people">
            <PanelHeader id="import-people" title={t("counts.people")} />
            <PeopleTable counts={counts} />
          </Panel>
        )
      }
    >
      <Panel aria-labelledby="import-counts">
        <PanelHeader id="import-counts" title={t("counts.titleDone")} />
        <p className="px-4 pb-3">
          {counts.undone && isUndone
            ? t("undo.result", counts.undone)
            : t("counts.summary", { created: countOf(counts, "CREATED"), rows: countOf(counts) })}
        </p>
        {batch.rowsErased > 0 && <p className="px-4 pb-3 text-dim">{t("undo.erased", { count: batch.rowsErased })}</p>}
        {state === "DONE" && <UndoImport action={undoImportAction} id={id} />}
      </Panel>
      <Samples id="sample-kept" title={t("samples.kept")} rows={kept} total={counts.undone?.kept ?? 0} />
      <NewPeople people={keptPeople} total={keptPeopleTotal} title={t("samples.kept")} linked />
      {files.map((file) => (
        <FilePanel key={file.file} file={file} />
      ))}
      {files.map((file) => (
        <FailedRows key={file.file} owner={owner} id={id} file={file} />
      ))}
      <UnusedFiles files={files} />
    </Columns>
  );
}
