import { beforeAll, describe, expect, test } from "vitest";
import { asOwner, type OwnerDb, type OwnerId } from "@/lib/db";
import { listDue } from "@/lib/rhythm/due/data";
import { listFading, listLapsing } from "@/lib/strength/lanes/data";
import { bands, endings, rules, verdicts } from "@/lib/strength/schema";
import { testDatabase } from "@/lib/testing/database";
import { createContact } from "../data";
import type { NewContact } from "../schema";
import { trashContact } from "../trash/data";
import { countContacts, listContacts, suggestContacts } from "./data";
import { contactQuery, sorts } from "./schema";

const database = testDatabase();
let owner: OwnerId;
beforeAll(async () => {
  owner = await database.newOwner();
});
const run = <T>(work: (db: OwnerDb) => Promise<T>) => asOwner(owner, work);
const create = (contact: NewContact) => run((db) => createContact(db, contact));
const query = (address: Record<string, unknown> = {}) => contactQuery.parse(address);
const names = async (address: Record<string, unknown>) => {
  const page = await run((db) => listContacts(db, query(address)));
  expect(await run((db) => countContacts(db, query(address)))).toBe(page.contacts.length);
  return page.contacts.map((contact) => contact.fullName);
};

describe("search", () => {
  beforeAll(async () => {
    await create({
      fullName: "Sunniva Dåhl-Bjørnsen",
      company: "Nordlys Energi",
      position: "Programme lead",
      headline: "Grid storage, 100% renewable",
      location: "Tromsø",
      howWeMet: "after the keynote",
      expertise: "tariffs",
      notes: "Knows Marek\nplays Go",
      linkedIn: ["sunniva-d-9931"],
      emails: ["S.Dahl@post.example"],
      phones: ["+47 912 34 567"],
      links: ["https://pilot.example/team"],
      tags: ["Speaker"],
    });
    await create({ fullName: "Marek Elsewhere" });
    const trashed = await create({ fullName: "Sunniva Trashed" });
    await run((db) => trashContact(db, trashed));
  });

  test.each([
    "sunniva",
    "DAHL",
    "bjornsen",
    "nordlys",
    "programme",
    "grid storage",
    "tromso",
    "keynote",
    "tariffs",
    "marek go",
    "sunniva-d-9931",
    "https://no.linkedin.com/in/sunniva-d-9931/",
    "s.dahl@POST.example",
    "+47 912 34 567",
    "0047 91234567",
    "912 34 567",
    "pilot.example",
    "speaker",
    "energi sunniva",
    "100%",
    "dahl, sunniva",
  ])("%s finds her", async (q) => expect(await names({ q })).toEqual(["Sunniva Dåhl-Bjørnsen"]));

  test.each(["sunniva marek elsewhere", "100_", "%", "zzz"])("%s finds nobody", async (q) =>
    expect(await names({ q })).toEqual(q === "%" ? ["Sunniva Dåhl-Bjørnsen"] : []),
  );

  test("what was edited or taken away is found no longer", async () => {
    const id = await create({ fullName: "Old Name", emails: ["old@mail.example"], tags: ["passing"] });
    await run(async (db) => {
      await db.contact.updateMany({ where: { ownerId: owner, id }, data: { fullName: "New Name" } });
      await db.contactPoint.deleteMany({ where: { ownerId: owner, contactId: id } });
      await db.tag.updateMany({ where: { ownerId: owner, name: "passing" }, data: { name: "lasting" } });
    });
    for (const q of ["old", "passing"]) expect(await names({ q })).toEqual([]);
    for (const q of ["new name", "lasting"]) expect(await names({ q })).toEqual(["New Name"]);
  });

  test("a box that completes names puts those first that begin so", async () => {
    const found = await run((db) => suggestContacts(db, "mar"));
    expect(found.map((contact) => contact.fullName)).toEqual(["Marek Elsewhere", "Sunniva Dåhl-Bjørnsen"]);
    expect(await run((db) => suggestContacts(db, " "))).toEqual([]);
  });

  test("another owner finds nothing", async () => {
    const other = await database.newOwner();
    for (const q of ["", "sunniva", "s"]) {
      expect((await asOwner(other, (db) => listContacts(db, query({ q })))).contacts).toEqual([]);
      expect(await asOwner(other, (db) => countContacts(db, query({ q })))).toBe(0);
    }
    expect(await asOwner(other, (db) => suggestContacts(db, "sunniva"))).toEqual([]);
  });
});

