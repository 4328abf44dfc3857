import { useTranslations } from "next-intl";
import { DayOf } from "@/components/ui/date";
import { Link } from "@/components/ui/link";
import { together } from "@/lib/contacts/page/together";
import type { RuleExplanation } from "@/lib/strength/explain";
import { SentenceLink, SentenceText } from "./sentence";

/** One rule: whether it holds, what it rests on, until when, and what it lacks, each as a link to the form. */
export function RuleCell({
  contactId,
  rule: { rule, met, until, evidence, missing },
}: {
  contactId: string;
  rule: RuleExplanation;
}) {
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
      <p className="mt-0.5 text-dim text-small">
        {together(evidence).map((sentence, index) => (
          <span key={`${sentence.key} ${sentence.href}`}>
            {index > 0 && " · "}
            <SentenceText sentence={sentence} />
          </span>
        ))}
        {evidence.length > 0 && met && until && until !== "forever" && " · "}
        {met && until && until !== "forever" && (
          <span className="text-faint">{t.rich("until", { day: () => <DayOf moment={until} /> })}</span>
        )}
      </p>
      {missing.length > 0 && (
        <ul className="mt-0.5 grid gap-0.5 text-small">
          {missing.map((step) => (
            <li key={step.code}>
              <SentenceLink sentence={step} className="font-medium text-accent" />
            </li>
          ))}
        </ul>
      )}
      {rule === "verified" && (
        <Link
          href={`/contacts/${contactId}/checks/new`}
          className="mt-0.5 inline-block font-medium text-accent text-small hover:underline"
        >
          {t("addCheck")} <span aria-hidden="true">→</span>
        </Link>
      )}
    </li>
  );
}
