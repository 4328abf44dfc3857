// One contact as an address card (vCard 4.0, RFC 6350). ical.js escapes and folds.

import { linkedInAddress } from "@/lib/contacts/linkedin-address";
import { vouchProduct } from "@/lib/imports/lines/product";
import ICAL from "../ical";
import { oneLine, plainText } from "../plain-text";
import type { TakenContact } from "./schema";

/** What a label says in the words the format has; any other is left out. */
const places: Record<string, string> = {
  work: "work",
  business: "work",
  home: "home",
  private: "home",
  mobile: "cell",
  cell: "cell",
};

/** Commas and backslashes are escaped in texts but not in addresses, and not every reader tells them apart. */
const address = (link: string) => oneLine(link).replace(/[,\\]/g, encodeURIComponent);

export function vCard(contact: TakenContact): string {
  const card = new ICAL.Component("vcard");
  const add = (name: string, value: string | string[] | null, type?: string) => {
    if (value === null || value.length === 0) return;
    const property = new ICAL.Property(name, card);
    if (type) property.setParameter("type", type);
    property.setValue(value);
    card.addProperty(property);
  };
  add("version", "4.0");
  add("prodid", vouchProduct);
  add("uid", `urn:uuid:${contact.id}`);
  add("fn", oneLine(contact.fullName));
  // Which part is the family's, nobody said: a whole name is read right everywhere, a guess isn't.
  add("n", ["", oneLine(contact.fullName), "", "", ""]);
  if (contact.company) add("org", [oneLine(contact.company)]);
  add("title", contact.position && oneLine(contact.position));
  if (contact.location) add("adr", ["", "", "", oneLine(contact.location), "", "", ""]);
  for (const { kind, label, value } of contact.points) {
    const name = ({ EMAIL: "email", PHONE: "tel", URL: "url" } as const)[kind];
    add(name, kind === "URL" ? address(value) : oneLine(value), places[label?.trim().toLowerCase() ?? ""]);
  }
  for (const slug of contact.slugs) add("url", linkedInAddress(slug));
  if (contact.tags.length > 0) {
    const tags = new ICAL.Property("categories", card);
    tags.setValues(contact.tags.map(oneLine));
    card.addProperty(tags);
  }
  add("note", contact.notes && plainText(contact.notes));
  add("rev", contact.updatedAt.replace(/\.\d+/, ""));
  return `${card.toString()}\r\n`;
}
