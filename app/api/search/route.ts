import { getSignedIn } from "@/lib/auth";
import { asOwner } from "@/lib/db";
import { bodyOf } from "@/lib/json";
import { isSameOrigin } from "@/lib/origin";
import { findEverything } from "@/lib/search/data";
import { type Found, type Start, searchQuery } from "@/lib/search/schema";
import { getStart } from "@/lib/search/start/data";

/** What is found for the words typed; for none, what is due. A POST, so that no name gets into anybody's log of addresses. */
export async function POST(request: Request): Promise<Response> {
  const signedIn = await getSignedIn();
  if (!signedIn) return new Response(null, { status: 401 });
  if (!(await isSameOrigin())) return new Response(null, { status: 403 });
  const { data } = searchQuery.safeParse(await bodyOf(request));
  if (!data) return new Response(null, { status: 400 });
  const { owner, account } = signedIn;
  const answer = await asOwner(
    owner,
    (db): Promise<Found | Start> => (data.q === "" ? getStart(db, account.timeZone) : findEverything(db, data.q)),
  );
  return Response.json(answer, { headers: { "cache-control": "no-store" } });
}
