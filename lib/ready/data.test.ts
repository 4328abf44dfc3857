import { beforeAll, expect, test } from "vitest";
import { asOwner, type OwnerDb, type OwnerId } from "@/lib/db";
import { receiveInvitation, saveDraft } from "@/lib/invitations/data";
import { testDatabase } from "@/lib/testing/database";
import { addReadyContact } from "@/lib/testing/ready-contact";
import { addAddress, getReadyRecord, listReadyRecords } from "./data";

const database = testDatabase();
let owner: OwnerId;
let other: OwnerId;
beforeAll(async () => {
  owner = await database.newOwner();
  other = await database.newOwner();
});
const run = <T>(work: (db: OwnerDb) => Promise<T>) => asOwner(owner, work);
const record = async (id: string) => {
  const found = await run((db) => getReadyRecord(db, id, "Europe/London"));
  if (!found) throw new Error("not found");
  return found;
};

test("the record says what happened, what was checked and what is wanted", async () => {
  const now = new Date("2026-11-20T12:00:00Z");
  const lena = await run((db) => addReadyContact(db, "Lena Okafor", now));
  expect(await record(lena)).toMatchObject({
    met: { times: 2, last: "2026-11-10" },
    spoke: null,
    origins: ["a shared client", "register.example"],
    commonGround: ["data quality", "climbing"],
    goal: "Compare notes on lineage",
    wouldIntroduce: true,
    address: null,
    draft: null,
    theirInvitationId: null,
  });
});

test("nothing is claimed for somebody of whom nothing is known", async () => {
  const { id } = await run((db) => db.contact.create({ data: { ownerId: db.owner, fullName: "Rob Becker" } }));
  expect(await record(id)).toMatchObject({ met: null, spoke: null, origins: [], goal: null, wouldIntroduce: false });
});

test("checks that ran out, speak against, or are the contact's own word don't count", async () => {
  const lena = await run((db) => addReadyContact(db, "Lena Okafor"));
  await run(async (db) => {
    const check = { ownerId: db.owner, contactId: lena, kind: "BACKGROUND", independent: true } as const;
    await db.credentialCheck.createMany({
      data: [
        { ...check, finding: "SUPPORTS", sourceName: "ran out", expiresAt: new Date("2020-01-01") },
        { ...check, finding: "NEUTRAL", sourceName: "says nothing" },
        { ...check, finding: "SUPPORTS", sourceName: "her own site", independent: false },
      ],
    });
  });
  expect((await record(lena)).origins).toEqual(["a shared client", "register.example"]);
});

test("the draft kept and their own invitation are part of it", async () => {
  const lena = await run((db) => addReadyContact(db, "Lena Okafor"));
  await run((db) => saveDraft(db, lena, "Hi Lena", "Short"));
  const invitation = await run((db) => receiveInvitation(db, lena, null));
  expect(await record(lena)).toMatchObject({
    draft: "Hi Lena",
    draftTemplate: "Short",
    theirInvitationId: invitation,
  });
});

test("an address added becomes the one in use, the earlier one stays known", async () => {
  const lena = await run((db) => addReadyContact(db, "Lena Okafor"));
  await run((db) => addAddress(db, lena, "lena-okafor"));
  await run((db) => addAddress(db, lena, "lenaökafor"));
  expect((await record(lena)).address).toBe("https://www.linkedin.com/in/lena%C3%B6kafor/");
  expect(await run((db) => db.linkedinAlias.count({ where: { contactId: lena } }))).toBe(2);
  const rob = await run((db) => addReadyContact(db, "Rob Becker"));
  await expect(run((db) => addAddress(db, rob, "lena-okafor"))).rejects.toMatchObject({ code: "linkedInTaken" });
});

test("another owner's contact is not there", async () => {
  const lena = await run((db) => addReadyContact(db, "Lena Okafor"));
  expect(await asOwner(other, (db) => getReadyRecord(db, lena, "UTC"))).toBeNull();
  await expect(asOwner(other, (db) => addAddress(db, lena, "lena"))).rejects.toMatchObject({ code: "notFound" });
});

test("the records of several are those of each", async () => {
  const ids = await run(async (db) => [
    await addReadyContact(db, "Lena Okafor"),
    (await db.contact.create({ data: { ownerId: db.owner, fullName: "Rob Becker" } })).id,
  ]);
  const records = await run((db) => listReadyRecords(db, ids, "Europe/London"));
  for (const id of ids) expect(records.find((one) => one.id === id)).toEqual(await record(id));
  expect(await asOwner(other, (db) => listReadyRecords(db, ids, "UTC"))).toEqual([]);
});
