// On real Postgres: undoing a merge brings back every row as it was.
import fc from "fast-check";
import { expect, test } from "vitest";
import { Refusal } from "@/lib/refusal";
import { writeHistory } from "@/prisma/sql/history";
import { randomHistory } from "@/prisma/sql/random-history";
import { keptAndRebuilt } from "@/prisma/sql/rebuild";
import { markDistinct, readCandidates } from "../review/data";
import { mergeTest } from "../testing/merge-test";

const { database, owner, as, run, merge, merges, undo, everything, allIn, twins } = mergeTest();
const { admin } = database;
const refusal = (code: string) => expect.objectContaining({ constructor: Refusal, code });

test("undone, every table and every standing is as it was, bit for bit", async () => {
  const [keep, ...gone] = await twins();
  await run((db) => markDistinct(db, [gone[0] ?? "", keep]));
  const before = await everything();
  const id = await merge([keep, ...gone]);
  expect(await everything()).not.toEqual(before);
  await undo(id);
  expect(await everything()).toEqual(before);
  expect(await merges()).toMatchObject([{ id, kept: [], undoneAt: expect.any(String) }]);
  await expect(undo(id)).rejects.toEqual(refusal("notFound"));
});

test("the same for any history, through merges of merges", { timeout: 300_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(randomHistory(Date.now()), fc.boolean(), async (history, atOnce) => {
      fc.pre(history.contacts.length > 1);
      await as(database.newOwner());
      await writeHistory(admin, owner(), history);
      const before = await everything();
      const [first = "", second = "", third] = history.contacts.map(({ id }) => id);
      const done =
        third === undefined || atOnce
          ? [await merge([first, second, ...(third ? [third] : [])])]
          : [await merge([second, first]), await merge([third, second])];
      const { kept, rebuilt } = await keptAndRebuilt(admin, owner());
      expect(kept).toEqual(rebuilt);
      for (const id of done.reverse()) await undo(id);
      expect(await everything()).toEqual(before);
    }),
    { numRuns: 25 },
  );
});

test("what was edited since stays as edited and is listed; what was added stays with the one who stayed", async () => {
  const [keep, gone] = await twins();
  const id = await merge([keep, gone]);
  const [check] = await allIn("credential_check", keep).then((rows) =>
    rows.filter(({ source_name }) => source_name === " Ben "),
  );
  await run(async (db) => {
    const ownerId = db.owner;
    const key = { ownerId_id: { ownerId, id: keep } };
    await db.credentialCheck.update({
      where: { ownerId_id: { ownerId, id: check.id } },
      data: { note: "Asked again" },
      select: { id: true },
    });
    await db.followUp.deleteMany({ where: { ownerId, contactId: keep } });
    await db.contact.update({
      where: key,
      data: { howWeMet: "Another story", version: { increment: 1 } },
      select: { id: true },
    });
    await db.assessment.update({
      where: { ownerId_contactId: { ownerId, contactId: keep } },
      data: { goal: "A new one", version: { increment: 1 } },
      select: { goal: true },
    });
    await db.supportAct.create({
      data: { ownerId, contactId: keep, direction: "RECEIVED", kind: "REFERRAL" },
      select: { id: true },
    });
  });
  await undo(id);
  const [merged] = await merges();
  expect(merged?.kept).toEqual([
    { what: "credential_check", how: "edited", count: 1 },
    { what: "follow_up", how: "gone", count: 1 },
    { what: "contact", how: "edited", fields: ["how_we_met"] },
    { what: "assessment", how: "edited", count: 1 },
  ]);
  expect(await allIn("credential_check", gone)).toMatchObject([{ id: check.id, note: "Asked again" }]);
  expect(await allIn("support_act", keep)).toMatchObject([{ direction: "RECEIVED" }]);
  expect(await allIn("assessment", gone)).toMatchObject([{ goal: `Goal of ${gone}` }]);
  const people = await run((db) => readCandidates(db, [keep, gone]));
  expect(people).toMatchObject([
    { fullName: "Lena Okafor", howWeMet: "Another story", assessment: { goal: "A new one" } },
    { fullName: "L. Okafor", howWeMet: "As L. Okafor" },
  ]);
});

test("who isn't the merged contact is none of those it was made of, also once they are apart again", async () => {
  const [keep, gone, third] = await twins();
  const id = await merge([keep, gone]);
  await run((db) => markDistinct(db, [keep, third]));
  await undo(id);
  const { rows } = await admin.query<{ ids: string[] }>(
    "select array[contact_id, other_id] as ids from duplicate_pair where owner_id = $1 and distinct_at is not null",
    [owner()],
  );
  expect(rows.map(({ ids }) => ids.sort()).sort()).toEqual([[keep, third].sort(), [gone, third].sort()].sort());
});

test("the later of two merges is undone first", async () => {
  const [keep, second, third] = await twins();
  const [earlier, later] = [await merge([keep, second]), await merge([keep, third])];
  await expect(undo(earlier)).rejects.toEqual(refusal("undoLater"));
  await undo(later);
  await undo(earlier);
});
