import "server-only";
import type { OwnerDb } from "@/lib/db";
import { whoIsNow } from "@/lib/duplicates/merge/data";
import { Refusal } from "@/lib/refusal";

/**
 * Says where somebody is whom nothing can be written about: `inTrash`, `mergedInto` somebody else, or `notFound`; with
 * the page on which they are. `page` is what follows the address of a contact there.
 */
export async function whereContactIs(db: OwnerDb, id: string, page: `/${string}` | "" = ""): Promise<Refusal> {
  const found = await nameOf(db, id);
  if (found?.deletedAt) {
    return new Refusal(
      "inTrash",
      undefined,
      { name: found.fullName },
      { href: `/contacts/${id}`, label: found.fullName },
    );
  }
  const now = await whoIsNow(db, id);
  const other = now && (await nameOf(db, now));
  if (!other) return new Refusal("notFound");
  const name = other.fullName;
  return new Refusal("mergedInto", undefined, { name }, { href: `/contacts/${now}${page}`, label: name });
}

function nameOf(db: OwnerDb, id: string) {
  return db.contact.findUnique({
    where: { ownerId_id: { ownerId: db.owner, id } },
    select: { fullName: true, deletedAt: true },
  });
}
