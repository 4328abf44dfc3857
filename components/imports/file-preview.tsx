import { getTranslations } from "next-intl/server";
import { asOwner, type OwnerId } from "@/lib/db";
import { listRows } from "@/lib/imports/data";
import { countOf, type ImportFile, type ImportOutcome } from "@/lib/imports/schema";
import { FailedRows } from "./failed-rows";
import { FileColumns } from "./file-columns";
import { FilePanel } from "./file-panel";
import { Questions } from "./questions";
import { Samples } from "./samples";

const sampleRows = 6;

const samples = [
  ["changed", "MATCHED", "changed"],
  ["completed", "MATCHED", "completed"],
  ["differs", "MATCHED", "differs"],
  ["new", "CREATED", undefined],
] as const satisfies [title: string, outcome: ImportOutcome, reason: string | undefined][];

type FileOfImport = { owner: OwnerId; id: string; file: ImportFile };

/** What only the owner can tell about one file. */
export function FileDecisions(props: FileOfImport) {
  return (
    <>
      <FileColumns {...props} />
      <Questions {...props} />
    </>
  );
}

/** What one file would do: its counts, and a few rows of each sort as they will be. */
export async function FilePreview({ owner, id, file }: FileOfImport) {
  const t = await getTranslations("imports.samples");
  const count = (outcome: ImportOutcome, reason?: string) =>
    reason
      ? (file.counts.rows.find((row) => row.outcome === outcome && row.reason === reason)?.count ?? 0)
      : countOf(file.counts, outcome);
  const shown = samples.filter(([, outcome, reason]) => count(outcome, reason) > 0);
  const rows = await asOwner(owner, async (db) => {
    const lists = [];
    for (const [, outcome, reason] of shown) {
      lists.push(await listRows(db, id, { file: file.file, outcome, reason, limit: sampleRows }));
    }
    return lists;
  });
  return (
    <>
      <FilePanel file={file} />
      <FailedRows owner={owner} id={id} file={file} />
      {shown.map(([title, outcome, reason], index) => (
        <Samples
          key={title}
          id={`sample-${title}-${file.file}`}
          title={t(title, { file: file.name })}
          rows={rows[index] ?? []}
          kind={file.kind}
          total={count(outcome, reason)}
        />
      ))}
    </>
  );
}
