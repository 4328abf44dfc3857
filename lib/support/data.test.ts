import { beforeAll, expect, test } from "vitest";
import { saveAssessment } from "@/lib/assessment/data";
import { createContact } from "@/lib/contacts/data";
import { asOwner, type OwnerDb, type OwnerId } from "@/lib/db";
import { newOperationKey } from "@/lib/operation-key";
import { testDatabase } from "@/lib/testing/database";
import { readStanding } from "@/lib/testing/standing";
import { createSupportAct, deleteSupportAct, listSupportActs } from "./data";

const database = testDatabase();
let owner: OwnerId;
let other: OwnerId;
beforeAll(async () => {
  owner = await database.newOwner();
  other = await database.newOwner();
});
const run = <T>(work: (db: OwnerDb) => Promise<T>) => asOwner(owner, work);
const person = () => run((db) => createContact(db, { fullName: "Ada" }));
const help = async (contactId: string, direction: "GIVEN" | "RECEIVED", id = newOperationKey()) => {
  const act = { contactId, direction, kind: "ADVICE", occurredAt: "2026-11-20T12:00:00.000Z", note: null } as const;
  await run((db) => createSupportAct(db, id, act));
  return id;
};

test("where the policy asks for it, help counts once it went both ways", async () => {
  await database.admin.query("insert into policy (owner_id, require_support_each_way) values ($1, true)", [owner]);
  const ada = await person();
  const answers = { wantsToDeepen: null, synergy: null, wouldIntroduce: null, commonGround: [], canSay: null };
  await run((db) => saveAssessment(db, ada, null, { ...answers, goal: "A talk", iBelieve: "YES", theyBelieve: "YES" }));
  await help(ada, "GIVEN");
  expect((await run((db) => readStanding(db, ada))).missing).toContain("mutual.support");
  const received = await help(ada, "RECEIVED");
  expect(await run((db) => readStanding(db, ada))).toMatchObject({ mutual: true });
  await run((db) => deleteSupportAct(db, received));
  expect(await run((db) => readStanding(db, ada))).toMatchObject({ mutual: false });
});

test("the same form sent twenty times at once is one act", async () => {
  const ada = await person();
  const id = newOperationKey();
  await Promise.all(Array.from({ length: 20 }, () => help(ada, "GIVEN", id)));
  expect(await run((db) => listSupportActs(db, ada))).toEqual([
    {
      id,
      contactId: ada,
      direction: "GIVEN",
      kind: "ADVICE",
      occurredAt: "2026-11-20T12:00:00.000Z",
      note: null,
      introduced: null,
      introductionId: null,
      fromRecommendation: false,
    },
  ]);
});

test("what a published recommendation wrote is taken back there", async () => {
  const ada = await person();
  const id = await help(ada, "RECEIVED");
  await run((db) =>
    db.recommendation.create({ data: { ownerId: owner, contactId: ada, direction: "RECEIVED", supportActId: id } }),
  );
  expect((await run((db) => listSupportActs(db, ada)))[0]?.fromRecommendation).toBe(true);
  await expect(run((db) => deleteSupportAct(db, id))).rejects.toMatchObject({ code: "fromRecommendation" });
});

test("another owner's contact or act is not found", async () => {
  const ada = await person();
  const id = await help(ada, "GIVEN");
  await expect(asOwner(other, (db) => deleteSupportAct(db, id))).rejects.toMatchObject({ code: "notFound" });
  const act = { contactId: ada, direction: "GIVEN", kind: "ADVICE", occurredAt: "2026-11-20T12:00:00Z", note: null };
  await expect(
    asOwner(other, (db) => createSupportAct(db, newOperationKey(), act as Parameters<typeof createSupportAct>[2])),
  ).rejects.toMatchObject({ code: "notFound" });
  expect(await run((db) => listSupportActs(db, ada))).toHaveLength(1);
});
