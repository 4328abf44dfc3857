import { getTranslations } from "next-intl/server";
import { Panel, PanelHeader } from "@/components/ui/panel";
import type { ImportFile } from "@/lib/imports/schema";
import { CountsTable } from "./counts-table";
import { FailureText } from "./failure-note";

/** One file of an import: what it is, every row by what becomes of it, and what the file itself can't tell. */
export async function FilePanel({ file }: { file: ImportFile }) {
  const t = await getTranslations("imports");
  const { kind, counts, failure, name } = file;
  if (!kind && (!failure || failure.code === "header")) return null;
  const id = `import-file-${file.file}`;
  const title = kind ? t(`kinds.${kind}`) : name;
  return (
    <Panel aria-labelledby={id}>
      <PanelHeader id={id} title={title} note={kind ? name : undefined} />
      {failure && (
        <p className="px-4 pb-3 text-blocked">
          <FailureText failure={failure} />
        </p>
      )}
      {kind && file.rowsTotal === 0 && !failure && <p className="px-4 pb-3 text-dim">{t("files.empty")}</p>}
      {kind && file.rowsTotal > 0 && (
        <>
          <p className="max-w-[64ch] px-4 pb-3 text-dim">{t(`about.${kind}`)}</p>
          <CountsTable counts={counts} kind={kind} />
        </>
      )}
    </Panel>
  );
}

/** Files of an archive that Vouch has no use for, in one line. */
export async function UnusedFiles({ files }: { files: ImportFile[] }) {
  const unused = files.filter(({ kind, failure }) => !kind && failure?.code === "header");
  if (unused.length === 0) return null;
  const t = await getTranslations("imports.files");
  const names = unused.map(({ name }) => name).join(", ");
  return <p className="px-1 text-faint text-small">{t("unused", { count: unused.length, names })}</p>;
}
