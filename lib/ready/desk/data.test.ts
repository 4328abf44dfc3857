import { beforeEach, expect, test } from "vitest";
import { asOwner, type OwnerDb, type OwnerId } from "@/lib/db";
import { markSent, undoSent } from "@/lib/invitations/data";
import { countQueue } from "@/lib/strength/lanes/queue/data";
import { testDatabase } from "@/lib/testing/database";
import { addReadyContact } from "@/lib/testing/ready-contact";
import { putBack, setAside } from "../aside/data";
import type { ReadySearch } from "../schema";
import { getDesk, listDesk } from "./data";

const database = testDatabase();
let owner: OwnerId;
let lena: string;
let tomas: string;
let aiko: string;

/** Ready, and the stronger the more often met lately. */
async function addPerson(db: OwnerDb, name: string, meetings: number): Promise<string> {
  const id = await addReadyContact(db, name);
  for (let met = 0; met < meetings; met += 1) {
    const occurredAt = new Date(Date.now() - met * 86_400_000);
    const contacts = { create: { contactId: id } };
    await db.interaction.create({ data: { ownerId: db.owner, kind: "IN_PERSON", occurredAt, contacts } });
  }
  return id;
}

beforeEach(async () => {
  owner = await database.newOwner();
  [lena, tomas, aiko] = await run(
    async (db): Promise<[string, string, string]> => [
      await addPerson(db, "Lena Okafor", 3),
      await addPerson(db, "Tomás Marín", 2),
      await addPerson(db, "Aiko Hayashi", 1),
    ],
  );
});
const run = <T>(work: (db: OwnerDb) => Promise<T>) => asOwner(owner, work);
const desk = (search: Pick<ReadySearch, "contact" | "at"> = {}) =>
  run(async (db) => getDesk(db, search, "UTC", await countQueue(db)));
const notNow = { until: null, reason: "Not now" };
const aside = (id: string, choice: Parameters<typeof setAside>[2] = notNow) => run((db) => setAside(db, id, choice));
/** Who is on the card, who comes next, and who before. */
const order = async (search: Pick<ReadySearch, "contact" | "at"> = {}) => {
  const { card, next, previousId, place, count } = await desk(search);
  return { card: card?.record.fullName, next: next.map(({ fullName }) => fullName), previousId, place, count };
};

test("an owner nobody is ready for has nothing on the card", async () => {
  const other = await database.newOwner();
  expect(await asOwner(other, async (db) => getDesk(db, {}, "UTC", await countQueue(db)))).toMatchObject({
    card: null,
    place: 0,
    count: 0,
    setAside: 0,
    next: [],
    previousId: null,
    missed: null,
  });
});

test("the strongest comes first, the others after her, and after the last the first again", async () => {
  expect(await order()).toEqual({
    card: "Lena Okafor",
    next: ["Tomás Marín", "Aiko Hayashi"],
    previousId: null,
    place: 1,
    count: 3,
  });
  expect(await order({ at: tomas })).toEqual({
    card: "Tomás Marín",
    next: ["Aiko Hayashi", "Lena Okafor"],
    previousId: lena,
    place: 2,
    count: 3,
  });
  expect(await order({ at: aiko })).toMatchObject({
    next: ["Lena Okafor", "Tomás Marín"],
    previousId: tomas,
    place: 3,
  });
});

test("once somebody has left the queue whoever comes after them is on the card; taken back, they are again", async () => {
  await aside(tomas);
  expect(await order({ at: tomas })).toMatchObject({ card: "Aiko Hayashi", place: 2, count: 2, previousId: lena });
  await run((db) => putBack(db, tomas));
  expect(await order({ at: tomas })).toMatchObject({ card: "Tomás Marín", place: 2, count: 3 });
  const sent = await run((db) => markSent(db, aiko, null));
  expect(await order({ at: aiko })).toMatchObject({ card: "Lena Okafor", place: 1, count: 2 });
  await run((db) => undoSent(db, sent));
  expect(await order({ at: aiko })).toMatchObject({ card: "Aiko Hayashi", place: 3, count: 3 });
});

test("whoever was chosen and isn't in the queue is named with how they stand", async () => {
  const { id: rob } = await run((db) => db.contact.create({ data: { ownerId: db.owner, fullName: "Rob Becker" } }));
  expect((await desk({ contact: rob })).missed).toMatchObject({ fullName: "Rob Becker", verdict: "BUILDING" });
  expect((await desk({ at: rob })).missed).toBeNull();
  expect((await desk({ contact: lena })).missed).toBeNull();
  const sent = await run((db) => markSent(db, lena, null));
  expect((await desk({ contact: lena })).missed).toMatchObject({ verdict: "PENDING", sentId: sent, setAside: null });
  const until = new Date(Date.now() + 7 * 86_400_000).toISOString();
  await aside(tomas, { until, reason: null });
  expect((await desk({ contact: tomas })).missed).toMatchObject({ verdict: "READY", setAside: { until } });
});

test("another owner's contact is nobody", async () => {
  const other = await database.newOwner();
  expect(await asOwner(other, async (db) => getDesk(db, { contact: lena }, "UTC", await countQueue(db)))).toMatchObject(
    {
      card: null,
      missed: null,
    },
  );
});

test("the list has the same people in the same order, page by page", async () => {
  const list = (after?: string) => run(async (db) => listDesk(db, after, "UTC", await countQueue(db)));
  await aside(tomas);
  const { people, ready, setAside: left, next } = await list();
  expect(people.map(({ record }) => record.fullName)).toEqual(["Lena Okafor", "Aiko Hayashi"]);
  expect([ready, left, next]).toEqual([2, 1, null]);
  expect((await list(lena)).people.map(({ record }) => record.id)).toEqual([aiko]);
});
