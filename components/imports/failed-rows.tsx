import { getTranslations } from "next-intl/server";
import { buttonStyle } from "@/components/ui/button-style";
import { asOwner, type OwnerId } from "@/lib/db";
import { listRows } from "@/lib/imports/data";
import { countOf, type ImportFile } from "@/lib/imports/schema";
import { Samples } from "./samples";

/** Rows of a file that can't be imported, each with its line and reason, and all of them as a file to mend. */
export async function FailedRows({ owner, id, file }: { owner: OwnerId; id: string; file: ImportFile }) {
  const total = countOf(file.counts, "FAILED");
  if (total === 0) return null;
  const t = await getTranslations("imports.samples");
  const rows = await asOwner(owner, (db) => listRows(db, id, { file: file.file, outcome: "FAILED" }));
  return (
    <Samples
      id={`sample-failed-${file.file}`}
      title={t("failed", { file: file.name })}
      rows={rows}
      kind={file.kind}
      total={total}
      action={
        <a href={`/api/imports/${id}/errors?file=${file.file}`} download className={buttonStyle({ size: "small" })}>
          {t("download")}
        </a>
      }
    />
  );
}
