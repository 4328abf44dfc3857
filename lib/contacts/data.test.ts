import { beforeAll, describe, expect, test } from "vitest";
import { asOwner, type OwnerDb, type OwnerId } from "@/lib/db";
import { testDatabase } from "@/lib/testing/database";
import { createContact, getContact, updateContact } from "./data";
import { refuseKnownEmail } from "./points/data";
import { updateContact as updateSchema } from "./schema";
import { addTag, listTags, removeTag } from "./tags/data";

const database = testDatabase();
let owner: OwnerId;
let other: OwnerId;
beforeAll(async () => {
  owner = await database.newOwner();
  other = await database.newOwner();
});
const run = <T>(work: (db: OwnerDb) => Promise<T>) => asOwner(owner, work);
const create = (contact: Parameters<typeof createContact>[1]) => run((db) => createContact(db, contact));
const read = async (id: string) => {
  const contact = await run((db) => getContact(db, id));
  if (!contact) throw new Error("not found");
  return contact;
};
/** As the form sends it: everything, under the names of its fields. */
const typed = (fields: Record<string, unknown>) => {
  const { id, version, ...facts } = updateSchema.parse({
    id: crypto.randomUUID(),
    version: "1",
    connectionStatus: "NONE",
    ...fields,
  });
  return facts;
};
const nobody = "00000000-0000-7000-8000-000000000000";

test("a name is enough", async () => {
  const contact = await read(await create({ fullName: "Anna Berg" }));
  expect(contact).toMatchObject({ fullName: "Anna Berg", company: null, slugs: [], points: [], tags: [], version: 1 });
});

test("everything written comes back as it was typed", async () => {
  const id = await create({ fullName: "Björn Dahl" });
  await run((db) =>
    updateContact(
      db,
      id,
      1,
      typed({
        fullName: " Björn Dahl ",
        company: "Nordlys Energi",
        howWeMet: "after the talk",
        connectionStatus: "CONNECTED",
        connectedOn: "2026-03-01",
        doNotConnect: "on",
        linkedIn: ["https://de.linkedin.com/in/Bj%C3%B6rn-Dahl?x=1", "in/bjoern"],
        emails: ["Bjorn@Nordlys.example", "", "b@home.example"],
        phones: ["+47 912 34 567"],
        links: ["nordlys.example/team"],
        tags: "Energy, oslo ,energy",
      }),
    ),
  );
  expect(await read(id)).toMatchObject({
    fullName: "Björn Dahl",
    company: "Nordlys Energi",
    connectionStatus: "CONNECTED",
    connectedOn: "2026-03-01",
    doNotConnect: true,
    slugs: ["björn-dahl", "bjoern"],
    version: 2,
    points: [
      { kind: "EMAIL", value: "Bjorn@Nordlys.example" },
      { kind: "EMAIL", value: "b@home.example" },
      { kind: "PHONE", value: "+47 912 34 567" },
      { kind: "URL", value: "nordlys.example/team" },
    ],
    tags: [{ name: "energy" }, { name: "oslo" }],
  });
});

test("taking an e-mail address out of the form takes it away, and the others keep their label", async () => {
  const id = await create({ fullName: "Carla", emails: ["a@carla.example", "b@carla.example"] });
  await database.admin.query(
    "update contact_point set label = 'work' where owner_id = $1 and value = 'a@carla.example'",
    [owner],
  );
  await run((db) => updateContact(db, id, 1, typed({ fullName: "Carla", emails: ["A@Carla.example"] })));
  expect((await read(id)).points).toMatchObject([{ value: "A@Carla.example", label: "work" }]);
});

test("the address put first is the one in use", async () => {
  const id = await create({ fullName: "Dora", linkedIn: ["dora-old"] });
  await run((db) => updateContact(db, id, 1, typed({ fullName: "Dora", linkedIn: ["in/dora-new", "in/dora-old"] })));
  expect((await read(id)).slugs).toEqual(["dora-new", "dora-old"]);
});

test("an edit of what has changed elsewhere is refused, and writes once it names the newer version", async () => {
  const id = await create({ fullName: "Emil" });
  await run((db) => updateContact(db, id, 1, typed({ fullName: "Emil One" })));
  const late = run((db) => updateContact(db, id, 1, typed({ fullName: "Emil Two" })));
  await expect(late).rejects.toMatchObject({ code: "changedElsewhere", see: { href: `/contacts/${id}` } });
  expect((await read(id)).fullName).toBe("Emil One");
  await run((db) => updateContact(db, id, 2, typed({ fullName: "Emil Two" })));
  expect((await read(id)).fullName).toBe("Emil Two");
});

