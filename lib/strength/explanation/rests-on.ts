// What each rule rests on, until when it holds, and the form that changes it.
import type { Evidence, Rule, Standing } from "../schema";
import { type Links, type Sentence, sentence } from "./sentence";

/** Each piece of evidence, leading to the thing itself. */
export const evidenceFor: Record<Rule, (standing: Standing, evidence: Evidence, links: Links) => Sentence[]> = {
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

/** Until when a rule that holds does, and what ends it; null where it doesn't hold. */
export function lapseOf(rule: Rule, { rules: { [rule]: state } }: Standing, { assessment }: Evidence, links: Links) {
  if (!state.met) return null;
  if (state.until === "forever") return sentence("lapse.never", links.contact);
  const end = { until: state.until };
  if (rule === "warm") return sentence("lapse.quiet", links.log, {}, end);
  return assessment !== null && assessment.dueAt === state.until
    ? sentence("lapse.assessment", links.assessment(), {}, end)
    : sentence("lapse.check", links.newCheck, {}, end);
}

/** The one form that changes a rule. */
export function formOf(rule: Rule, links: Links): Sentence {
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
