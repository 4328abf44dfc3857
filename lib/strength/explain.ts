// Turns a standing's codes into sentences: what each rule rests on, what it lacks, and which form changes that. It
// decides nothing; every yes and no comes from the database.
import type { MessageKeys, NestedKeyOf } from "next-intl";
import type catalogue from "@/lib/i18n/messages/en/strength.json";
import {
  type BlockerCode,
  type Evidence,
  type MissingCode,
  missingCodes,
  type Rule,
  rules,
  type Standing,
  type Until,
} from "./schema";

export type SentenceKey = MessageKeys<typeof catalogue, NestedKeyOf<typeof catalogue>>;

/** A sentence of the catalogue (`strength.<key>`), with what it names; `moments` are ISO instants, shown as dates. */
export type Sentence = {
  key: SentenceKey;
  values: Record<string, string | number>;
  moments: Record<string, string>;
  /** Where it can be looked at or changed. */
  href: string;
};

/** What is missing or blocks, and the form that changes it. */
export type Step = Sentence & { code: MissingCode | BlockerCode };

/**
 * One rule: what it rests on, what it lacks, where it holds until when and what ends it, and the form that changes it.
 */
export type RuleExplanation = {
  rule: Rule;
  met: boolean;
  until: Until;
  evidence: Sentence[];
  missing: Step[];
  lapse: Sentence | null;
  form: Sentence;
};

export type Explanation = {
  rules: RuleExplanation[];
  blockers: Step[];
  /** What to do first: what blocks can't be worked around, so it comes before what is missing. Null where nothing is left. */
  nextStep: Step | null;
};

export function explain(standing: Standing, evidence: Evidence): Explanation {
  const links = linksOf(standing.contactId);
  const blockers = standing.blockers.flatMap((code) => blockerSteps(code, standing, evidence, links));
  const explained = rules.map((rule) => ({
    rule,
    ...standing.rules[rule],
    evidence: evidenceFor[rule](standing, evidence, links),
    missing: standing.missing
      .filter((code) => (missingCodes[rule] as readonly MissingCode[]).includes(code))
      .map((code) => missingStep(code, standing, evidence, links)),
    lapse: lapseOf(rule, standing, evidence, links),
    form: formOf(rule, links),
  }));
  const first = explained.flatMap(({ missing }) => missing)[0];
  return { rules: explained, blockers, nextStep: blockers[0] ?? first ?? null };
}

type Links = ReturnType<typeof linksOf>;

/** The forms behind the codes. */
function linksOf(id: string) {
  const contact = `/contacts/${id}`;
  return {
    contact,
    edit: (field: "how_we_met" | "expertise" | "geographic_barrier" | "do_not_connect") => `${contact}/edit#${field}`,
    assessment: (field?: string) => (field ? `${contact}/assessment#${field}` : `${contact}/assessment`),
    newCheck: `${contact}/checks/new`,
    check: (checkId: string) => `${contact}/checks/${checkId}`,
    log: `/log?contact=${id}`,
    interaction: (interactionId: string) => `/log/${interactionId}`,
    timeline: `${contact}#timeline`,
    support: `${contact}#between`,
    invitations: "/invitations",
  };
}

function sentence(
  key: SentenceKey,
  href: string,
  values: Sentence["values"] = {},
  moments: Record<string, Until | undefined> = {},
): Sentence {
  const dated = Object.entries(moments).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return { key, href, values, moments: Object.fromEntries(dated) };
}

// ─── What it rests on ────────────────────────────────────────────────────────

