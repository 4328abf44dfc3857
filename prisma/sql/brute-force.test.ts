// The SQL against the rule written down once more: random histories, read now, earlier than stored moments and later.
import fc from "fast-check";
import { expect, test } from "vitest";
import { testDatabase } from "@/lib/testing/database";
import { answer } from "./brute-force";
import { writeHistory } from "./history";
import { randomHistory } from "./random-history";
import { day, type View, viewOf } from "./ready";

const database = testDatabase();

const millis = (moment: unknown) =>
  moment === null ? null : moment === "infinity" ? Number.POSITIVE_INFINITY : Date.parse(String(moment));

async function storedMoments(id: string) {
  const { rows } = await database.admin.query(
    "select to_jsonb(st) as st from contact_standing st where contact_id = $1",
    [id],
  );
  return rows[0].st as Record<string, unknown>;
}

function close(actual: number, expected: number) {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(expected)));
}

test("every random history gives what the words of the rule say, to 1e-9", async () => {
  await fc.assert(
    fc.asyncProperty(randomHistory(Date.now()), fc.constantFrom(0, 1, 17, 45, 400), async (history, later) => {
      const owner = await database.newOwner();
      await writeHistory(database.admin, owner, history);
      const at = new Date(Date.now() + later * day);
      for (const contact of history.contacts) {
        const expected = answer(history, contact, at);
        const view: View = await viewOf(database.admin, contact.id, at);
        close(view.s, expected.s);
        close(view.strength, expected.strength);
        if (view.heat !== null) {
          const t = (at.getTime() - Date.parse("2020-01-01T00:00:00Z")) / day;
          const halfLife = history.policy?.halfLifeDays ?? 180;
          if (expected.s > 1e-200) close(view.heat, Math.log2(expected.s) + t / halfLife);
        }
        expect({
          band: view.band,
          rulesMet: view.rules_met,
          missing: view.missing,
          blockers: view.blockers,
          verdict: view.verdict,
          lastInteractionAt: view.last_interaction_at?.getTime() ?? null,
          interactionCount: view.interaction_count,
          twoWayDays: view.two_way_days,
        }).toEqual({
          band: expected.band,
          rulesMet: expected.rulesMet,
          missing: expected.missing,
          blockers: expected.blockers,
          verdict: expected.verdict,
          lastInteractionAt: expected.lastInteractionAt,
          interactionCount: expected.interactionCount,
          twoWayDays: expected.twoWayDays,
        });
        const stored = await storedMoments(contact.id);
        const stop = ({ knows, desires, mutual, verified, vouched } = expected.until) => [
          knows,
          desires,
          mutual,
          verified,
          vouched,
          expected.blockedUntil,
        ];
        expect(
          ["knows_until", "desires_until", "mutual_until", "verified_until", "vouched_until", "blocked_until"].map(
            (name) => millis(stored[name]),
          ),
        ).toEqual(stop());
      }
    }),
    { numRuns: 100 },
  );
});
