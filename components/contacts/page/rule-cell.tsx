import type { Route } from "next";
import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { together } from "@/lib/contacts/page/together";
import type { RuleExplanation } from "@/lib/strength/explain";
import { SentenceLink, SentenceText } from "./sentence";

/**
 * One rule: whether it holds, what it rests on (each piece leads to the thing itself), until when and why it ends, what
 * it lacks as ways to the forms that mend it, and where it holds the form that keeps it. Checks can always be added.
 */
export function RuleCell({ rule: { rule, met, evidence, missing, lapse, form } }: { rule: RuleExplanation }) {
  const t = useTranslations("contacts.why");
  const rules = useTranslations("strength.rules");
  return (
    <li className="bg-panel px-4 py-3">
      <h3 className="flex gap-2 font-bold text-[0.8125rem]">
        <span aria-hidden="true" className={met ? "text-ready" : "text-almost"}>
          {met ? "✓" : "○"}
        </span>
        {rules(rule)}
        <span className="sr-only">{t(met ? "holds" : "doesNotHold")}</span>
      </h3>
      {evidence.length > 0 && (
        <p className="mt-0.5 text-dim text-small">
          {together(evidence).map((sentence, index) => (
            <span key={`${sentence.key} ${sentence.href}`}>
              {index > 0 && " · "}
              <Link
                href={sentence.href as Route}
                className="underline decoration-line underline-offset-2 hover:text-ink hover:decoration-current"
              >
                <SentenceText sentence={sentence} />
              </Link>
            </span>
          ))}
        </p>
      )}
      {lapse && (
        <p className="mt-0.5 text-faint text-small">
          <SentenceText sentence={lapse} />
        </p>
      )}
      {missing.length > 0 && (
        <ul className="mt-1 grid gap-1.5 text-small">
          {missing.map((step) => (
            <li key={step.code}>
              <SentenceLink sentence={step} className="font-medium text-accent" />
            </li>
          ))}
        </ul>
      )}
      {(met || rule === "verified") && (
        <p className="mt-1.5 text-small">
          <SentenceLink sentence={form} className="font-medium text-accent" />
        </p>
      )}
    </li>
  );
}
