import { getTranslations } from "next-intl/server";
import { type ContactQuery, isFiltered } from "@/lib/contacts/list/query";

export async function ContactCount({ count, query }: { count: Promise<number>; query: ContactQuery }) {
  const t = await getTranslations("contacts.list");
  return t(isFiltered(query) ? "found" : "count", { count: await count });
}
