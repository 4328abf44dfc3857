import { getTranslations } from "next-intl/server";
import { countContacts } from "@/lib/contacts/list/data";
import { type ContactQuery, isFiltered } from "@/lib/contacts/list/schema";
import { asOwner, type OwnerId } from "@/lib/db";

export async function ContactCount({ owner, query }: { owner: OwnerId; query: ContactQuery }) {
  const t = await getTranslations("contacts.list");
  const count = await asOwner(owner, (db) => countContacts(db, query));
  return t(isFiltered(query) ? "found" : "count", { count });
}
