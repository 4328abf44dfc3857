import { getTranslations } from "next-intl/server";
import { Columns } from "@/components/ui/columns";
import { Panel, PanelHeader } from "@/components/ui/panel";
import { asOwner, type OwnerId } from "@/lib/db";
import { undoImportAction } from "@/lib/imports/actions";
import { listNewPeople, listRows } from "@/lib/imports/data";
import type { ImportDetail } from "@/lib/imports/schema";
import { CountsTable, PeopleTable } from "./counts-table";
import { FailedRows } from "./failed-rows";
import { NewPeople } from "./new-people";
import { Samples } from "./samples";
import { UndoImport } from "./steer";

/** What an import brought, or, once taken back, what was removed and what was kept. */
export async function ImportResult({ owner, batch }: { owner: OwnerId; batch: ImportDetail }) {
  const t = await getTranslations("imports");
  const { id, kind, counts, state } = batch;
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
        {counts.undone && isUndone && <p className="px-4 pb-3">{t("undo.result", counts.undone)}</p>}
        {kind && <CountsTable counts={counts} kind={kind} />}
        {state === "DONE" && (
          <div className="border-line border-t pt-4">
            <UndoImport action={undoImportAction} id={id} />
          </div>
        )}
      </Panel>
      <Samples id="sample-kept" title={t("samples.kept")} rows={kept} total={counts.undone?.kept ?? 0} />
      <NewPeople people={keptPeople} total={keptPeopleTotal} title={t("samples.kept")} linked />
      <FailedRows owner={owner} batch={batch} />
    </Columns>
  );
}
