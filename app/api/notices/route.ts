import { getSignedIn } from "@/lib/auth";
import { asOwner } from "@/lib/db";
import { listNotices } from "@/lib/notices/data";

/** What waits for whoever is signed in, as a browser tells of it; `?text` says with names and titles. */
export async function GET(request: Request): Promise<Response> {
  const signedIn = await getSignedIn();
  if (!signedIn) return new Response(null, { status: 401 });
  const withText = new URL(request.url).searchParams.has("text");
  const { owner, account } = signedIn;
  return Response.json(await asOwner(owner, (db) => listNotices(db, account, withText), { snapshot: true }));
}
