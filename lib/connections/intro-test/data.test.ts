import { beforeEach, expect, test } from "vitest";
import { asOwner, type OwnerDb, type OwnerId } from "@/lib/db";
import { getStanding } from "@/lib/strength/data";
import { rules } from "@/lib/strength/schema";
import { testDatabase } from "@/lib/testing/database";
import { addReadyContact } from "@/lib/testing/ready-contact";
import { listRemovals } from "../removal/data";
import { answerIntro, takeBackIntro } from "./answer/data";
import { getIntroPass } from "./data";
import { answerIntro as form, type IntroAnswer } from "./schema";

const database = testDatabase();
let owner: OwnerId;
beforeEach(async () => {
  owner = await database.newOwner();
});
const run = <T>(work: (db: OwnerDb) => Promise<T>) => asOwner(owner, work);
const person = (fullName: string) =>
  run(
    async (db) =>
      (await db.contact.create({ data: { ownerId: db.owner, fullName, connectionStatus: "CONNECTED" } })).id,
  );
const known = (fullName: string) =>
  run(async (db) => {
    const id = await addReadyContact(db, fullName);
    await db.contact.updateMany({ where: { id }, data: { connectionStatus: "CONNECTED" } });
    return id;
  });
const pass = (contactId?: string) => run((db) => getIntroPass(db, contactId));
const assessmentOf = (contactId: string) => run((db) => db.assessment.findFirst({ where: { contactId } }));
type More = { version?: number | null; restHolds?: boolean; canSay?: string };
const answer = (contactId: string, said: IntroAnswer, { version = null, restHolds = false, canSay }: More = {}) =>
  run((db) =>
    answerIntro(db, { contactId, version, answer: said, canSay: canSay ?? null, restHolds, reason: "No introduction" }),
  );
const holding = async (contactId: string) => {
  const standing = await run((db) => getStanding(db, contactId));
  return rules.filter((rule) => standing?.rules[rule].met);
};
const yearAgo = new Date(Date.now() - 400 * 86_400_000);

test("the strongest are asked about first; who is vouched for has passed", async () => {
  await person("Rob Becker");
  const lena = await known("Lena Okafor");
  await known("Vera Vouched");
  await run((db) => db.assessment.deleteMany({ where: { contactId: lena } }));
  expect(await pass()).toMatchObject({
    card: { fullName: "Lena Okafor", assessment: null },
    progress: { total: 3, tested: 1, skipped: 0, place: 2 },
    last: null,
  });
});

test("a yes with its sentence vouches for them, a no doesn't; each is asked once", async () => {
  const [ada, ben] = [await person("Ada Byron"), await person("Ben Frost")];
  await answer(ada, "YES", { canSay: "Wrote the first program" });
  expect(await holding(ada)).toContain("vouched");
  expect(await assessmentOf(ada)).toMatchObject({ wouldIntroduce: "YES", canSay: "Wrote the first program" });
  await answer(ben, "NO");
  expect(await pass()).toMatchObject({
    card: null,
    progress: { total: 2, tested: 2 },
    last: { fullName: "Ben Frost" },
  });
});

test("a no leaves the sentence and every other answer as they are", async () => {
  const lena = await known("Lena Okafor");
  const before = await assessmentOf(lena);
  await answer(lena, "NO", { version: 1 });
  const { updatedAt: _, ...kept } = { ...before, wouldIntroduce: "NO", version: 2 };
  expect(await assessmentOf(lena)).toMatchObject(kept);
});

test("two answers don't make the others newer, unless they are said to hold", async () => {
  const lena = await known("Lena Okafor");
  await run((db) => db.assessment.updateMany({ where: { contactId: lena }, data: { reviewedAt: yearAgo } }));
  await answer(lena, "YES", { version: 1, canSay: "Found the fault" });
  expect(await assessmentOf(lena)).toMatchObject({ canSay: "Found the fault", reviewedAt: yearAgo });
  expect(await holding(lena)).toEqual(["knows", "warm"]);
  expect((await pass()).progress).toMatchObject({ tested: 1 });
  await answer(lena, "YES", { version: 2, canSay: "Found the fault", restHolds: true });
  expect(await holding(lena)).toEqual(["knows", "desires", "mutual", "verified", "vouched", "warm"]);
});

test("where nothing else was written, there is nothing that could be made newer", async () => {
  const ada = await person("Ada Byron");
  await run((db) =>
    db.assessment.create({
      data: {
        ownerId: db.owner,
        contactId: ada,
        canSay: "Old words",
        goal: " ",
        commonGround: [""],
        reviewedAt: yearAgo,
      },
    }),
  );
  await answer(ada, "YES", { version: 1, canSay: "New words" });
  expect(await holding(ada)).toContain("vouched");
});

