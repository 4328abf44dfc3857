import { beforeEach, expect, test } from "vitest";
import { addTag, removeTag } from "@/lib/contacts/tags/data";
import { trashContact } from "@/lib/contacts/trash/data";
import { dayOf, daysAfter } from "@/lib/dates/format";
import { monthsAfter } from "@/lib/dates/moment";
import { asOwner, type OwnerDb, type OwnerId } from "@/lib/db";
import { testDatabase } from "@/lib/testing/database";
import { getRhythm, listTagCadences, putOff, putOffNoMore, setCadence, setTagCadence } from "./data";
import { countDue, dueContacts, listDue } from "./due/data";
import type { Every } from "./wish";

const database = testDatabase();
const zone = "Europe/Oslo";
const today = () => dayOf(new Date(), zone);
const sixWeeks: Every = { every: 6, unit: "WEEK" };
const threeMonths: Every = { every: 3, unit: "MONTH" };

let owner: OwnerId;
beforeEach(async () => {
  owner = await database.newOwner();
  await database.admin.query("update app_user set time_zone = $2 where id = $1", [owner, zone]);
});
const run = <T>(work: (db: OwnerDb) => Promise<T>) => asOwner(owner, work);
const add = (fullName: string) =>
  run(async (db) => (await db.contact.create({ data: { ownerId: owner, fullName }, select: { id: true } })).id);
/** Noon in Oslo, give or take an hour. */
const daysAgo = (days: number) => new Date(`${daysAfter(today(), -days)}T11:00:00Z`);
const call = (contactId: string, occurredAt: Date, confirmed = true) =>
  run(async (db) => {
    const data = { ownerId: owner, kind: "CALL" as const, occurredAt, confirmed };
    const { id: interactionId } = await db.interaction.create({ data, select: { id: true } });
    await db.interactionContact.create({ data: { ownerId: owner, interactionId, contactId } });
    return interactionId;
  });
const dueOn = async (id: string) => (await run((db) => getRhythm(db, id, zone)))?.dueOn;
const lane = () => run((db) => listDue(db, zone));
const names = async () => (await lane()).map(({ fullName }) => fullName);

test("due so long after the last contact, by the calendar; any contact moves it, a backdated one never back", async () => {
  const ada = await add("Ada");
  await call(ada, daysAgo(50));
  await run((db) => setCadence(db, ada, sixWeeks));
  expect(await dueOn(ada)).toBe(daysAfter(today(), -8));
  expect(await lane()).toMatchObject([{ fullName: "Ada", because: { by: "CONTACT", wish: sixWeeks } }]);
  await run((db) => setCadence(db, ada, threeMonths));
  expect(await dueOn(ada)).toBe(monthsAfter(daysAfter(today(), -50), 3));
  expect(await names()).toEqual([]);
  await call(ada, daysAgo(200));
  await call(ada, daysAgo(3), false); // nobody confirmed it
  expect(await dueOn(ada)).toBe(monthsAfter(daysAfter(today(), -50), 3));
  const last = await call(ada, daysAgo(2));
  expect(await dueOn(ada)).toBe(monthsAfter(daysAfter(today(), -2), 3));
  await run((db) => db.interaction.deleteMany({ where: { ownerId: owner, id: last } }));
  expect(await dueOn(ada)).toBe(monthsAfter(daysAfter(today(), -50), 3));
});

test("whoever was never in touch is due since the day they came", async () => {
  const ada = await add("Ada");
  await run((db) => setCadence(db, ada, sixWeeks));
  expect(await dueOn(ada)).toBe(today());
  expect(await lane()).toMatchObject([{ contactId: ada, lastInteractionAt: null }]);
});

test("a contact's own beats their tags', of several tags the shortest counts, never is never", async () => {
  const ada = await add("Ada");
  await call(ada, daysAgo(100));
  await run(async (db) => {
    for (const name of ["berlin", "choir", "family"]) await addTag(db, ada, name);
    const tags = await db.tag.findMany({ where: { ownerId: owner }, orderBy: { name: "asc" } });
    const [berlin = "", choir = "", family = ""] = tags.map(({ id }) => id);
    await setTagCadence(db, berlin, threeMonths);
    await setTagCadence(db, choir, sixWeeks);
    await setTagCadence(db, family, "NEVER");
  });
  const rhythm = () => run((db) => getRhythm(db, ada, zone));
  expect(await rhythm()).toMatchObject({ because: { by: "TAG", tag: "choir", wish: sixWeeks } });
  expect(await names()).toEqual(["Ada"]);
  const tags = await run(listTagCadences);
  expect(tags).toMatchObject([{ name: "berlin", contacts: 1 }, { name: "choir" }, { name: "family", wish: "NEVER" }]);
  const [berlin, choir, family] = tags.map(({ tagId }) => tagId) as [string, string, string];
  await run((db) => removeTag(db, ada, choir));
  expect(await rhythm()).toMatchObject({ because: { by: "TAG", tag: "berlin" } });
  await run((db) => setTagCadence(db, berlin, "DEFAULT"));
  expect(await rhythm()).toMatchObject({ because: { by: "TAG", tag: "family", wish: "NEVER" }, dueOn: null });
  expect(await names()).toEqual([]);
  await run((db) => setCadence(db, ada, sixWeeks));
  expect(await rhythm()).toMatchObject({ because: { by: "CONTACT" } });
  await run((db) => setCadence(db, ada, "DEFAULT"));
  await run((db) => setTagCadence(db, family, "DEFAULT"));
  expect(await rhythm()).toMatchObject({ because: { by: "WARMTH" } });
  // A tag that nobody has stays as long as something was said of it.
  expect((await run(listTagCadences)).map(({ name }) => name)).toEqual(["choir"]);
});

