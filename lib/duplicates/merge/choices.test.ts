import { expect, test } from "vitest";
import type { Assessed, Candidate } from "../schema";
import { mergedAssessment, mergedFacts, proposed } from "./choices";

let made = 0;
const person = (facts: Partial<Candidate> = {}): Candidate => ({
  ...{
    id: `person ${++made}`,
    version: 1,
    fullName: "Anna Berg",
    position: null,
    company: null,
    headline: null,
    location: null,
  },
  ...{ connectionStatus: "NONE", connectedOn: null, doNotConnect: false, howWeMet: null, expertise: null },
  ...{ geographicBarrier: null, notes: null, createdAt: "2026-01-01T00:00:00.000Z", assessment: null },
  ...{ slugs: [], emails: [], phones: [], links: [], tags: [] },
  counts: { interactions: 0, checks: 0, supportActs: 0, invitations: 0, recommendations: 0, followUps: 0 },
  ...facts,
});
const assessed = (reviewedAt: string, more: Partial<Assessed> = {}): Assessed => ({
  ...{ wantsToDeepen: null, iBelieve: null, theyBelieve: null, synergy: null, wouldIntroduce: null },
  ...{ commonGround: [], goal: null, canSay: null },
  ...more,
  reviewedAt,
});

test.each([
  [["L. Okafor", "Lena Okafor"], "Lena Okafor"],
  [["Okafor, Lena", "Lena Okafor"], "Lena Okafor"],
  [["Lena Okafor", "Lena A. Okafor"], "Lena A. Okafor"],
])("of %s the fullest name is proposed", (names, fullest) => {
  expect(
    mergedFacts(
      names.map((fullName) => person({ fullName })),
      {},
    ).fullName,
  ).toBe(fullest);
});

test("a connection stays with its day, and who must not be connected stays so, unless chosen otherwise", () => {
  const one = person({ doNotConnect: true, connectionStatus: "REMOVED", connectedOn: "2020-01-01" });
  const other = person({ connectionStatus: "CONNECTED", connectedOn: "2024-03-05" });
  expect(mergedFacts([one, other], {})).toMatchObject({
    connectionStatus: "CONNECTED",
    connectedOn: "2024-03-05",
    doNotConnect: true,
  });
  expect(mergedFacts([one, other], { connection: one.id, doNotConnect: other.id })).toMatchObject({
    connectionStatus: "REMOVED",
    doNotConnect: false,
  });
});

test("texts of all are kept, each once, or one of them", () => {
  const people = [person({ notes: "Early" }), person({ notes: "Late" }), person({ notes: "Early" }), person()];
  expect(mergedFacts(people, {}).notes).toBe("Early\n\nLate");
  expect(mergedFacts(people, { notes: "all" }).notes).toBe("Early\n\nLate");
  expect(mergedFacts(people, { notes: people[1]?.id }).notes).toBe("Late");
});

test("what is chosen from somebody left out is proposed anew", () => {
  expect(mergedFacts([person({ company: "Nordlys" }), person()], { company: "somebody else" }).company).toBe("Nordlys");
  expect(proposed([person(), person()], "company")).toBeNull();
});

test("assessments together: the newest answers, all common ground, all texts, no newer than the oldest look", () => {
  const old = assessed("2025-01-01T00:00:00.000Z", {
    iBelieve: "NO",
    synergy: "YES",
    commonGround: ["Climbing"],
    goal: "One",
  });
  const late = assessed("2026-01-01T00:00:00.000Z", {
    iBelieve: "YES",
    commonGround: ["climbing ", "Tides"],
    goal: "Two",
  });
  const people = [person({ assessment: old }), person({ assessment: late }), person()];
  expect(mergedAssessment(people, {})).toMatchObject({
    ...{
      iBelieve: "YES",
      synergy: "YES",
      commonGround: ["Climbing", "Tides"],
      goal: "Two\n\nOne",
      reviewedAt: old.reviewedAt,
    },
  });
  expect(mergedAssessment(people, { assessment: people[1]?.id })).toBe(late);
  expect(mergedAssessment([person(), person()], {})).toBeNull();
});
