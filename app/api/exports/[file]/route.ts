import { getSignedIn } from "@/lib/auth";
import { dayOf } from "@/lib/dates/format";
import { downloads } from "@/lib/exports/downloads";
import { downloadName } from "@/lib/exports/schema";
import { streamAsOwner } from "@/lib/exports/stream";

/** What the signed-in owner takes along, made while it is taken. */
export async function GET(_request: Request, { params }: RouteContext<"/api/exports/[file]">): Promise<Response> {
  const signedIn = await getSignedIn();
  const file = downloadName.safeParse((await params).file);
  if (!signedIn || !file.success) return new Response(null, { status: 404 });

  const { owner, account } = signedIn;
  const { type, write } = downloads[file.data];
  const [name, extension] = file.data.split(".");
  const fileName = `vouch-${name}-${dayOf(new Date(), account.timeZone)}.${extension}`;
  return new Response(
    streamAsOwner(owner, (db) => write(db, account)),
    {
      headers: {
        "content-type": type,
        "content-disposition": `attachment; filename="${fileName}"`,
        "cache-control": "no-store",
      },
    },
  );
}
