import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { noteEvent } from "@/lib/audit/data";
import { getSignedIn } from "@/lib/auth";
import { asOwner, type OwnerId } from "@/lib/db";
import { getImport, listRows } from "@/lib/imports/data";
import { csvRow, ownColumns } from "@/lib/imports/file/csv-out";
import { columnsOfKind } from "@/lib/imports/file/headers";
import type { ImportKind } from "@/lib/imports/kinds";
import { isRowReason } from "@/lib/imports/reasons";

const pageRows = 1_000;

/** Only the name of their file tells which recommendations they are. */
const whose: { [Kind in ImportKind]?: string } = {
  RECOMMENDATIONS_GIVEN: "-given",
  RECOMMENDATIONS_RECEIVED: "-received",
};

/** The rows of one file (`?file=`, its place in the import) that failed, as a CSV to mend and bring again: the reason, the line, and what the row said. */
export async function GET(request: Request, { params }: RouteContext<"/api/imports/[id]/errors">): Promise<Response> {
  const signedIn = await getSignedIn();
  const id = z.uuid().safeParse((await params).id);
  const batch = signedIn && id.success ? await asOwner(signedIn.owner, (db) => getImport(db, id.data)) : null;
  const place = new URL(request.url).searchParams.get("file") ?? "1";
  const from = batch?.files.find(({ file }) => String(file) === place);
  if (!signedIn || !batch || !from?.kind) return new Response(null, { status: 404 });

  await asOwner(signedIn.owner, (db) => noteEvent(db, "exports.take", "rows-to-mend.csv", [batch.id]));
  const t = await getTranslations("imports");
  const columns: Record<string, readonly string[]> = columnsOfKind[from.kind];
  // A table from elsewhere comes back under its own columns, its cells by their place.
  const cells = [...from.header.entries()].filter(([, title]) => !ownColumns.includes(title));
  const names = cells.length > 0 ? cells.map(([index]) => String(index)) : Object.keys(columns);
  const titles = cells.length > 0 ? cells.map(([, title]) => title) : names.map((name) => columns[name]?.[0] ?? "");
  async function* rows(owner: OwnerId, importId: string, file: number) {
    yield `\uFEFF${csvRow([...ownColumns, ...titles])}`; // as in exports: without the mark a spreadsheet misreads what is beyond ASCII
    for (let afterLine = 0; ; ) {
      const page = await asOwner(owner, (db) =>
        listRows(db, importId, { file, outcome: "FAILED", afterLine, limit: pageRows }),
      );
      for (const { line, reason, fields } of page) {
        const why = isRowReason(reason) ? t(`reasons.${reason}`) : "";
        yield csvRow([String(line), why, ...names.map((name) => fields[name] ?? "")]);
      }
      const last = page.at(-1);
      if (!last || page.length < pageRows) return;
      afterLine = last.line;
    }
  }
  return new Response(asStream(rows(signedIn.owner, batch.id, from.file)), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="rows-to-mend${whose[from.kind] ?? ""}.csv"`,
    },
  });
}

/** Text as it is made, no faster than it is taken. */
function asStream(texts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await texts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: async () => void (await texts.return(undefined)),
  });
}
