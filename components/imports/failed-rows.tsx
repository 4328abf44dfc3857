import { getTranslations } from "next-intl/server";
import { buttonStyle } from "@/components/ui/button-style";
import { asOwner, type OwnerId } from "@/lib/db";
import { listRows } from "@/lib/imports/data";
import { countOf, type ImportDetail } from "@/lib/imports/schema";
import { Samples } from "./samples";

/** Rows that can't be imported, each with its line and reason, and all of them as a file to mend. */
export async function FailedRows({ owner, batch }: { owner: OwnerId; batch: ImportDetail }) {
  const total = countOf(batch.counts, "FAILED");
  if (total === 0) return null;
  const t = await getTranslations("imports.samples");
  const rows = await asOwner(owner, (db) => listRows(db, batch.id, { outcome: "FAILED" }));
  return (
    <Samples
      id="sample-failed"
      title={t("failed")}
      rows={rows}
      total={total}
      action={
        <a href={`/api/imports/${batch.id}/errors`} download className={buttonStyle({ size: "small" })}>
          {t("download")}
        </a>
      }
    />
  );
}
