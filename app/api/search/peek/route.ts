import { getSignedIn } from "@/lib/auth";
import { asOwner } from "@/lib/db";
import { bodyOf } from "@/lib/json";
import { isSameOrigin } from "@/lib/origin";
import { getGlance } from "@/lib/search/peek/data";
import { inWords } from "@/lib/search/peek/words";
import { peekQuery } from "@/lib/search/schema";

/** One person at a glance. */
export async function POST(request: Request): Promise<Response> {
  const signedIn = await getSignedIn();
  if (!signedIn) return new Response(null, { status: 401 });
  if (!(await isSameOrigin())) return new Response(null, { status: 403 });
  const { data } = peekQuery.safeParse(await bodyOf(request));
  const glance = data && (await asOwner(signedIn.owner, (db) => getGlance(db, data.contactId)));
  if (!glance) return new Response(null, { status: 404 });
  return Response.json(await inWords(glance, signedIn.account.timeZone), { headers: { "cache-control": "no-store" } });
}
