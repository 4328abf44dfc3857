// What is missing or blocks, as the step that changes it.
import type { BlockerCode, Evidence, MissingCode, Rule, Standing, Until } from "../schema";
import { type Links, type Sentence, sentence } from "./sentence";

/** What is missing or blocks, and the form that changes it. */
export type Step = Sentence & { code: MissingCode | BlockerCode };

/** A code has more than one sentence where what to do differs. */
type MissingKey = MissingCode | "met.remotely" | "verified.checks_lapsed" | "warm.lapsed" | "warm.never";

export function missingStep(code: MissingCode, standing: Standing, evidence: Evidence, links: Links): Step {
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

export function blockerSteps(code: BlockerCode, standing: Standing, { openConcerns }: Evidence, links: Links): Step[] {
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