/** Two meetings, so long ago that this many days of warmth are left. */
async function fade(id: string, daysLeft: number) {
  for (const back of [351, 350]) {
    const interactionId = await call(id, new Date(Date.now() - (back + 10 - daysLeft) * 86_400_000));
    await run((db) =>
      db.interaction.update({
        where: { ownerId_id: { ownerId: owner, id: interactionId } },
        data: { kind: "IN_PERSON" },
      }),
    );
  }
}

test("nobody said anything: due when they are about to cool off; whoever has a cadence is in the lane once, for that", async () => {
  const [ada, ben, cleo, dora] = [await add("Ada"), await add("Ben"), await add("Cleo"), await add("Dora")];
  for (const id of [ada, ben, cleo, dora]) await fade(id, 10);
  await run((db) => setCadence(db, ben, sixWeeks));
  await run((db) => setCadence(db, cleo, "NEVER"));
  await run((db) => setCadence(db, dora, { every: 60, unit: "MONTH" }));
  expect((await lane()).map(({ fullName, because }) => [fullName, because.by])).toEqual([
    ["Ben", "CONTACT"],
    ["Ada", "WARMTH"],
  ]);
  expect(await run((db) => countDue(db))).toBe(2);
  expect(await run((db) => db.$queryRaw<unknown[]>(dueContacts(db)))).toHaveLength(2);
  const { rows } = await database.admin.query(
    "select warm_until from contact_standing where owner_id = $1 and contact_id = $2",
    [owner, ada],
  );
  expect(await dueOn(ada)).toBe(dayOf(rows[0].warm_until, zone));
  await call(ada, new Date());
  expect(await names()).toEqual(["Ben"]);
  await run((db) => trashContact(db, ben));
  expect(await names()).toEqual([]);
  expect(await run((db) => countDue(db))).toBe(0);
});

test("put off until a day, left out this time, and taken back; once they were in touch that is forgotten", async () => {
  const [ada, ben] = [await add("Ada"), await add("Ben")];
  await call(ada, daysAgo(60));
  await run((db) => setCadence(db, ada, sixWeeks));
  await fade(ben, 10);
  expect(await names()).toEqual(["Ada", "Ben"]);
  for (const id of [ada, ben]) await run((db) => putOff(db, id, daysAfter(today(), 14)));
  expect(await names()).toEqual([]);
  expect(await run((db) => countDue(db))).toBe(0);
  expect(await run((db) => getRhythm(db, ada, zone))).toMatchObject({
    dueOn: daysAfter(today(), 14),
    putOff: { until: daysAfter(today(), 14) },
  });
  for (const id of [ada, ben]) await run((db) => putOff(db, id, today())); // as it is when the day has come
  expect(await names()).toEqual(["Ada", "Ben"]);
  for (const id of [ada, ben]) await run((db) => putOff(db, id, null));
  expect(await names()).toEqual([]);
  expect(await run((db) => getRhythm(db, ada, zone))).toMatchObject({ dueOn: daysAfter(today(), 42), putOff: "again" });
  for (const id of [ada, ben]) await run((db) => putOffNoMore(db, id));
  expect(await names()).toEqual(["Ada", "Ben"]);

  await run((db) => putOff(db, ada, daysAfter(today(), 90)));
  await call(ada, new Date(Date.now() + 30_000)); // after it was put off
  expect(await run((db) => getRhythm(db, ada, zone))).toMatchObject({ dueOn: daysAfter(today(), 42), putOff: null });
});

test("days are the owner's: what is due follows them into another time zone", async () => {
  const ada = await add("Ada");
  await call(ada, new Date("2026-01-10T23:30:00Z"));
  await run((db) => setCadence(db, ada, { every: 1, unit: "MONTH" }));
  expect(await dueOn(ada)).toBe("2026-02-11"); // in Oslo it was the 11th already
  await database.admin.query("update app_user set time_zone = 'America/New_York' where id = $1", [owner]);
  expect(await dueOn(ada)).toBe("2026-02-10");
});

test("who logs a meeting and who says how often at the same moment see each other", async () => {
  const ids = await Promise.all(["A", "B", "C", "D", "E"].map(add));
  await Promise.all(ids.flatMap((id) => [call(id, daysAgo(1)), run((db) => setCadence(db, id, sixWeeks))]));
  for (const id of ids) expect(await dueOn(id)).toBe(daysAfter(today(), 41));
});

test("another owner's contact and tag are not found, and nothing is written", async () => {
  const ada = await add("Ada");
  await run((db) => addTag(db, ada, "berlin"));
  const [tag] = await run((db) => db.tag.findMany({ where: { ownerId: owner } }));
  const other = await database.newOwner();
  const theirs = <T>(work: (db: OwnerDb) => Promise<T>) => asOwner(other, work);
  const notFound = { code: "notFound" };
  await expect(theirs((db) => setCadence(db, ada, sixWeeks))).rejects.toMatchObject(notFound);
  await expect(theirs((db) => setTagCadence(db, tag?.id ?? "", sixWeeks))).rejects.toMatchObject(notFound);
  await expect(theirs((db) => putOff(db, ada, null))).rejects.toMatchObject(notFound);
  await expect(theirs((db) => putOffNoMore(db, ada))).rejects.toMatchObject(notFound);
  expect(await theirs((db) => getRhythm(db, ada, zone))).toBeNull();
  expect(await theirs(listTagCadences)).toEqual([]);
  expect(await run((db) => getRhythm(db, ada, zone))).toMatchObject({ because: { by: "WARMTH" } });
  await run((db) => setCadence(db, ada, sixWeeks));
  expect(await theirs((db) => listDue(db, zone))).toEqual([]);
  expect(await theirs((db) => countDue(db))).toBe(0);
});
