import { useTranslations } from "next-intl";
import { DayOf } from "@/components/ui/date";
import { readyAfter } from "@/lib/contacts/page/ready-after";
import type { Explanation } from "@/lib/strength/explain";
import type { Standing } from "@/lib/strength/schema";
import { SentenceLink } from "./sentence";

/** "Five of six rules hold. Next step: …, then ready until …" */
export function WhyHeadline({ standing, explanation: { nextStep } }: { standing: Standing; explanation: Explanation }) {
  const t = useTranslations("contacts.why");
  const then = readyAfter(standing);
  return (
    <>
      {t("rulesHold", { count: standing.rulesMet })}{" "}
      {standing.verdict === "READY" && standing.readyUntil && standing.readyUntil !== "forever"
        ? t.rich("readyUntil", { day: () => <DayOf moment={String(standing.readyUntil)} /> })
        : nextStep &&
          t.rich("nextStep", {
            step: () => (
              <SentenceLink
                key="step"
                sentence={nextStep}
                className="font-bold text-ink underline underline-offset-2"
              />
            ),
          })}
      {then && " "}
      {then && t.rich("thenReady", { day: () => <DayOf moment={then} /> })}
    </>
  );
}
