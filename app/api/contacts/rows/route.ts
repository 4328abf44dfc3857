import { getSignedIn } from "@/lib/auth";
import { countBefore, countContacts, listContacts, listContactsAt } from "@/lib/contacts/list/data";
import { isFiltered, type Rows } from "@/lib/contacts/list/query";
import { contactQuery, rowsQuery } from "@/lib/contacts/list/schema";
import { askAsOwner, type OwnerSql } from "@/lib/db";

/** More of the list, as one scrolls: the address is the list's own, with the cursor or the number to start from. */
export async function GET(request: Request): Promise<Response> {
  const signedIn = await getSignedIn();
  if (!signedIn) return new Response(null, { status: 401 });
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  const query = contactQuery.parse(asked);
  const { start, locate, limit } = rowsQuery.parse(asked);
  const read = async (db: OwnerSql): Promise<Rows> => {
    if (start !== undefined) return { contacts: (await listContactsAt(db, query, start, limit)).contacts };
    const { contacts } = await listContacts(db, query, limit);
    if (!locate) return { contacts };
    return { contacts, start: await countBefore(db, query, await countContacts(db, query), contacts.length) };
  };
  const rows = await askAsOwner(signedIn.owner, read, { keepsPlans: !isFiltered(query) });
  return Response.json(rows, { headers: { "cache-control": "private, no-store" } });
}
