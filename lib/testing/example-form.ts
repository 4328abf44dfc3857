// A form that an action's schema takes, made from the schema: for the tests that attack every action.
import { z } from "zod";
import type { EveryAction, IdOf } from "./every-action";

export type Fields = Record<string, string | string[]>;
type Field = z.core.JSONSchema.BaseSchema;

/** Whose id a form's `id` is, by the domain. */
const idIsOf: Record<string, string> = {
  "account/passkeys": "passkey",
  "account/sessions": "session",
  checks: "credential_check",
  contacts: "contact",
  "contacts/list/bulk": "bulk_change",
  "contacts/list/views": "saved_view",
  duplicates: "contact_merge",
  "follow-ups": "follow_up",
  imports: "import_batch",
  "imports/decisions": "import_batch",
  "imports/tables": "import_batch",
  interactions: "interaction",
  members: "app_user",
  privacy: "contact",
  introductions: "support_act",
  invitations: "invitation",
  "invitations/incoming": "invitation",
  "note-templates": "note_template",
  policy: "policy_change",
  recommendations: "recommendation",
  support: "support_act",
};

/** Whose id it is in any form; the lower half: from whom a merge takes what. */
const idFields: Record<string, string> = {
  ...{ contactId: "contact", otherId: "other contact", metId: "contact", contactIds: "contact" },
  ...{ tagId: "tag", textId: "recommendation_version", view: "saved_view", key: "contact" },
  ...{ fullName: "contact", position: "contact", company: "contact", headline: "contact", location: "contact" },
  ...{ connection: "contact", doNotConnect: "contact", assessment: "contact", howWeMet: "contact" },
  ...{ expertise: "contact", geographicBarrier: "contact", notes: "contact" },
};

/** Fields that say more by their name than by their kind. `words` is what a person would have written there. */
const namedFields: Record<string, (words: string) => string | string[]> = {
  connectedOn: () => "2026-01-05",
  day: () => "2026-01-05",
  checkedOn: () => "yesterday",
  dueOn: () => "2026-01-05",
  email: () => "someone@example.test",
  emails: () => ["someone@example.test"],
  expiresOn: () => "tomorrow",
  followUpDue: () => "tomorrow",
  linkedIn: () => "https://www.linkedin.com/in/some-body",
  links: (words) => [`https://example.test/${encodeURIComponent(words)}`],
  password: () => "correct horse battery",
  phones: () => ["+47 22 33 44 55"],
  sourceUrl: (words) => `https://example.test/${encodeURIComponent(words)}`,
  timeZone: () => "Europe/Oslo",
  until: () => "tomorrow",
};

const moment = "2026-01-05T00:00:00.000Z";

/** What a passkey's device would say, were it one. */
const credential = { id: "YQ", rawId: "YQ", type: "public-key" };
const made = { clientDataJSON: "YQ", attestationObject: "YQ" };
const used = { clientDataJSON: "YQ", authenticatorData: "YQ", signature: "YQ" };

