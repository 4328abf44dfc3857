// What may come in about a contact and what pages get; safe in the browser.
import { z } from "zod";
import { id, optionalDay, optionalText, text, tick, version } from "@/lib/schema";
import { isEmail, isPhone, normaliseLink, type PointKind } from "./contact-point";
import { type ConnectionStatus, connectionStatuses } from "./status";
import { typedSlug } from "./typed-slug";

export { type ConnectionStatus, connectionStatuses };

/** A repeated field, blank entries dropped; `code` says what is wrong with an entry that `isGood` refuses. */
const each = (code: string, isGood: (value: string) => boolean) =>
  z
    .array(z.string().trim().max(500, "tooLong"))
    .max(20, "tooMany")
    .default([])
    .transform((values) => values.filter(Boolean))
    .refine((values) => values.every(isGood), code);

/** Names as a person types them, commas between; what differs in case only is one. */
const tagNames = z
  .string()
  .max(1000, "tooLong")
  .default("")
  .transform((typed) => {
    const names = typed.split(",").map((name) => name.trim().replace(/\s+/g, " "));
    return [...new Map(names.filter(Boolean).map((name) => [name.toLowerCase(), name])).values()];
  })
  .refine((names) => names.every((name) => name.length <= 50), "tagLong");

const linkedIn = each("linkedIn", (typed) => typedSlug(typed) !== null).transform((typed) => [
  ...new Set(typed.map(typedSlug).filter((slug) => slug !== null)),
]);

const facts = {
  fullName: text(200),
  headline: optionalText(300),
  company: optionalText(200),
  position: optionalText(200),
  location: optionalText(200),
  howWeMet: optionalText(2000),
  expertise: optionalText(2000),
  geographicBarrier: optionalText(2000),
  notes: optionalText(20_000),
  linkedIn,
  emails: each("email", isEmail),
  phones: each("phone", isPhone),
  links: each("link", (typed) => normaliseLink(typed) !== null),
  tags: tagNames,
};

export const createContact = z.strictObject({
  ...facts,
  /** The id the form gives the new row, so that the same form sent twice makes one contact. */
  key: id,
  /** Also when somebody else has one of the e-mail addresses. */
  anyway: tick,
});

export const updateContact = z.strictObject({
  ...facts,
  id,
  version,
  connectionStatus: z.enum(connectionStatuses, "choose"),
  connectedOn: optionalDay,
  doNotConnect: tick,
});

const word = z
  .string()
  .transform((text) => text.slice(0, 20_000))
  .optional()
  .catch(undefined);

/** The new-contact form's address: a name, or what another program shared. Nonsense counts as absent. */
export const sharedWords = z.object({ name: word, title: word, text: word, url: word });

export const oneContact = z.strictObject({ id });
export const addTag = z.strictObject({ id, tag: text(50) });
export const removeTag = z.strictObject({ id, tagId: id });

/** A new contact: the name, and whatever else is known. `linkedIn` are slugs, the one in use first. */
export type NewContact = Pick<z.output<typeof createContact>, "fullName"> & Partial<ContactFacts> & { id?: string };
export type ContactFacts = Omit<z.output<typeof updateContact>, "id" | "version">;

export type ContactPoint = { id: string; kind: PointKind; label: string | null; value: string };
export type Tag = { id: string; name: string };

/** Everything written about one contact. Moments are ISO times, `connectedOn` is a day. */
export type ContactDetail = {
  id: string;
  version: number;
  fullName: string;
  headline: string | null;
  company: string | null;
  position: string | null;
  location: string | null;
  howWeMet: string | null;
  expertise: string | null;
  geographicBarrier: string | null;
  doNotConnect: boolean;
  connectionStatus: ConnectionStatus;
  connectedOn: string | null;
  notes: string | null;
  /** Since when it is in the trash. */
  deletedAt: string | null;
  createdAt: string;
  /** The one in use first, then earlier ones. */
  slugs: string[];
  points: ContactPoint[];
  tags: Tag[];
};

/** Who is meant, in a sentence or a link. */
export type ContactName = { id: string; fullName: string; company: string | null };

/** How long the trash keeps a contact. */
export const trashDays = 30;

/** `deletedAt`: since when it is in there, an ISO time. */
export type TrashedContact = ContactName & { deletedAt: string };
