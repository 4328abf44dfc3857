import { getSignedIn } from "@/lib/auth";
import { asOwner } from "@/lib/db";
import { getMap } from "@/lib/map/data";
import { mapQuery } from "@/lib/map/schema";

/** What the map draws: the same as its page's table says, of everybody on it at once. */
export async function GET(request: Request): Promise<Response> {
  const signedIn = await getSignedIn();
  if (!signedIn) return new Response(null, { status: 401 });
  const query = mapQuery.parse(Object.fromEntries(new URL(request.url).searchParams));
  return Response.json(await asOwner(signedIn.owner, (db) => getMap(db, query)));
}