const evidenceFor: Record<Rule, (standing: Standing, evidence: Evidence, links: Links) => Sentence[]> = {
  knows: ({ twoWayDays }, { howWeMet, expertise }, links) => [
    ...(howWeMet?.trim() ? [sentence("evidence.how_we_met", links.edit("how_we_met"), { text: howWeMet })] : []),
    ...(expertise?.trim() ? [sentence("evidence.expertise", links.edit("expertise"), { text: expertise })] : []),
    ...(twoWayDays > 0 ? [sentence("evidence.two_way_days", links.timeline, { days: twoWayDays })] : []),
  ],
  desires: (_, { assessment }, links) =>
    assessment
      ? [
          ...(assessment.wantsToDeepen === "YES"
            ? [sentence("evidence.deepen", links.assessment("wants_to_deepen"))]
            : []),
          ...assessment.commonGround.map((text) =>
            sentence("evidence.common_ground", links.assessment("common_ground"), { text }),
          ),
        ]
      : [],
  mutual: (_, { assessment, supportGiven, supportReceived }, links) => [
    ...(assessment?.goal ? [sentence("evidence.goal", links.assessment("goal"), { text: assessment.goal })] : []),
    ...(assessment?.iBelieve === "YES" ? [sentence("evidence.i_believe", links.assessment("i_believe"))] : []),
    ...(assessment?.theyBelieve === "YES" ? [sentence("evidence.they_believe", links.assessment("they_believe"))] : []),
    ...(supportGiven + supportReceived > 0
      ? [sentence("evidence.support", links.support, { given: supportGiven, received: supportReceived })]
      : []),
  ],
  verified: (_, { geographicBarrier, lastMeeting, lastCall, callDays, callSpanDays, checks, assessment }, links) => [
    ...(lastMeeting ? [sentence("evidence.met", links.interaction(lastMeeting.id), {}, { last: lastMeeting.at })] : []),
    ...(!lastMeeting && geographicBarrier?.trim()
      ? [sentence("evidence.barrier", links.edit("geographic_barrier"), { text: geographicBarrier })]
      : []),
    ...(!lastMeeting && lastCall
      ? [sentence("evidence.calls", links.interaction(lastCall.id), { days: callDays, span: callSpanDays })]
      : []),
    ...checks.map(({ id, kind, origin, validUntil }) =>
      sentence("evidence.check", links.check(id), { kind, origin }, { until: validUntil }),
    ),
    ...(assessment?.synergy === "YES" ? [sentence("evidence.synergy", links.assessment("synergy"))] : []),
  ],
  vouched: (_, { assessment }, links) => [
    ...(assessment?.canSay ? [sentence("evidence.say", links.assessment("can_say"), { text: assessment.canSay })] : []),
    ...(assessment?.wouldIntroduce === "YES"
      ? [sentence("evidence.introduce", links.assessment("would_introduce"))]
      : []),
  ],
  warm: ({ interactionCount }, { lastContact }, links) =>
    lastContact
      ? [
          sentence(
            "evidence.contact",
            links.interaction(lastContact.id),
            { count: interactionCount },
            { last: lastContact.at },
          ),
        ]
      : [],
};

// ─── Until when ──────────────────────────────────────────────────────────────

/** Until when a rule that holds does, and what ends it; null where it doesn't hold. */
function lapseOf(rule: Rule, { rules: { [rule]: state } }: Standing, { assessment }: Evidence, links: Links) {
  if (!state.met) return null;
  if (state.until === "forever") return sentence("lapse.never", links.contact);
  const end = { until: state.until };
  if (rule === "warm") return sentence("lapse.quiet", links.log, {}, end);
  return assessment !== null && assessment.dueAt === state.until
    ? sentence("lapse.assessment", links.assessment(), {}, end)
    : sentence("lapse.check", links.newCheck, {}, end);
}

/** The one form that changes a rule. */
function formOf(rule: Rule, links: Links): Sentence {
  switch (rule) {
    case "knows":
      return sentence("forms.edit", links.edit("how_we_met"));
    case "verified":
      return sentence("forms.check", links.newCheck);
    case "warm":
      return sentence("forms.log", links.log);
    default:
      return sentence("forms.assessment", links.assessment());
  }
}

// ─── What it lacks ───────────────────────────────────────────────────────────

/** A code has more than one sentence where what to do differs. */
type MissingKey = MissingCode | "met.remotely" | "verified.checks_lapsed" | "warm.lapsed" | "warm.never";

