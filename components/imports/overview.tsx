import { getTranslations } from "next-intl/server";
import { Panel, PanelHeader } from "@/components/ui/panel";
import { countOf, type ImportFile, type ImportOutcome } from "@/lib/imports/schema";

const outcomes: ImportOutcome[] = ["CREATED", "MATCHED", "SKIPPED", "FAILED"];

/** All files of an import in a few lines: what becomes of the rows of each, and where to read more. */
export async function Overview({ files }: { files: ImportFile[] }) {
  const t = await getTranslations("imports");
  const read = files.flatMap(({ kind, ...file }) => (kind ? [{ kind, ...file }] : []));
  if (read.length < 2) return null;
  const shown = outcomes.filter((outcome) => read.some(({ counts }) => countOf(counts, outcome) > 0));
  return (
    <Panel aria-labelledby="import-overview">
      <PanelHeader id="import-overview" title={t("overview.title", { count: read.length })} />
      <table className="w-full border-collapse pb-2 text-small sm:text-body">
        <thead>
          <tr className="text-left align-bottom text-dim text-small">
            <th scope="col" className="px-4 py-1.5 font-normal">
              {t("overview.file")}
            </th>
            {shown.map((outcome) => (
              <th key={outcome} scope="col" className="px-2 py-1.5 text-right font-normal last:pr-4">
                {t(`outcomes.${outcome}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {read.map(({ file, kind, counts }) => (
            <tr key={file} className="border-line border-t">
              <th scope="row" className="px-4 py-1.5 text-left font-normal">
                <a href={`#import-file-${file}`} className="underline underline-offset-2">
                  {t(`kinds.${kind}`)}
                </a>
              </th>
              {shown.map((outcome) => (
                <td key={outcome} className="px-2 py-1.5 text-right tabular-nums last:pr-4">
                  {t("counts.number", { count: countOf(counts, outcome) })}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
