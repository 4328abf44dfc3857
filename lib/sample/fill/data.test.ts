import { expect, test } from "vitest";
import { asOwner } from "@/lib/db";
import { testDatabase } from "@/lib/testing/database";
import { fillSample } from "./data";

const database = testDatabase();

test("the sample world is eighty people in all six verdicts, with two years behind them", async () => {
  const owner = await database.newOwner();
  await asOwner(owner, (db) => fillSample(db, { name: "Max Moreau", timeZone: "Europe/Oslo", now: new Date() }), {
    timeoutMs: 60_000,
  });
  const { rows: verdicts } = await database.admin.query<{ verdict: string; count: number }>(
    "select verdict, count(*)::int from relationship_strength where owner_id = $1 group by 1",
    [owner],
  );
  expect(Object.fromEntries(verdicts.map(({ verdict, count }) => [verdict, count]))).toEqual({
    CONNECTED: 28,
    PENDING: 5,
    BLOCKED: 6,
    READY: 7,
    ALMOST: 16,
    BUILDING: 18,
  });
  const { rows: spans } = await database.admin.query<{ days: number }>(
    "select extract(day from max(occurred_at) - min(occurred_at))::int as days from interaction where owner_id = $1",
    [owner],
  );
  expect(spans[0]?.days).toBeGreaterThan(700);
});
