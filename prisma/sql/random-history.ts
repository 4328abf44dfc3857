// Random histories for the property tests: few people, many coincidences (same day, same host, same moment).
import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { defaults } from "./brute-force";
import type { History } from "./history";
import { day } from "./ready";

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const text = fc.constantFrom(null, "", " \n\t", "something");
const answer = fc.constantFrom("YES", "YES", "YES", "NO", "UNSURE", null);
const newId = fc.constant(null).map(() => randomUUID());

/** A moment before `now`, often on the same day as another, sometimes the same. */
const past = (now: number, days: number) =>
  fc
    .tuple(fc.integer({ min: 0, max: days }), fc.constantFrom(0, 1, 7 * 3_600_000, 20 * 3_600_000 + 1))
    .map(([ago, within]) => new Date(now - ago * day - within));

const policy: fc.Arbitrary<History["policy"]> = maybe(
  fc.record(
    {
      halfLifeDays: fc.constantFrom(1, 30, 180, 400),
      warmAt: fc.constantFrom(0.25, 4, 9.5),
      minTwoWayDays: fc.integer({ min: 0, max: 3 }),
      minCommonGround: fc.integer({ min: 0, max: 3 }),
      minChecks: fc.integer({ min: 0, max: 3 }),
      minCheckKinds: fc.integer({ min: 0, max: 3 }),
      checkMaxAgeDays: fc.constantFrom(30, 365),
      assessmentMaxAgeDays: fc.constantFrom(30, 365),
      remoteMinCalls: fc.integer({ min: 1, max: 4 }),
      remoteMinSpanDays: fc.constantFrom(0, 10, 60),
      requireSupportEachWay: fc.boolean(),
    },
    { requiredKeys: [] },
  ),
).map((changed) => changed && { ...defaults, ...changed });

const kinds = fc.constantFrom(
  ...(["IN_PERSON", "VIDEO", "CALL"] as const).map((kind) => ({ kind, direction: "JOINT" as const })),
  ...(["MESSAGE", "COMMENT"] as const).flatMap((kind) =>
    (["INBOUND", "OUTBOUND"] as const).map((direction) => ({ kind, direction })),
  ),
);

/** One to three contacts and what happened with them until `now`. */
export function randomHistory(now: number): fc.Arbitrary<History> {
  return fc.array(newId, { minLength: 1, maxLength: 3 }).chain((ids) => {
    const contactId = fc.constantFrom(...ids);
    const many = { maxLength: 14 };
    const few = { maxLength: 4 };
    return fc.record({
      policy,
      contacts: fc.tuple(
        ...ids.map((id, index) =>
          fc.record({
            id: fc.constant(id),
            howWeMet: text,
            expertise: text,
            geographicBarrier: text,
            doNotConnect: fc.boolean().map((first) => first && index === 2),
            connectionStatus: fc.constantFrom("NONE", "NONE", "INVITED", "RECEIVED", "CONNECTED", "REMOVED"),
            links: fc.constantFrom([], ["https://own.example/"], ["https://press.example/people/ada"]),
            slugs: fc.constantFrom([], [`ada-${index}`]),
          }),
        ),
      ),
      interactions: fc.array(
        fc
          .record({
            id: newId,
            what: kinds,
            occurredAt: past(now, 90),
            depth: fc.constantFrom("QUICK", "NORMAL", "DEEP"),
            groupSize: fc.constantFrom(null, null, 1, 2, 7, 18),
            confirmed: fc.integer({ min: 0, max: 5 }).map((one) => one > 0),
            contactIds: fc.subarray(ids, { minLength: 1 }),
          })
          .map(({ what, ...facts }) => ({ ...facts, ...what })),
        many,
      ),
      checks: fc.array(
        fc
          .record({
            id: newId,
            contactId,
            kind: fc.constantFrom("CREDENTIALS", "BACKGROUND", "TESTIMONIAL", "EXPERTISE"),
            finding: fc.constantFrom("SUPPORTS", "SUPPORTS", "SUPPORTS", "SUPPORTS", "NEUTRAL", "CONCERN"),
            sourceUrl: fc.constantFrom(
              null,
              "https://www.registry.example/ada",
              "http://REGISTRY.example:8080/x?y#z",
              "https://press.example/people/ada/2026",
              "https://press.example/people/adam",
              "https://own.example/about",
              "https://www.linkedin.com/in/ada-1/details",
              "https://third.example",
            ),
            sourceName: fc.constantFrom(null, "  ", " Ben ", "BEN", "Carla"),
            independent: fc.integer({ min: 0, max: 5 }).map((one) => one > 0),
            checkedAt: past(now, 60),
            expiresAt: maybe(fc.integer({ min: -20, max: 400 }).map((days) => new Date(now + days * day))),
            resolved: fc.boolean(),
          })
          .map(({ resolved, ...facts }) =>
            resolved ? { ...facts, resolvedAt: new Date(now), resolution: "A mix-up" } : facts,
          ),
        { maxLength: 8 },
      ),
      assessments: fc.tuple(
        ...ids.map((id) =>
          fc.record({
            contactId: fc.constant(id),
            wantsToDeepen: answer,
            iBelieve: answer,
            theyBelieve: answer,
            synergy: answer,
            wouldIntroduce: answer,
            commonGround: fc.array(fc.constantFrom("Chess", "chess ", "Tides", " ", "Oslo"), few),
            goal: text,
            canSay: text,
            reviewedAt: past(now, 60),
          }),
        ),
      ),
      supportActs: fc.array(
        fc.record({ id: newId, contactId, direction: fc.constantFrom("GIVEN", "RECEIVED"), occurredAt: past(now, 60) }),
        few,
      ),
      invitations: fc.array(
        fc.record({
          id: newId,
          contactId,
          direction: fc.constantFrom("OUTGOING", "OUTGOING", "INCOMING"),
          status: fc.constantFrom("SENT", "DECLINED", "WITHDRAWN", "WITHDRAWN"),
          answeredAt: maybe(past(now, 30)),
        }),
        few,
      ),
    });
  }) as fc.Arbitrary<History>;
}