test("who was skipped comes back at the end, longest ago first, and counts as untested", async () => {
  const [ada, ben] = [await known("Ada Byron"), await known("Ben Frost")];
  await person("Cora Last");
  await run((db) => db.assessment.deleteMany({}));
  for (const id of [ada, ben]) await answer(id, "UNSURE");
  expect(await assessmentOf(ada)).toBeNull();
  expect(await pass()).toMatchObject({
    card: { fullName: "Cora Last", wasSkipped: false },
    progress: { total: 3, tested: 0, skipped: 2, place: 3 },
  });
  await answer((await pass()).card?.id ?? "", "NO");
  expect(await pass()).toMatchObject({ card: { fullName: "Ada Byron", wasSkipped: true }, progress: { place: 2 } });
  await answer(ada, "UNSURE");
  expect(await pass()).toMatchObject({ card: { fullName: "Ben Frost" } });
});

test("an answer counts for as long as a review does, then they are asked again", async () => {
  const ada = await person("Ada Byron");
  await answer(ada, "NO");
  await run(async (db) => {
    await db.introTest.updateMany({ data: { answeredAt: yearAgo } });
    await db.assessment.updateMany({ data: { reviewedAt: yearAgo } });
  });
  expect(await pass()).toMatchObject({ card: { fullName: "Ada Byron" } });
});

test("taken back, everything is as it was", async () => {
  const [ada, lena] = [await person("Ada Byron"), await known("Lena Okafor")];
  const before = await assessmentOf(lena);
  await answer(lena, "REMOVE", { version: 1, restHolds: true });
  await answer(ada, "YES", { canSay: "Wrote the first program" });
  expect((await run((db) => listRemovals(db, "open"))).items).toMatchObject([
    { fullName: "Lena Okafor", reason: "No introduction" },
  ]);
  for (const id of [ada, lena]) await run((db) => takeBackIntro(db, id));
  expect(await assessmentOf(ada)).toBeNull();
  const { updatedAt: _, ...kept } = { ...before, version: 3 };
  expect(await assessmentOf(lena)).toMatchObject(kept);
  expect((await run((db) => listRemovals(db, "open"))).items).toEqual([]);
  expect(await pass(ada)).toMatchObject({ card: { fullName: "Ada Byron" }, last: null });
});

test("what was edited since isn't taken back, and an answer to an older assessment isn't saved", async () => {
  const ada = await person("Ada Byron");
  await answer(ada, "NO");
  await run((db) => db.assessment.updateMany({ where: { contactId: ada }, data: { goal: "A talk", version: 2 } }));
  await expect(run((db) => takeBackIntro(db, ada))).rejects.toMatchObject({ code: "changedElsewhere" });
  for (const version of [null, 1, 7]) {
    await expect(answer(ada, "NO", { version })).rejects.toMatchObject({ code: "changedElsewhere" });
  }
  expect(await assessmentOf(ada)).toMatchObject({ goal: "A talk", version: 2 });
  const ben = await person("Ben Frost");
  await expect(answer(ben, "NO", { version: 3 })).rejects.toMatchObject({ code: "changedElsewhere" });
});

test("another owner's contact, or one who isn't connected, isn't asked about", async () => {
  const ada = await person("Ada Byron");
  await answer(ada, "NO");
  const other = await database.newOwner();
  const theirs = { contactId: ada, version: 1, answer: "YES", canSay: "Mine", restHolds: false, reason: null } as const;
  await expect(asOwner(other, (db) => answerIntro(db, theirs))).rejects.toMatchObject({ code: "notFound" });
  await expect(asOwner(other, (db) => takeBackIntro(db, ada))).rejects.toMatchObject({ code: "notFound" });
  expect(await asOwner(other, (db) => getIntroPass(db, ada))).toMatchObject({ card: null, last: null });
  expect(await assessmentOf(ada)).toMatchObject({ wouldIntroduce: "NO" });
  const ben = await run((db) => addReadyContact(db, "Ben Frost"));
  await expect(answer(ben, "NO", { version: 1 })).rejects.toMatchObject({ code: "notConnected" });
});

test("a yes needs its sentence", () => {
  const contactId = "01939d50-0000-7000-8000-000000000001";
  const said = form.safeParse({ contactId, version: "", answer: "YES", canSay: "  " });
  expect(said.error?.issues).toMatchObject([{ path: ["canSay"], message: "sentence" }]);
  expect(form.safeParse({ contactId, version: "", answer: "NO", canSay: "" }).success).toBe(true);
});
