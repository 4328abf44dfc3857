import { createTranslator } from "next-intl";
import { describe, expect, test } from "vitest";
import catalogue from "@/lib/i18n/messages/en/strength.json";
import { explain, type Sentence } from "./explain";
import { blockerCodes, type Evidence, type MissingCode, missingCodes, type Rule, rules, type Standing } from "./schema";

const contactId = "0190f000-0000-7000-8000-000000000001";
const at = "2026-11-22T12:00:00.000Z";
const unmet = { met: false, until: null };

const standing: Standing = {
  contactId,
  at,
  verdict: "BUILDING",
  strength: 0,
  s: 0,
  band: "cold",
  rulesMet: 0,
  rules: { knows: unmet, desires: unmet, mutual: unmet, verified: unmet, vouched: unmet, warm: unmet },
  missing: [],
  blockers: [],
  blockedUntil: null,
  cooldownUntil: null,
  evidenceUntil: null,
  readyUntil: null,
  lastInteractionAt: null,
  interactionCount: 0,
  twoWayDays: 0,
};

const evidence: Evidence = {
  howWeMet: null,
  expertise: null,
  geographicBarrier: null,
  assessment: null,
  lastMeeting: null,
  lastCall: null,
  lastContact: null,
  callDays: 0,
  callSpanDays: 0,
  checks: [],
  openConcerns: [],
  supportGiven: 0,
  supportReceived: 0,
  policy: {
    minTwoWayDays: 2,
    minCommonGround: 2,
    minChecks: 2,
    minCheckKinds: 2,
    remoteMinCalls: 3,
    remoteMinSpanDays: 60,
    requireSupportEachWay: false,
  },
};

const assessment: NonNullable<Evidence["assessment"]> = {
  wantsToDeepen: "YES",
  iBelieve: "YES",
  theyBelieve: "YES",
  synergy: "YES",
  wouldIntroduce: "YES",
  commonGround: ["Chess", "Tromsø"],
  goal: "A joint talk",
  canSay: "Ran the pilot on time",
  reviewedAt: "2026-01-01T00:00:00.000Z",
  dueAt: "2027-01-01T00:00:00.000Z",
};

const check = (id: string, origin: string, validUntil = "2027-03-03T00:00:00.000Z") => ({
  id,
  origin,
  kind: "BACKGROUND" as const,
  validUntil,
});

/** The sentence as a reader sees it, dates as days. */
function read({ key, values, moments }: Sentence): string {
  const translate = createTranslator({
    locale: "en-GB",
    messages: catalogue,
    onError: (error) => expect.fail(error.message),
  });
  const days = Object.entries(moments).map(([name, moment]) => [name, () => moment.slice(0, 10)]);
  return translate.markup(key, { ...values, ...Object.fromEntries(days) });
}

const steps = (rule: Rule, missing: MissingCode[], about: Partial<Standing> = {}, rests: Partial<Evidence> = {}) =>
  explain({ ...standing, ...about, missing }, { ...evidence, ...rests })
    .rules.find((explained) => explained.rule === rule)
    ?.missing.map((step) => [read(step), step.href]);

const contact = `/contacts/${contactId}`;

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

test("each rule shows what it rests on, linked to where it can be changed", () => {
  const { rules: explained } = explain(
    { ...standing, twoWayDays: 3, interactionCount: 4, lastInteractionAt: at },
    {
      ...evidence,
      assessment,
      howWeMet: "At a fair",
      expertise: " ",
      lastMeeting: { id: "met", at },
      lastContact: { id: "called", at },
      checks: [check("1", "registry.example")],
      supportGiven: 1,
    },
  );
  expect(Object.fromEntries(explained.map(({ rule, evidence }) => [rule, evidence.map(read)]))).toEqual({
    knows: ["How you met: At a fair", "In touch both ways on 3 days"],
    desires: ["You want it to go deeper", "In common: Chess", "In common: Tromsø"],
    mutual: [
      "The goal: A joint talk",
      "You believe in what they do",
      "They believe in what you do",
      "Help given once, received never",
    ],
    verified: [
      "Last met in person on 2026-11-22",
      "Background: registry.example, valid until 2027-03-03",
      "You are stronger together",
    ],
    vouched: ["You would say: Ran the pilot on time", "You would introduce them"],
    warm: ["4 interactions, the last on 2026-11-22"],
  });
});

test("each piece of evidence leads to the very thing it names", () => {
  const { rules: explained } = explain(
    { ...standing, twoWayDays: 3, interactionCount: 4 },
    {
      ...evidence,
      assessment,
      howWeMet: "At a fair",
      lastMeeting: { id: "met", at },
      lastContact: { id: "called", at },
      checks: [check("1", "registry.example")],
      supportGiven: 1,
    },
  );
  expect(explained.flatMap(({ evidence }) => evidence.map(({ key, href }) => [key, href]))).toEqual([
    ["evidence.how_we_met", `${contact}/edit#how_we_met`],
    ["evidence.two_way_days", `${contact}#timeline`],
    ["evidence.deepen", `${contact}/assessment#wants_to_deepen`],
    ["evidence.common_ground", `${contact}/assessment#common_ground`],
    ["evidence.common_ground", `${contact}/assessment#common_ground`],
    ["evidence.goal", `${contact}/assessment#goal`],
    ["evidence.i_believe", `${contact}/assessment#i_believe`],
    ["evidence.they_believe", `${contact}/assessment#they_believe`],
    ["evidence.support", `${contact}#between`],
    ["evidence.met", "/log/met"],
    ["evidence.check", `${contact}/checks/1`],
    ["evidence.synergy", `${contact}/assessment#synergy`],
    ["evidence.say", `${contact}/assessment#can_say`],
    ["evidence.introduce", `${contact}/assessment#would_introduce`],
    ["evidence.contact", "/log/called"],
  ]);
});

test("what holds says until when and what ends it; every rule has its one form", () => {
  const met = (until: string) => ({ met: true, until });
  const checksEnd = "2026-12-24T00:00:00.000Z";
  const { rules: explained } = explain(
    {
      ...standing,
      rules: {
        knows: met("forever"),
        desires: met(assessment.dueAt),
        mutual: unmet,
        verified: met(checksEnd),
        vouched: met(assessment.dueAt),
        warm: met("2027-02-01T00:00:00.000Z"),
      },
    },
    { ...evidence, assessment },
  );
  expect(explained.map(({ rule, lapse }) => [rule, lapse && read(lapse)])).toEqual([
    ["knows", "Holds for good"],
    ["desires", "Until 2027-01-01, when the assessment is due again"],
    ["mutual", null],
    ["verified", "Until 2026-12-24, when a check runs out"],
    ["vouched", "Until 2027-01-01, when the assessment is due again"],
    ["warm", "Until 2027-02-01, if nothing more happens"],
  ]);
  expect(explained.map(({ form }) => form.href)).toEqual([
    `${contact}/edit#how_we_met`,
    `${contact}/assessment`,
    `${contact}/assessment`,
    `${contact}/checks/new`,
    `${contact}/assessment`,
    `/log?contact=${contactId}`,
  ]);
});
