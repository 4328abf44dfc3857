import { beforeAll, expect, test } from "vitest";
import { asOwner, type OwnerDb, type OwnerId } from "@/lib/db";
import { receiveInvitation, saveDraft } from "@/lib/invitations/data";
import { testDatabase } from "@/lib/testing/database";
import { addReadyContact } from "@/lib/testing/ready-contact";
import { addAddress, getDesk, getReadyRecord } from "./data";

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
  await run((db) => saveDraft(db, lena, "Hi Lena"));
  const invitation = await run((db) => receiveInvitation(db, lena, null));
  expect(await record(lena)).toMatchObject({ draft: "Hi Lena", theirInvitationId: invitation });
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

test("the desk starts with the strongest, takes whom one chooses, and says how the others stand", async () => {
  const mine = await database.newOwner();
  const desk = (chosen?: string) => asOwner(mine, (db) => getDesk(db, chosen, "UTC"));
  expect(await desk()).toMatchObject({ card: null, place: 0, count: 0, next: [], missed: null });

  const [strong, weak, unready] = await asOwner(mine, async (db) => {
    const lena = await addReadyContact(db, "Lena Okafor");
    const tomas = await addReadyContact(db, "Tomás Marín");
    await db.interaction.create({
      data: {
        ownerId: mine,
        kind: "IN_PERSON",
        occurredAt: new Date(),
        contacts: { create: { contactId: lena } },
      },
    });
    const rob = await db.contact.create({ data: { ownerId: mine, fullName: "Rob Becker" } });
    return [lena, tomas, rob.id];
  });
  expect(await desk()).toMatchObject({
    card: { record: { id: strong } },
    place: 1,
    count: 2,
    next: [{ contactId: weak }],
    missed: null,
  });
  expect(await desk(weak)).toMatchObject({
    card: { record: { id: weak } },
    place: 2,
    next: [{ contactId: strong }],
    missed: null,
  });
  expect(await desk(unready)).toMatchObject({
    card: { record: { id: strong } },
    missed: { fullName: "Rob Becker", verdict: "BUILDING" },
  });
  expect(await asOwner(other, (db) => getDesk(db, weak, "UTC"))).toMatchObject({ missed: null });
});