/** What a schema asks for beyond its fields' kinds, by the action's name. */
const particular: Record<string, (idOf: IdOf, words: string) => Fields> = {
  answerIntroAction: (_, words) => ({ version: "", canSay: words }),
  addIncomingAction: (_, words) => ({ name: words, pasted: words }),
  addAddressAction: () => ({ linkedIn: "https://www.linkedin.com/in/some-body" }),
  bringBackCheckAction: (idOf, words) => ({
    memory: JSON.stringify({
      ...{ id: idOf("credential_check"), contactId: idOf("contact"), kind: "BACKGROUND", claim: words },
      ...{ finding: "SUPPORTS", sourceName: words, sourceUrl: null, origin: words, independent: true, note: words },
      ...{ checkedAt: moment, expiresAt: null, resolvedAt: null, resolution: null, version: 1 },
    }),
  }),
  bringBackInteractionAction: (idOf, words) => ({
    memory: JSON.stringify({
      ...{ id: idOf("interaction"), kind: "CALL", direction: "JOINT", occurredAt: moment, depth: "DEEP" },
      ...{ groupSize: null, confirmed: true, notes: words, mentions: [], version: 1, contactIds: [idOf("contact")] },
    }),
  }),
  bringBackRecommendationAction: (idOf, words) => ({
    memory: JSON.stringify({
      ...{ id: idOf("recommendation"), contactId: idOf("contact"), direction: "GIVEN", status: "DRAFTING", version: 1 },
      ...{ work: words, text: words, dueOn: null, publishedOn: null, createdAt: moment, requestedAt: null },
      texts: [{ id: idOf("recommendation_version"), text: words, createdAt: moment }],
    }),
  }),
  bulkFollowUpAction: (idOf) => ({ chosen: idOf("contact"), query: "", except: "" }),
  bulkTagAction: (idOf) => ({ chosen: idOf("contact"), query: "", except: "" }),
  bulkTrashAction: (idOf) => ({ chosen: idOf("contact"), query: "", except: "" }),
  addPasskeyAction: () => ({ answer: JSON.stringify({ ...credential, response: made }) }),
  confirmWithPasskeyAction: () => ({ answer: JSON.stringify({ ...credential, response: used }) }),
  createCheckAction: (_, words) => ({ sourceName: words }),
  logInteractionAction: (idOf) => ({
    contactIds: [idOf("contact")],
    mentions: [],
    next: "",
    followUpDue: "tomorrow",
  }),
  revokeInviteAction: (idOf) => ({ id: idOf("invite") }),
  signInWithPasskeyAction: () => ({ answer: JSON.stringify({ ...credential, response: used }) }),
  reviewAction: (idOf) => ({
    intent: "merge",
    people: [idOf("contact"), idOf("other contact")],
    seen: [`${idOf("contact")} 1`, `${idOf("other contact")} 1`],
  }),
  savePolicyAction: () => ({ minCheckKinds: "2" }),
  undoDistinctAction: (idOf) => ({ people: `${idOf("contact")} ${idOf("other contact")}` }),
  undoLogAction: (idOf) => ({ ids: `${idOf("interaction")},${idOf("contact")}` }),
  updateCheckAction: (_, words) => ({ sourceName: words }),
  updateInteractionAction: (idOf) => ({ contactIds: [idOf("contact")], mentions: [] }),
};

/** A form that the action takes. `words` stand in every free text that must be there, or with `everywhere` in all of them. */
export function exampleForm(
  { name, domain, schema }: EveryAction & { schema: z.ZodType },
  idOf: IdOf,
  { words = "Some words", everywhere = false } = {},
): Fields {
  const given = particular[name]?.(idOf, words) ?? {};
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  const fields = Object.entries(properties as Record<string, Field>).flatMap(([field, kind]) => {
    const isWanted = field in given || required.includes(field) || isId(kind) || (everywhere && isText(kind));
    if (!isWanted) return [];
    const value =
      given[field] ?? idField(name, domain, field, kind, idOf) ?? namedFields[field]?.(words) ?? exampleOf(kind, words);
    return [[field, isList(kind) ? [value].flat() : value] as const];
  });
  return Object.fromEntries(fields);
}

const alternatives = (field: Field): Field[] => (field.anyOf as Field[] | undefined) ?? [field];
const isList = (field: Field) => field.type === "array";
const itemOf = (field: Field): Field => (isList(field) ? (field.items as Field) : field);
const isId = (field: Field) => alternatives(itemOf(field)).some(({ format }) => format === "uuid");

function idField(action: string, domain: string, field: string, kind: Field, idOf: IdOf): string | undefined {
  if (!isId(kind)) return undefined;
  const table = field === "id" ? idIsOf[domain] : idFields[field];
  if (table) return idOf(table);
  if (alternatives(kind).length > 1) return undefined; // something else will do
  throw new Error(`Whose id is the field ${field} of ${action}? lib/testing/example-form.ts has to know.`);
}

/** Whether people write there what they like. */
function isText(field: Field): boolean {
  return alternatives(field)
    .map(itemOf)
    .some(
      ({ type, enum: choices, const: only, format, pattern }) =>
        [type].flat().includes("string") && !choices && only === undefined && !format && !pattern,
    );
}

const examples = ["7", "yes", "00:00", "DEFAULT", "abcdefghijklmnop"];

function exampleOf(field: Field, words: string): string | string[] {
  const chosen = alternatives(field).find(({ type, const: only }) => type !== "null" && only !== "") ?? field;
  if (isList(chosen)) return [exampleOf(itemOf(chosen), words)].flat();
  const { const: only, enum: choices, format, pattern, type } = chosen;
  if (only !== undefined) return String(only);
  if (choices) return String(choices[0]);
  if (format === "date") return "2026-01-05";
  if (pattern) return examples.find((one) => new RegExp(pattern).test(one)) ?? words;
  return type === "integer" || type === "number" ? "1" : words;
}