function missingStep(code: MissingCode, standing: Standing, evidence: Evidence, links: Links): Step {
  const { assessment, policy, checks } = evidence;
  /** Distinct values among the checks still valid at the standing's moment. */
  const valid = (of: "origin" | "kind") =>
    new Set(checks.filter(({ validUntil }) => validUntil > standing.at).map((check) => check[of])).size;
  const step = (
    href: string,
    values: Sentence["values"] = {},
    moments: Record<string, Until> = {},
    key: MissingKey = code,
  ) => ({
    code,
    ...sentence(`missing.${key}`, href, values, moments),
  });
  const answered = (field: string, answer: string | null | undefined) =>
    step(links.assessment(field), { answer: answer ?? "none" });
  const lapsed = (rule: Rule) => step(links.assessment(), {}, { until: standing.rules[rule].until });

  switch (code) {
    case "know.how_we_met":
      return step(links.edit("how_we_met"));
    case "know.expertise":
      return step(links.edit("expertise"));
    case "know.contact":
      return step(links.log, { days: policy.minTwoWayDays - standing.twoWayDays });
    case "desire.deepen":
      return answered("wants_to_deepen", assessment?.wantsToDeepen);
    case "desire.common_ground":
      return step(links.assessment("common_ground"), { needed: policy.minCommonGround });
    case "desires.lapsed":
      return lapsed("desires");
    case "mutual.goal":
      return step(links.assessment("goal"));
    case "mutual.i_believe":
      return answered("i_believe", assessment?.iBelieve);
    case "mutual.they_believe":
      return answered("they_believe", assessment?.theyBelieve);
    case "mutual.support": {
      const { supportGiven, supportReceived } = evidence;
      const lacks = supportGiven > 0 ? "received" : supportReceived > 0 ? "given" : "both";
      return step(links.support, { lacks });
    }
    case "mutual.lapsed":
      return lapsed("mutual");
    case "met.in_person":
      return evidence.geographicBarrier?.trim()
        ? step(links.log, { calls: policy.remoteMinCalls, span: policy.remoteMinSpanDays }, {}, "met.remotely")
        : step(links.log);
    case "verify.checks": {
      // Without a meeting, calls count as one where they suffice, and ask for one more source.
      const remote = !evidence.lastMeeting && !standing.missing.includes("met.in_person") ? 1 : 0;
      return step(links.newCheck, { needed: Math.max(policy.minChecks + remote - valid("origin"), 1), remote });
    }
    case "verify.kinds":
      return step(links.newCheck, { needed: Math.max(policy.minCheckKinds - valid("kind"), 1) });
    case "verify.synergy":
      return answered("synergy", assessment?.synergy);
    case "verified.lapsed": {
      const reviewIsDue = assessment !== null && assessment.dueAt <= standing.at;
      return reviewIsDue
        ? lapsed("verified")
        : step(links.newCheck, {}, { until: standing.rules.verified.until }, "verified.checks_lapsed");
    }
    case "vouch.say":
      return step(links.assessment("can_say"));
    case "vouch.introduce":
      return answered("would_introduce", assessment?.wouldIntroduce);
    case "vouched.lapsed":
      return lapsed("vouched");
    case "warm.contact":
      return warmStep(standing, step, links);
  }
}

/** Gone cold, not yet warm, or never in touch. A moment before the last contact is no memory of warmth: it never was. */
function warmStep(
  { interactionCount, lastInteractionAt, rules: { warm } }: Standing,
  step: (href: string, values?: Sentence["values"], moments?: Record<string, Until>, key?: MissingKey) => Step,
  { log }: Links,
): Step {
  if (interactionCount === 0) return step(log, {}, {}, "warm.never");
  const wasWarm = warm.until !== null && lastInteractionAt !== null && warm.until > lastInteractionAt;
  return wasWarm ? step(log, {}, { since: warm.until }, "warm.lapsed") : step(log);
}

function blockerSteps(code: BlockerCode, standing: Standing, { openConcerns }: Evidence, links: Links): Step[] {
  const step = (href: string, values = {}, moments: Record<string, Until> = {}) => ({
    code,
    ...sentence(`blockers.${code}`, href, values, moments),
  });
  switch (code) {
    case "concern.open":
      return openConcerns.map(({ id, claim, checkedAt }) =>
        step(links.check(id), { claim, named: claim.trim() ? "yes" : "no" }, { found: checkedAt }),
      );
    case "contact.do_not_connect":
      return [step(links.edit("do_not_connect"))];
    case "invitation.cooldown":
      return [step(links.invitations, {}, { until: standing.cooldownUntil })];
  }
}
