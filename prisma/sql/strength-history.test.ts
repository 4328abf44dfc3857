// How strong it was on every day, in one pass, is what standing_as_of answers for each of those days.
import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { testDatabase } from "@/lib/testing/database";
import { type InteractionFacts, writeHistory, writeInteraction } from "./history";
import { daysAgo, emptyHistory, interaction } from "./ready";

const database = testDatabase();
const { admin } = database;
let owner: string;
let ids: [string, string];
beforeEach(async () => {
  owner = await database.newOwner();
  ids = [randomUUID(), randomUUID()];
  await writeHistory(admin, owner, emptyHistory(ids.map((id) => ({ id }))));
});

type Row = { at: Date; heat: number };
const history = async (since: Date) =>
  (await admin.query<Row>("select at, heat from heat_history($1, $2, $3)", [owner, ids[0], since])).rows;
const heatAsOf = async (moment: Date) =>
  (await admin.query<{ heat: number | null }>("select heat from standing_as_of($1, $2, $3)", [owner, ids[0], moment]))
    .rows[0]?.heat;

/** Of every kind, direction and depth, alone and with others, several a day, over four years. */
function manyInteractions(): InteractionFacts[] {
  const kinds = ["IN_PERSON", "VIDEO", "CALL", "MESSAGE", "COMMENT"] as const;
  return Array.from({ length: 60 }, (_, n) => {
    const kind = kinds[(n * 7) % kinds.length] ?? "CALL";
    const directed = kind === "MESSAGE" || kind === "COMMENT";
    return interaction(n % 4 === 0 ? [...ids] : [ids[0]], {
      kind,
      direction: directed ? (n % 3 === 0 ? "INBOUND" : "OUTBOUND") : "JOINT",
      depth: (["QUICK", "NORMAL", "DEEP"] as const)[n % 3],
      groupSize: n % 5 === 0 ? 8 : null,
      confirmed: n % 11 !== 0,
      occurredAt: daysAgo(((n * n * 13) % 1400) / 1.7),
    });
  });
}

test("the heat after each day's last event, and after the last day before, is standing_as_of's", async () => {
  for (const facts of manyInteractions()) await writeInteraction(facts)(admin, owner);
  const since = daysAgo(400);
  const rows = await history(since);
  expect(rows.length).toBeGreaterThan(15);
  expect(rows[0]?.at.getTime()).toBeLessThanOrEqual(since.getTime());
  expect(rows[1]?.at.getTime()).toBeGreaterThan(since.getTime());
  for (const { at, heat } of rows) {
    // pg's dates end at milliseconds: the moment itself is within the next one
    expect(heat).toBeCloseTo(Number(await heatAsOf(new Date(at.getTime() + 1))), 9);
  }
});

test("a short half-life and a silence of years are no trouble", async () => {
  await admin.query("insert into policy (owner_id, half_life_days) values ($1, 1)", [owner]);
  for (const days of [1500, 700, 699, 2]) {
    await writeInteraction(interaction([ids[0]], { occurredAt: daysAgo(days) }))(admin, owner);
  }
  const rows = await history(daysAgo(720));
  expect(rows).toHaveLength(4);
  for (const { at, heat } of rows.slice(1)) {
    expect(heat).toBeCloseTo(Number(await heatAsOf(new Date(at.getTime() + 1))), 9);
  }
});

test("where everything lies before the window, it answers with the last day alone; where nothing happened, with nothing", async () => {
  expect(await history(daysAgo(30))).toEqual([]);
  await writeInteraction(interaction([ids[0]], { occurredAt: daysAgo(90) }))(admin, owner);
  await writeInteraction(interaction([ids[0]], { occurredAt: daysAgo(60) }))(admin, owner);
  expect(await history(daysAgo(30))).toHaveLength(1);
});
