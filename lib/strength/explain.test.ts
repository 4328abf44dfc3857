import { describe, expect, test } from "vitest";
import { assessment, at, check, contact, contactId, evidence, read, standing } from "@/lib/testing/explanation";
import { explain } from "./explain";
import type { Sentence } from "./explanation/sentence";
import { blockerCodes, type Evidence, type MissingCode, missingCodes, type Rule, rules, type Standing } from "./schema";

const steps = (rule: Rule, missing: MissingCode[], about: Partial<Standing> = {}, rests: Partial<Evidence> = {}) =>
  explain({ ...standing, ...about, missing }, { ...evidence, ...rests })
    .rules.find((explained) => explained.rule === rule)
    ?.missing.map((step) => [read(step), step.href]);

describe("every code", () => {
  const codes = rules.flatMap((rule) => missingCodes[rule].map((code) => [code, rule] as const));

  test.each(codes)("%s has a sentence and a form, under its rule", (code, rule) => {
    const until = "2026-11-01T00:00:00.000Z";
    const lapsed = { ...standing.rules, [rule]: { met: false, until } };
    const [step] = steps(rule, [code], { rules: lapsed }) ?? [];
    expect(step?.[0]).toMatch(/^[A-Z].*\.$/);
    expect(step?.[1]).toMatch(/^\//);
  });

  test.each(blockerCodes)("%s has a sentence and a form", (code) => {
    const openConcerns = [{ id: "c1", claim: "Licence withdrawn", checkedAt: "2026-10-01T00:00:00.000Z" }];
    const about = { ...standing, blockers: [code], cooldownUntil: "2026-12-01T00:00:00.000Z" };
    const { blockers, nextStep } = explain(about, { ...evidence, openConcerns });
    expect(blockers).toHaveLength(1);
    expect(nextStep).toEqual(blockers[0]);
    expect(read(blockers[0] as Sentence)).toMatch(/\.$/);
  });
});

test("the first missing code is the next step; nothing missing, no step", () => {
  const missing: MissingCode[] = ["know.expertise", "vouch.say"];
  expect(explain({ ...standing, missing }, evidence).nextStep?.code).toBe("know.expertise");
  expect(explain(standing, evidence).nextStep).toBeNull();
});

test("what blocks comes before what is missing, each open concern by itself", () => {
  const openConcerns = ["a", "b"].map((id) => ({ id, claim: "", checkedAt: at }));
  const { blockers, nextStep } = explain(
    { ...standing, blockers: ["concern.open"], missing: ["vouch.say"] },
    { ...evidence, openConcerns },
  );
  expect(blockers.map(({ href }) => href)).toEqual([`${contact}/checks/a`, `${contact}/checks/b`]);
  expect(nextStep?.href).toBe(`${contact}/checks/a`);
  expect(read(blockers[0] as Sentence)).toBe("A concern is open since 2026-11-22. Resolve it in writing.");
});

test("an answer of no is named, not asked for again", () => {
  const said = (wantsToDeepen: "NO" | "UNSURE" | null) =>
    steps("desires", ["desire.deepen"], {}, { assessment: { ...assessment, wantsToDeepen } })?.[0]?.[0];
  expect(said("NO")).toMatch(/^You don’t want/);
  expect(said("UNSURE")).toMatch(/^You are unsure/);
  expect(said(null)).toMatch(/^Say whether/);
});

test("how many more sources are needed, counting those still valid; one more where nobody met", () => {
  const ask = (missing: MissingCode[], rests: Partial<Evidence>) => steps("verified", missing, {}, rests)?.[0]?.[0];
  const lastMeeting = { id: "met", at };
  expect(ask(["verify.checks"], { lastMeeting })).toBe("Check with 2 more independent sources.");
  const checks = [check("1", "a.example"), check("2", "a.example")];
  expect(ask(["verify.checks"], { lastMeeting, checks })).toBe("Check with one more independent source.");
  expect(ask(["verify.checks"], { checks: [...checks, check("3", "b.example")] })).toBe(
    "Check with one more independent source, since you have only met remotely.",
  );
});

test("where geography stands between, calls are offered in place of a meeting", () => {
  expect(steps("verified", ["met.in_person"])?.[0]).toEqual(["Meet in person.", `/log?contact=${contactId}`]);
  expect(steps("verified", ["met.in_person"], {}, { geographicBarrier: "Tromsø" })?.[0]?.[0]).toBe(
    "Meet in person, or talk by video or phone on 3 days spread over 60 days.",
  );
});

test("verified that ran out names what ran out: the assessment or the checks", () => {
  const about = { rules: { ...standing.rules, verified: { met: false, until: "2026-11-01T00:00:00.000Z" } } };
  const fresh = steps("verified", ["verified.lapsed"], about, { assessment })?.[0];
  expect(fresh).toEqual(["Your checks counted until 2026-11-01: check again.", `${contact}/checks/new`]);
  const old = steps("verified", ["verified.lapsed"], about, {
    assessment: { ...assessment, dueAt: "2026-11-01T00:00:00.000Z" },
  });
  expect(old?.[0]?.[1]).toBe(`${contact}/assessment`);
});

test("cold is told by its history: never in touch, not enough, or fading since", () => {
  const say = (about: Partial<Standing>) => steps("warm", ["warm.contact"], about)?.[0]?.[0];
  const inTouch = { interactionCount: 1, lastInteractionAt: "2026-06-01T00:00:00.000Z" };
  const until = (moment: string) => ({ ...standing.rules, warm: { met: false, until: moment } });
  expect(say({})).toMatch(/^Log when/);
  // The formula's moment before the last contact: they never were warm.
  expect(say({ ...inTouch, rules: until("2026-05-01T00:00:00.000Z") })).toMatch(/^Be in touch more/);
  expect(say({ ...inTouch, rules: until("2026-10-01T00:00:00.000Z") })).toBe(
    "You have been losing touch since 2026-10-01: meet, call or write.",
  );
});
