import { beforeAll, expect, test } from "vitest";
import { createContact } from "@/lib/contacts/data";
import { asOwner, type OwnerDb, type OwnerId } from "@/lib/db";
import { testDatabase } from "@/lib/testing/database";
import { readStanding } from "@/lib/testing/standing";
import { getAssessment, getAssessmentMaxAge, saveAssessment } from "./data";
import { type AssessmentInput, saveAssessment as form } from "./schema";

const database = testDatabase();
let owner: OwnerId;
let other: OwnerId;
beforeAll(async () => {
  owner = await database.newOwner();
  other = await database.newOwner();
});
const run = <T>(work: (db: OwnerDb) => Promise<T>) => asOwner(owner, work);
const person = () => run((db) => createContact(db, { fullName: "Ada" }));
const open: AssessmentInput = {
  wantsToDeepen: null,
  iBelieve: null,
  theyBelieve: null,
  synergy: null,
  wouldIntroduce: null,
  commonGround: [],
  goal: null,
  canSay: null,
};

test("what is filled in so far is saved, and counts", async () => {
  const ada = await person();
  await run((db) => saveAssessment(db, ada, null, { ...open, goal: "A joint talk", iBelieve: "YES" }));
  expect(await run((db) => getAssessment(db, ada))).toMatchObject({ goal: "A joint talk", synergy: null, version: 1 });
  expect((await run((db) => readStanding(db, ada))).missing).toContain("mutual.they_believe");
  await run((db) => saveAssessment(db, ada, 1, { ...open, goal: "A joint talk", iBelieve: "YES", theyBelieve: "YES" }));
  expect(await run((db) => readStanding(db, ada))).toMatchObject({ mutual: true });
});

test("saving is reviewing: it counts anew, for as long as the policy says", async () => {
  const ada = await person();
  await run((db) => saveAssessment(db, ada, null, open));
  await run((db) =>
    db.assessment.updateMany({ where: { contactId: ada }, data: { reviewedAt: "2024-01-01T00:00:00Z" } }),
  );
  await run((db) => saveAssessment(db, ada, 1, open));
  const { reviewedAt = "", countsUntil = "" } = (await run((db) => getAssessment(db, ada))) ?? {};
  expect(Date.now() - new Date(reviewedAt).getTime()).toBeLessThan(60_000);
  expect(new Date(countsUntil).getTime() - new Date(reviewedAt).getTime()).toBe(365 * 86_400_000);
  await database.admin.query("insert into policy (owner_id, assessment_max_age_days) values ($1, 90)", [other]);
  expect(await asOwner(other, getAssessmentMaxAge)).toBe(90);
});

test("of two first saves, and of two later ones, exactly one wins", async () => {
  const ada = await person();
  const save = (version: number | null, goal: string) =>
    run((db) => saveAssessment(db, ada, version, { ...open, goal })).then(
      () => "saved",
      (error) => error.code,
    );
  expect((await Promise.all([save(null, "a"), save(null, "b")])).sort()).toEqual(["changedElsewhere", "saved"]);
  expect((await Promise.all([save(1, "c"), save(1, "d")])).sort()).toEqual(["changedElsewhere", "saved"]);
  await run((db) => saveAssessment(db, ada, 2, { ...open, goal: "mine" }));
  expect(await run((db) => getAssessment(db, ada))).toMatchObject({ goal: "mine", version: 3 });
});

test("another owner's contact is not found", async () => {
  const ada = await person();
  await run((db) => saveAssessment(db, ada, null, { ...open, goal: "Mine" }));
  const theirs = asOwner(other, (db) => saveAssessment(db, ada, 1, open));
  await expect(theirs).rejects.toMatchObject({ code: "notFound" });
  expect(await asOwner(other, (db) => getAssessment(db, ada))).toBeNull();
  expect((await run((db) => getAssessment(db, ada)))?.goal).toBe("Mine");
});

test("a form left open is a form like any other; blank lines of common ground are no common ground", () => {
  const contactId = "01939d50-0000-7000-8000-000000000001";
  expect(form.parse({ contactId, version: "", goal: " ", canSay: "", commonGround: [" Oslo ", "", " "] })).toEqual({
    ...open,
    contactId,
    version: null,
    commonGround: ["Oslo"],
  });
  expect(form.safeParse({ contactId, version: "1", synergy: "MAYBE" }).success).toBe(false);
});
