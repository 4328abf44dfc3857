import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { DayOf, useReader } from "@/components/ui/date";
import { Kbd } from "@/components/ui/kbd";
import { Link } from "@/components/ui/link";
import type { AssessmentDetail } from "@/lib/assessment/schema";

const questions = ["wantsToDeepen", "iBelieve", "theyBelieve", "synergy"] as const;

/**
 * What else the assessment says, and whether it still holds: one day dates all of it, so two answers alone must not make
 * the others newer. Nothing where nothing else is written.
 */
export function RestAnswers({ contactId, assessment }: { contactId: string; assessment: AssessmentDetail }) {
  const t = useTranslations("connections.intro");
  const words = useTranslations("assessment");
  const { now } = useReader();
  const ground = assessment.commonGround.filter((entry) => entry.trim());
  const said = [
    ...questions.flatMap((question) => {
      const answer = assessment[question];
      return answer ? [{ question: words(question), answer: words(`answers.${answer}`) }] : [];
    }),
    ...(ground.length > 0 ? [{ question: words("commonGround"), answer: ground.join(", ") }] : []),
    ...(assessment.goal?.trim() ? [{ question: words("goal"), answer: assessment.goal }] : []),
  ];
  if (said.length === 0) return null;
  const counts = new Date(assessment.countsUntil) > now;
  return (
    <fieldset className="rounded-control bg-soft p-3">
      <legend className="float-left mb-1.5 font-medium">{t("rest")}</legend>
      <dl className="clear-both mb-2 grid gap-1 text-small">
        {said.map(({ question, answer }) => (
          <div key={question} className="flex flex-wrap gap-x-2">
            <dt className="text-dim">{question}</dt>
            <dd>{answer}</dd>
          </div>
        ))}
      </dl>
      <Checkbox
        name="restHolds"
        aria-keyshortcuts="A"
        label={
          <>
            {t("restHolds")}{" "}
            <span aria-hidden="true">
              <Kbd look="flat">A</Kbd>
            </span>
          </>
        }
        hint={
          <>
            {t.rich(counts ? "restCounts" : "restLapsed", { until: () => <DayOf moment={assessment.countsUntil} /> })}{" "}
            <Link href={`/contacts/${contactId}/assessment`} className="underline underline-offset-2 hover:text-ink">
              {t("restReview")}
            </Link>
          </>
        }
      />
    </fieldset>
  );
}
