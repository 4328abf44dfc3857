// Turns a standing's codes into sentences: what each rule rests on, what it lacks, and which form changes that. It
// decides nothing; every yes and no comes from the database.

import { evidenceFor, formOf, lapseOf } from "./explanation/rests-on";
import { linksOf, type Sentence } from "./explanation/sentence";
import { blockerSteps, missingStep, type Step } from "./explanation/steps";
import { type Evidence, type MissingCode, missingCodes, type Rule, rules, type Standing, type Until } from "./schema";

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
