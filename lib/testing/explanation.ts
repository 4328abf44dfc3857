// A standing with nothing met and nothing to rest on, for tests of what is said about it.
import { createTranslator } from "next-intl";
import { expect } from "vitest";
import catalogue from "@/lib/i18n/messages/en/strength.json";
import type { Sentence } from "@/lib/strength/explanation/sentence";
import type { Evidence, Standing } from "@/lib/strength/schema";

export const contactId = "0190f000-0000-7000-8000-000000000001";
export const contact = `/contacts/${contactId}`;
export const at = "2026-11-22T12:00:00.000Z";
export const unmet = { met: false, until: null };

export const standing: Standing = {
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

export const evidence: Evidence = {
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

export const assessment: NonNullable<Evidence["assessment"]> = {
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

export const check = (id: string, origin: string, validUntil = "2027-03-03T00:00:00.000Z") => ({
  id,
  origin,
  kind: "BACKGROUND" as const,
  validUntil,
});

/** The sentence as a reader sees it, dates as days. */
export function read({ key, values, moments }: Sentence): string {
  const translate = createTranslator({
    locale: "en-GB",
    messages: catalogue,
    onError: (error) => expect.fail(error.message),
  });
  const days = Object.entries(moments).map(([name, moment]) => [name, () => moment.slice(0, 10)]);
  return translate.markup(key, { ...values, ...Object.fromEntries(days) });
}
