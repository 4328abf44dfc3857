import { noteEvent } from "@/lib/audit/data";
import { getSignedIn } from "@/lib/auth";
import { oneSelection, type Selection } from "@/lib/contacts/list/bulk/schema";
import { dayOf } from "@/lib/dates/format";
import { asOwner } from "@/lib/db";
import { downloads } from "@/lib/exports/downloads";
import { downloadName } from "@/lib/exports/schema";
import { streamAsOwner } from "@/lib/exports/stream";
import { formValues } from "@/lib/form-values";
import { isSameOrigin } from "@/lib/origin";

type Context = RouteContext<"/api/exports/[file]">;

/** What the signed-in owner takes along, made while it is taken. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  return download((await params).file);
}

/** Of the contacts only those selected in the list. A POST, because they may be too many for an address. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  if (!(await isSameOrigin())) return new Response(null, { status: 403 });
  const form = await request.formData().catch(() => new FormData());
  const selection = oneSelection.safeParse(formValues(form));
  if (!selection.success) return new Response(null, { status: 400 });
  return download((await params).file, selection.data);
}

async function download(asked: string, selection?: Selection): Promise<Response> {
  const signedIn = await getSignedIn();
  const file = downloadName.safeParse(asked);
  if (!signedIn || !file.success) return new Response(null, { status: 404 });

  const { owner, account } = signedIn;
  await asOwner(owner, (db) => noteEvent(db, "exports.take", file.data));
  const { type, write } = downloads[file.data];
  const [name, extension] = file.data.split(".");
  const fileName = `vouch-${name}-${dayOf(new Date(), account.timeZone)}.${extension}`;
  return new Response(
    streamAsOwner(owner, (db) => write(db, account, selection)),
    {
      headers: {
        "content-type": type,
        "content-disposition": `attachment; filename="${fileName}"`,
        "cache-control": "no-store",
      },
    },
  );
}
