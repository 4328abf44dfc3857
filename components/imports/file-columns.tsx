import { getTranslations } from "next-intl/server";
import { Panel, PanelHeader } from "@/components/ui/panel";
import { asOwner, type OwnerId } from "@/lib/db";
import type { ImportFile } from "@/lib/imports/schema";
import { sayColumnsAction } from "@/lib/imports/tables/actions";
import { listCells } from "@/lib/imports/tables/data";
import { ColumnsForm } from "./columns-form";

const longestValue = 60;

/** What the columns of a table from elsewhere were taken for, beside its first rows, and a way to say otherwise. */
export async function FileColumns({ owner, id, file }: { owner: OwnerId; id: string; file: ImportFile }) {
  if (file.targets.length === 0) return null;
  const t = await getTranslations("imports.columns");
  const rows = await asOwner(owner, (db) => listCells(db, id, file.file));
  const title = `columns-${file.file}`;
  const columns = file.header.map((name, index) => ({
    at: index,
    name: name.slice(0, longestValue).toWellFormed(),
    target: file.targets[index] ?? "ignore",
    values: rows.flatMap((cells) => cells[index]?.trim().slice(0, longestValue).toWellFormed() || []),
  }));
  const isAnybody = file.targets.some((target) =>
    ["fullName", "firstName", "lastName", "email", "linkedin"].includes(target),
  );
  return (
    <Panel aria-labelledby={title}>
      <PanelHeader id={title} title={t("title", { file: file.name })} />
      <p className="max-w-[64ch] px-4 pb-3 text-dim">
        {isAnybody ? t(file.isOwners ? "remembered" : "guessed") : t("nobody")}
      </p>
      <ColumnsForm
        // What was said anew is shown anew.
        key={file.targets.join()}
        action={sayColumnsAction}
        id={id}
        file={file.file}
        columns={columns}
      />
    </Panel>
  );
}