describe("a hundred and fifty contacts in every standing", () => {
  let many: OwnerId;
  const asMany = <T>(work: (db: OwnerDb) => Promise<T>) => asOwner(many, work);
  beforeAll(async () => {
    many = await database.newOwner();
    await database.admin.query(
      `insert into contact (owner_id, id, full_name, connection_status, created_at)
       select $1, uuid_v7(), 'Person ' || (g % 40), (array['NONE', 'CONNECTED', 'INVITED', 'RECEIVED', 'NONE'])[1 + g % 5]::connection_status,
         timestamptz '2026-01-01' + (g % 50) * interval '1 second'
       from generate_series(1, 150) g`,
      [many],
    );
    // The standing is what is listed here, so it is written as such: every rule held, run out or never met.
    await database.admin.query(
      `with moment as (
         select contact_id, row_number() over (order by contact_id) as n from contact_standing where owner_id = $1)
       update contact_standing st set
         heat = case when n % 4 > 0 then days_since_t0(now()) / 180 + (n % 9) - 3 end,
         last_interaction_at = case when n % 3 > 0 then now() - (n % 20) * interval '1 day' end,
         knows_until = case when n % 3 > 0 then 'infinity'::timestamptz end,
         desires_until = now() + interval '1 day', mutual_until = now() + interval '1 day',
         verified_until = case when n % 2 > 0 then now() + interval '1 day' else now() - interval '1 day' end,
         vouched_until = now() + interval '1 day',
         warm_until = case when n % 7 > 0 then now() + interval '1 day' end,
         blocked_until = case n % 11 when 0 then 'infinity'::timestamptz when 1 then now() - interval '1 day' end
       from moment where st.owner_id = $1 and st.contact_id = moment.contact_id`,
      [many],
    );
    await database.admin.query(
      `update contact_standing st set
         ready_until = least(knows_until, desires_until, mutual_until, verified_until, vouched_until, warm_until),
         queue_until = case when c.connection_status in ('NONE', 'RECEIVED') and blocked_until is distinct from 'infinity'
           then least(knows_until, desires_until, mutual_until, verified_until, vouched_until, warm_until) end
       from contact c
       where st.owner_id = $1 and c.owner_id = st.owner_id and c.id = st.contact_id
         and num_nulls(knows_until, desires_until, mutual_until, verified_until, vouched_until, warm_until) = 0`,
      [many],
    );
  });

  test.each(sorts)("sorted by %s, page by page and back, nothing is left out and nothing comes twice", async (sort) => {
    const whole = (await asMany((db) => listContacts(db, query({ sort }), 1000))).contacts.map((contact) => contact.id);
    expect(new Set(whole).size).toBe(150);

    const forwards: string[] = [];
    let page = await asMany((db) => listContacts(db, query({ sort }), 17));
    expect(page.before).toBeNull();
    for (;;) {
      forwards.push(...page.contacts.map((contact) => contact.id));
      const { after } = page;
      if (after === null) break;
      page = await asMany((db) => listContacts(db, query({ sort, after }), 17));
    }
    expect(forwards).toEqual(whole);

    const backwards = page.contacts.map((contact) => contact.id);
    for (let { before } = page; before !== null; before = page.before) {
      const here = before;
      page = await asMany((db) => listContacts(db, query({ sort, before: here }), 17));
      backwards.unshift(...page.contacts.map((contact) => contact.id));
    }
    expect(backwards).toEqual(whole);
  });

  test("every filter on stored columns finds exactly whom the view describes", async () => {
    const { rows } = await database.admin.query<
      { id: string; verdict: string; band: string } & Record<string, boolean>
    >("select contact_id as id, * from relationship_strength where owner_id = $1", [many]);
    expect(rows).toHaveLength(150);
    const expectFound = async (address: Record<string, unknown>, ids: string[]) => {
      const found = await asMany((db) => listContacts(db, query(address), 1000));
      expect({ address, ids: found.contacts.map((contact) => contact.id).sort() }).toEqual({
        address,
        ids: ids.sort(),
      });
      expect(await asMany((db) => countContacts(db, query(address)))).toBe(ids.length);
    };
    const which = (holds: (row: (typeof rows)[number]) => boolean) => rows.filter(holds).map((row) => row.id);
    for (const verdict of verdicts) {
      const ids = which((row) => row.verdict === verdict);
      expect(ids).not.toEqual([]);
      await expectFound({ verdict, sort: "strength" }, ids);
    }
    for (const band of bands)
      await expectFound(
        { band },
        which((row) => row.band === band),
      );
    for (const missing of rules)
      await expectFound(
        { missing, sort: "newest" },
        which((row) => !row[missing]),
      );
  });

  test("what is soon over is exactly what the lanes of Today show", async () => {
    const lanes = {
      fading: (db: OwnerDb) => listFading(db, 1000),
      lapsing: (db: OwnerDb) => listLapsing(db, 1000),
      touch: (db: OwnerDb) => listDue(db, "UTC", 1000),
    };
    for (const soon of endings) {
      const lane = await asMany(async (db): Promise<{ contactId: string }[]> => lanes[soon](db));
      const found = await asMany((db) => listContacts(db, query({ soon }), 1000));
      expect(found.contacts.map(({ id }) => id).sort()).toEqual(lane.map(({ contactId }) => contactId).sort());
      expect(await asMany((db) => countContacts(db, query({ soon })))).toBe(lane.length);
    }
    expect((await asMany((db) => listContacts(db, query({ soon: "fading" }), 1000))).contacts.length).toBeGreaterThan(
      9,
    );
  });
});

test("by status and by tag, together with what is searched", async () => {
  const mine = await database.newOwner();
  const asMine = <T>(work: (db: OwnerDb) => Promise<T>) => asOwner(mine, work);
  await asMine((db) => createContact(db, { fullName: "Anna", tags: ["oslo"], connectionStatus: "CONNECTED" }));
  await asMine((db) => createContact(db, { fullName: "Björn", tags: ["oslo"] }));
  await asMine((db) => createContact(db, { fullName: "Carla" }));
  const found = async (address: Record<string, unknown>) =>
    (await asMine((db) => listContacts(db, query(address)))).contacts.map((contact) => contact.fullName);
  const tag = (await asMine((db) => listContacts(db, query()))).contacts[0]?.tags[0]?.id;
  expect(await found({ tag })).toEqual(["Anna", "Björn"]);
  expect(await found({ tag, status: "CONNECTED" })).toEqual(["Anna"]);
  expect(await found({ tag, q: "bj" })).toEqual(["Björn"]);
});

test("an address that can't be read shows the list from its beginning", async () => {
  const odd = { verdict: "SUPERB", sort: "x", after: "'; drop", before: "%", tag: "7", q: ["a", "b"] };
  expect(contactQuery.parse(odd)).toEqual({ q: "", sort: "name", after: "'; drop", before: "%" });
  await run((db) => listContacts(db, query({ after: "'; drop", sort: "strength" })));
});
