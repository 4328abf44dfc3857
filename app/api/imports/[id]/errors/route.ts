import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { getSignedIn } from "@/lib/auth";
import { asOwner, type OwnerId } from "@/lib/db";
import { getImport, listRows } from "@/lib/imports/data";
import { csvRow, ownColumns } from "@/lib/imports/file/csv-out";
import { connectionColumns, messageColumns } from "@/lib/imports/file/headers";
import { isRowReason } from "@/lib/imports/reasons";

const pageRows = 1_000;

/** The rows that failed, as a CSV to mend and bring again: the reason, the line, and what the row said. */
export async function GET(_request: Request, { params }: RouteContext<"/api/imports/[id]/errors">): Promise<Response> {
  const signedIn = await getSignedIn();
  const id = z.uuid().safeParse((await params).id);
  const batch = signedIn && id.success ? await asOwner(signedIn.owner, (db) => getImport(db, id.data)) : null;
  if (!signedIn || !batch) return new Response(null, { status: 404 });

  const t = await getTranslations("imports");
  const columns = batch.kind === "MESSAGES" ? messageColumns : connectionColumns;
  const names = Object.keys(columns) as (keyof typeof columns)[];
  async function* rows(owner: OwnerId, importId: string) {
    yield csvRow([...ownColumns, ...names.map((name) => columns[name][0] as string)]);
    for (let afterLine = 0; ; ) {
      const page = await asOwner(owner, (db) =>
        listRows(db, importId, { outcome: "FAILED", afterLine, limit: pageRows }),
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
  return new Response(asStream(rows(signedIn.owner, batch.id)), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="rows-to-mend.csv"',
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
