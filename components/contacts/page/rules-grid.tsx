import type { Explanation } from "@/lib/strength/explain";
import { RuleCell } from "./rule-cell";
import { SentenceLink } from "./sentence";

/** What blocks, and the six rules with what they rest on, until when, and what would change each. */
export function RulesGrid({ explanation }: { explanation: Explanation }) {
  return (
    <>
      {explanation.blockers.length > 0 && (
        <ul className="grid gap-1 border-line border-t bg-blocked-bg px-4 py-2.5 text-small">
          {explanation.blockers.map((blocker) => (
            <li key={`${blocker.key} ${blocker.href}`}>
              <SentenceLink sentence={blocker} className="font-medium text-blocked" />
            </li>
          ))}
        </ul>
      )}
      <ul className="grid gap-px border-line border-t bg-line sm:grid-cols-2 lg:grid-cols-3">
        {explanation.rules.map((rule) => (
          <RuleCell key={rule.rule} rule={rule} />
        ))}
      </ul>
    </>
  );
}
