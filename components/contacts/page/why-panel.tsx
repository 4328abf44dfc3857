import { useTranslations } from "next-intl";
import { Panel } from "@/components/ui/panel";
import type { Explanation } from "@/lib/strength/explain";
import type { Standing } from "@/lib/strength/schema";
import { RuleCell } from "./rule-cell";
import { SentenceLink } from "./sentence";
import { WhyHeadline } from "./why-headline";

/** Why this verdict: what blocks, the six rules with what they rest on and until when, and what would change each. */
export function WhyPanel({ standing, explanation }: { standing: Standing; explanation: Explanation }) {
  const t = useTranslations("contacts.why");
  return (
    <Panel aria-labelledby="why" className="mb-[18px] overflow-hidden">
      <header className="flex flex-wrap items-baseline gap-x-2 gap-y-1 px-4 pt-3 pb-2.5">
        <h2 id="why" className="font-bold text-body">
          {t("title")}
        </h2>
        <p className="text-dim text-small">
          <WhyHeadline standing={standing} explanation={explanation} />
        </p>
      </header>
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
          <RuleCell key={rule.rule} contactId={standing.contactId} rule={rule} />
        ))}
      </ul>
    </Panel>
  );
}
