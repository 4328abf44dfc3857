import { expect, test } from "vitest";
import { asOwner } from "@/lib/db";
import { testDatabase } from "@/lib/testing/database";
import { defaultPolicy } from "./schema";
import { daysOfMeeting, strengthOf } from "./warm";

const database = testDatabase();
const day = 86_400_000;

test("by the defaults a meeting for two lasts 180 days, when strength reads 33⅓", () => {
  expect(strengthOf(defaultPolicy.warmAt)).toBeCloseTo(100 / 3);
  expect(daysOfMeeting(defaultPolicy.warmAt, defaultPolicy.halfLifeDays)).toBe(180);
});

test.each([
  [8, 90, 0],
  [2, 90, 180],
  [12, 90, null],
])("warm at %d with a half-life of %d days: %s days", (warmAt, halfLife, days) => {
  expect(daysOfMeeting(warmAt, halfLife)).toBe(days);
});

test("it is what the rule says", async () => {
  const owner = await database.newOwner();
  const policy = { halfLifeDays: 50, warmAt: 1.5 };
  const [row] = await asOwner(owner, async (db) => {
    await db.policy.create({ data: { ownerId: owner, ...policy } });
    const contact = await db.contact.create({ data: { ownerId: owner, fullName: "Ada" }, select: { id: true } });
    const met = await db.interaction.create({
      data: { ownerId: owner, kind: "IN_PERSON", occurredAt: new Date() },
      select: { id: true },
    });
    await db.interactionContact.create({ data: { ownerId: owner, interactionId: met.id, contactId: contact.id } });
    return db.$queryRaw<{ warmUntil: Date; last: Date }[]>`
      select warm_until as "warmUntil", last_interaction_at as last from relationship_strength`;
  });
  const days = ((row?.warmUntil.getTime() ?? 0) - (row?.last.getTime() ?? 0)) / day;
  expect(days).toBeCloseTo(daysOfMeeting(policy.warmAt, policy.halfLifeDays) ?? 0, 5);
});
