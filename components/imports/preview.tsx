import { getTranslations } from "next-intl/server";
import { Columns } from "@/components/ui/columns";
import { Panel, PanelHeader } from "@/components/ui/panel";
import { asOwner, type OwnerId } from "@/lib/db";
import { chooseSelfAction, discardImportAction, startImportAction } from "@/lib/imports/actions";
import { listNewPeople } from "@/lib/imports/data";
import { countOf, type ImportDetail } from "@/lib/imports/schema";
import { PeopleTable } from "./counts-table";
import { UnusedFiles } from "./file-panel";
import { FileDecisions, FilePreview } from "./file-preview";
import { Missing } from "./missing";
import { NewPeople } from "./new-people";
import { Overview } from "./overview";
import { SelfForm } from "./self-form";
import { SteerForm } from "./steer";

const sampleRows = 8;
const changes = ["completed", "changed"];

/** What an import would do, before anything is written: in short, what to decide, and then file by file. */
export async function ImportPreview({ owner, batch }: { owner: OwnerId; batch: ImportDetail }) {
  const t = await getTranslations("imports");
  const { id, counts, files } = batch;
  const people = await asOwner(owner, (db) => listNewPeople(db, id, null, sampleRows));
  const rows =
    countOf(counts, "CREATED") +
    counts.rows.reduce((sum, { reason, count }) => (changes.includes(reason ?? "") ? sum + count : sum), 0);
  const isHere = countOf(counts, "MATCHED") > 0 && !counts.rows.some(({ reason }) => reason === "undecided");
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
        <p className="max-w-[64ch]">{t(rows > 0 ? "preview.promise" : isHere ? "preview.nothing" : "preview.none")}</p>
        <div className="flex flex-wrap gap-2">
          <SteerForm action={startImportAction} id={id} variant={rows > 0 ? "primary" : "secondary"}>
            {rows > 0 ? t("preview.import", { rows }) : t("preview.importAnyway")}
          </SteerForm>
          <SteerForm action={discardImportAction} id={id} variant="secondary">
            {t("preview.discard")}
          </SteerForm>
        </div>
      </Panel>
      <Overview files={files} />
      <Missing owner={owner} id={id} />
      {files.map((file) => (
        <FileDecisions key={file.file} owner={owner} id={id} file={file} />
      ))}
      {files.map((file) => (
        <FilePreview key={file.file} owner={owner} id={id} file={file} />
      ))}
      <NewPeople people={people} total={newPeople} title={t("samples.newPeople")} />
      <UnusedFiles files={files} />
    </Columns>
  );
}
