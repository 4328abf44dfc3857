// On real Postgres: whatever the two have, one contact has all of it.
import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { Refusal } from "@/lib/refusal";
import { keptAndRebuilt } from "@/prisma/sql/rebuild";
import { readCandidates } from "../review/data";
import { mergeTest } from "../testing/merge-test";
import { mergePeople, whoIsNow } from "./data";

const { database, owner, as, run, merge, merges, undo, everything, allIn, twins } = mergeTest();
const { admin } = database;
const refusal = (code: string) => expect.objectContaining({ constructor: Refusal, code });

test("everything of everybody becomes one contact's, once, and the standing is what a rebuild gives", async () => {
  const [keep, ...gone] = await twins();
  await merge([keep, ...gone]);
  const counts: Record<string, number> = {};
  for (const table of [
    "interaction_contact",
    "credential_check",
    "support_act",
    "invitation",
    "recommendation",
    "follow_up",
    "linkedin_alias",
    "contact_point",
    "contact_tag",
    "assessment",
    "linkedin_fact",
    "queue_choice",
    "import_missing",
    "intro_test",
    "removal",
    "cadence",
    "touch_put_off",
    "touch_due",
  ]) {
    counts[table] = (await allIn(table, keep)).length;
    for (const one of gone) expect(await allIn(table, one), table).toEqual([]);
  }
  expect(counts).toEqual({
    interaction_contact: 2,
    credential_check: 4,
    support_act: 2,
    invitation: 2,
    recommendation: 2,
    follow_up: 2,
    linkedin_alias: 2,
    contact_point: 5 - 1,
    contact_tag: 3,
    assessment: 1,
    linkedin_fact: 1,
    queue_choice: 1,
    import_missing: 1,
    intro_test: 1,
    removal: 1,
    cadence: 1,
    touch_put_off: 1,
    touch_due: 1,
  });
  const { kept, rebuilt } = await keptAndRebuilt(admin, owner());
  expect(kept).toEqual(rebuilt);
  expect(await run((db) => whoIsNow(db, gone[0] ?? ""))).toBe(keep);
});

test("the fields are chosen one by one; what isn't chosen is proposed", async () => {
  const [keep, second, third] = await twins();
  await merge([keep, second, third], { fullName: second, howWeMet: "all", assessment: third });
  const [contact] = await run((db) => readCandidates(db, [keep]));
  expect(contact).toMatchObject({
    fullName: "L. Okafor",
    company: "Brightwell",
    howWeMet: "Data quality workshop in Leeds\n\nAs L. Okafor\n\nAs Lena A. Okafor",
    assessment: { goal: `Goal of ${third}` },
  });
});

test("who isn't as the form showed them is not merged, nor somebody twice, and nothing is written", async () => {
  const [keep, second] = await twins();
  const seen = await run(async (db) =>
    (await readCandidates(db, [keep, second])).map(({ id, version }) => `${id} ${version}`),
  );
  const before = await everything();
  const attempt = (people: string[], as = seen) => run((db) => mergePeople(db, { people, seen: as, choices: {} }));
  await expect(attempt([keep, second], [`${keep} 1`, `${second} 7`])).rejects.toEqual(refusal("changedElsewhere"));
  await expect(attempt([keep, keep])).rejects.toEqual(refusal("changedElsewhere"));
  await expect(attempt([keep, randomUUID()])).rejects.toEqual(refusal("changedElsewhere"));
  expect(await everything()).toEqual(before);
  const [first] = await Promise.allSettled([attempt([keep, second]), attempt([keep, second])]).then((all) =>
    all.filter(({ status }) => status === "fulfilled"),
  );
  expect(first).toBeDefined();
  await expect(attempt([keep, second])).rejects.toEqual(refusal("changedElsewhere"));
});

test("another owner's contact isn't merged, another owner's merge isn't undone", async () => {
  const [keep, second] = await twins();
  const id = await merge([keep, second]);
  const mine = owner();
  await as(database.newOwner());
  const [theirs] = await twins();
  await expect(merge([theirs, keep])).rejects.toEqual(refusal("changedElsewhere"));
  await expect(undo(id)).rejects.toEqual(refusal("notFound"));
  await as(mine);
  expect(await merges()).toMatchObject([{ id, undoneAt: null }]);
});

test("whatever points to a contact is moved, or follows by itself", async () => {
  const { rows } = await admin.query<{ name: string }>(
    "select distinct conrelid::regclass::text as name from pg_constraint where contype = 'f' and confrelid = 'contact'::regclass",
  );
  const { rows: moved } = await admin.query<{ name: string }>("select source as name from contact_belongings()");
  const otherwise = [
    "assessment",
    "contact_search",
    "contact_standing",
    "duplicate_pair",
    "duplicate_queue",
    "duplicate_trait",
    "touch_due",
  ];
  expect(rows.map(({ name }) => name).sort()).toEqual([...moved.map(({ name }) => name), ...otherwise].sort());
});