test("the same form sent twenty times at once makes one contact, and everybody is told so", async () => {
  const id = crypto.randomUUID();
  const form = { id, fullName: "Fatima", emails: ["fatima@example.org"], tags: ["Oslo"], linkedIn: ["fatima"] };
  const sent = await Promise.all(Array.from({ length: 20 }, () => create(form)));
  expect(new Set(sent)).toEqual(new Set([id]));
  expect(await create(form)).toBe(id);
  const { points, tags, slugs } = await read(id);
  expect([points.length, tags.length, slugs.length]).toEqual([1, 1, 1]);
});

test("a LinkedIn address that somebody else holds is refused by that name, and nothing is written", async () => {
  const holder = await create({ fullName: "Georg", linkedIn: ["georg"] });
  const taken = create({ fullName: "Georg the Second", linkedIn: ["georg-2", "georg"] });
  await expect(taken).rejects.toMatchObject({
    code: "linkedInTaken",
    field: "linkedIn",
    params: { name: "Georg" },
    see: { href: `/contacts/${holder}` },
  });
  expect(await create({ fullName: "Georg the Second", linkedIn: ["georg-2"] })).not.toBe(holder);
  await asOwner(other, (db) => createContact(db, { fullName: "Another owner's Georg", linkedIn: ["georg"] }));
});

test("an e-mail address that somebody has is named, whatever its case", async () => {
  const id = await create({ fullName: "Hanna", emails: ["hanna@example.org"] });
  await expect(run((db) => refuseKnownEmail(db, ["HANNA@example.org"]))).rejects.toMatchObject({
    params: { name: "Hanna" },
  });
  await run((db) => refuseKnownEmail(db, ["hanna@example.org"], id));
  await asOwner(other, (db) => refuseKnownEmail(db, ["hanna@example.org"]));
});

test("tags are made by typing, once whatever the case, and go with the last who has them", async () => {
  const [a, b] = [await create({ fullName: "Ida" }), await create({ fullName: "Jon" })];
  await run((db) => addTag(db, a, "Speaker"));
  await run((db) => addTag(db, b, "speaker"));
  await run((db) => addTag(db, b, "speaker"));
  const [tag] = (await read(b)).tags;
  expect(tag?.name).toBe("Speaker");
  await run((db) => removeTag(db, a, tag?.id ?? ""));
  expect((await read(a)).tags).toEqual([]);
  expect(await run(listTags)).toContainEqual(tag);
  await run((db) => removeTag(db, b, tag?.id ?? ""));
  expect(await run(listTags)).not.toContainEqual(tag);
});

describe("another owner's contact, and one that never was", () => {
  test.each(["another's", "nobody"])("%s is not found", async (whose) => {
    const id = whose === "nobody" ? nobody : await create({ fullName: "Mine" });
    const asOther = <T>(work: (db: OwnerDb) => Promise<T>) => asOwner(other, work);
    expect(await asOther((db) => getContact(db, id))).toBeNull();
    const gone = { code: "notFound" };
    await expect(asOther((db) => updateContact(db, id, 1, typed({ fullName: "X" })))).rejects.toMatchObject(gone);
    await expect(asOther((db) => addTag(db, id, "x"))).rejects.toMatchObject(gone);
    await expect(asOther((db) => removeTag(db, id, nobody))).rejects.toMatchObject(gone);
  });
});

test.each([
  ["linkedIn", { linkedIn: ["https://evil-linkedin.com/in/x"] }],
  ["email", { emails: ["anna"] }],
  ["phone", { phones: ["call me"] }],
  ["link", { links: ["javascript:alert(1)"] }],
  ["missing", { fullName: "   " }],
  ["tagLong", { tags: `a, ${"x".repeat(51)}` }],
])("the form answers %s to what it can't take", (code, fields) => {
  const parsed = updateSchema.safeParse({ fullName: "A", id: nobody, version: 1, connectionStatus: "NONE", ...fields });
  expect(parsed.error?.issues.map((issue) => issue.message)).toEqual([code]);
});
