import { z } from "zod";
import { getSignedIn } from "@/lib/auth";
import { asOwner } from "@/lib/db";
import { getProgress } from "@/lib/imports/data";

/** State and progress of one import, for its progress bar. */
export async function GET(_request: Request, { params }: RouteContext<"/api/imports/[id]">): Promise<Response> {
  const signedIn = await getSignedIn();
  const id = z.uuid().safeParse((await params).id);
  const progress = signedIn && id.success ? await asOwner(signedIn.owner, (db) => getProgress(db, id.data)) : null;
  return progress ? Response.json(progress) : new Response(null, { status: 404 });
}
