// The same form sent again (a second press, a lost answer, a queue that tries once more) makes one row.
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { createCheck } from "./checks/data";
import { createContact } from "./contacts/data";
import { followUpMany } from "./contacts/list/bulk/data";
import { createView } from "./contacts/list/views/data";
import { asOwner, type OwnerDb } from "./db";
import { createFollowUp } from "./follow-ups/data";
import { logInteraction } from "./interactions/data";
import { logIntroduction } from "./introductions/data";
import { saveDraft } from "./invitations/data";
import { addIncoming } from "./invitations/incoming/data";
import { createTemplate } from "./note-templates/data";
import { newOperationKey } from "./operation-key";
import { createRecommendation } from "./recommendations/data";
import { createSupportAct } from "./support/data";
import { testDatabase } from "./testing/database";

const at = "2026-03-03T12:00:00.000Z";

/** What each form that makes a row makes of its key; `ada` and `bea` are contacts. */
const makes: Record<
  string,
  { table: string; make: (db: OwnerDb, id: string, ada: string, bea: string) => Promise<unknown> }
> = {
  "contacts.create": {
    table: "contact",
    make: (db, id) => createContact(db, { id, fullName: "Cleo New", emails: ["cleo@new.example"], tags: ["new"] }),
  },
  "interactions.log": {
    table: "interaction",
    make: (db, id, ada) =>
      logInteraction(db, id, {
        ...{ contactIds: [ada], newNames: ["Dan New"], names: [], kind: "CALL", direction: "JOINT", depth: "NORMAL" },
        ...{ occurredAt: at, groupSize: null, notes: "Twice", followUpTitle: "Write", followUpDue: "2026-04-01" },
      }),
  },
  "follow-ups.create": {
    table: "follow_up",
    make: (db, id, contactId) => createFollowUp(db, { id, contactId, title: "Call", dueOn: "2026-04-01" }),
  },
  "checks.create": {
    table: "credential_check",
    make: (db, id, contactId) =>
      createCheck(db, id, contactId, {
        ...{ kind: "EXPERTISE", claim: "Pilot", finding: "SUPPORTS", sourceName: "Register", sourceUrl: null },
        ...{ independent: true, checkedAt: at, expiresAt: null, note: null },
      }),
  },
  "note-templates.create": {
    table: "note_template",
    make: (db, id) => createTemplate(db, [], { id, name: "Twice", text: "Hi" }),
  },
  "lists.createView": {
    table: "saved_view",
    make: (db, id) => createView(db, { id, name: "Twice", query: "", sort: "name", reversed: false, columns: "" }),
  },
  "lists.bulkFollowUp": {
    table: "follow_up",
    make: (db, id, ada, bea) =>
      followUpMany(db, { id, chosen: [ada, bea], query: "", except: [], title: "Bulk", dueOn: "2026-04-01" }),
  },
  "recommendations.create": {
    table: "recommendation",
    make: (db, id, contactId) =>
      createRecommendation(
        db,
        {
          ...{ id, contactId, direction: "GIVEN", status: "PUBLISHED", work: "The pilot", text: "Steady." },
          ...{ dueOn: null, publishedOn: "2026-03-03" },
        },
        { timeZone: "UTC", now: new Date() },
      ),
  },
  "support.create": {
    table: "support_act",
    make: (db, id, contactId) =>
      createSupportAct(db, id, { contactId, direction: "GIVEN", kind: "ADVICE", occurredAt: at, note: null }),
  },
  "introductions.log": {
    table: "support_act",
    make: (db, id, contactId, otherId) =>
      logIntroduction(db, id, { contactId, otherId, direction: "GIVEN", occurredAt: at, note: null, howWeMet: null }),
  },
  "incoming.add": {
    table: "invitation",
    make: (db, id) => addIncoming(db, { id, pasted: { slug: null, message: "Hello" }, name: "Eve New" } as never),
  },
};

/** All that these forms write into. */
const tables = [
  ...["contact", "contact_point", "contact_tag", "tag", "interaction", "interaction_contact", "follow_up"],
  ...["credential_check", "note_template", "saved_view", "recommendation", "recommendation_version", "support_act"],
  "invitation",
];

/** Forms whose row is told by something else than a key. */
const withoutKey = {
  "contacts.addTag": "a name is one tag, whoever has it",
  "contacts.addAddress": "an address is one contact's",
  "connections.addRemoval": "one a contact",
  "invitations.write": "one draft a contact, below",
  "sample.add": "only where there is nothing",
};

/** Every action in the code: its name, and its schema where that is one of its domain's. */
const actions = readdirSync("lib", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith("actions.ts"))
  .flatMap((file) => {
    const found = readFileSync(join("lib", file), "utf8").matchAll(/ownerAction\(\s*"([^"]+)",\s*(?:schema\.)?(\w+)/g);
    return [...found].map(([, name = "", schema = ""]) => ({
      name,
      schema,
      folder: file.replace(/\/?actions\.ts$/, ""),
    }));
  });
const making = actions.filter(
  ({ name }) => (/\.(create|log|add|write|record|plan)/.test(name) || name in makes) && !(name in withoutKey),
);

test("every form that makes a row is known here", () => {
  expect(making.map(({ name }) => name).sort()).toEqual(Object.keys(makes).sort());
  expect(actions.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(withoutKey)));
});

test.each(making)("$name is refused without a key", async ({ schema, folder }) => {
  const module = (await import(/* @vite-ignore */ resolve("lib", folder, "schema.ts"))) as Record<string, z.ZodType>;
  const issues = module[schema]?.safeParse({}).error?.issues ?? [];
  expect(issues.map(({ path }) => path[0])).toEqual(expect.arrayContaining([expect.stringMatching(/^(id|key)$/)]));
});

describe("sent 20 times at once", () => {
  const database = testDatabase({ connections: 20 });
  type Make = (typeof makes)[string]["make"];

  /** How many rows there are of each table that a form writes into, after sending it so often to a new owner's. */
  async function rowsAfter(make: Make, times: number): Promise<Record<string, number>> {
    const owner = await database.newOwner();
    const person = (fullName: string) => asOwner(owner, (db) => createContact(db, { fullName }));
    const [ada, bea] = [await person("Ada First"), await person("Bea First")];
    await database.admin.query("update contact set connection_status = 'CONNECTED' where owner_id = $1", [owner]);
    const id = newOperationKey();
    await Promise.all(Array.from({ length: times }, () => asOwner(owner, (db) => make(db, id, ada, bea))));
    const { rows } = await database.admin.query<{ name: string; count: number }>(
      tables
        .map((table) => `select '${table}' as name, count(*)::int from ${table} where owner_id = $1`)
        .join(" union all "),
      [owner],
    );
    return Object.fromEntries(rows.map(({ name, count }) => [name, count]));
  }

  test.each(Object.entries(makes))("%s makes once what it makes", async (_, { table, make }) => {
    const once = await rowsAfter(make, 1);
    expect(once[table]).toBeGreaterThan(table === "contact" ? 2 : 0);
    expect(await rowsAfter(make, 20)).toEqual(once);
  });

  test("a note's draft is one a contact", async () => {
    const draft: Make = (db, _, ada) => saveDraft(db, ada, "Hello Ada");
    expect((await rowsAfter(draft, 20)).invitation).toBe(1);
  });
});
