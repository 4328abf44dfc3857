import { contactsAddress } from "../address";
import { readFilter } from "../filter/syntax";
import type { SavedView } from "./schema";

/** Where a view is shown: its filter and order are all in the address, which can be changed from there on. */
export function addressOf({ id, query, sort, reversed }: Pick<SavedView, "id" | "query" | "sort" | "reversed">) {
  return contactsAddress({
    ...{ terms: readFilter(query), sort, reversed, view: id },
    ...{ before: undefined, after: undefined },
  });
}
