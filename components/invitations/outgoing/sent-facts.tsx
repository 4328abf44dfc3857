import { useTranslations } from "next-intl";
import type { Sent } from "@/lib/invitations/outgoing/schema";

/** What is remembered of the day an invitation was sent; or that nobody here saw it. */
export function SentFacts({ template, standing, isFromArchive }: Sent) {
  const t = useTranslations("invitations.outgoing");
  const verdicts = useTranslations("strength.verdicts");
  if (isFromArchive) return <p className="mt-1 text-dim text-small">{t("archive")}</p>;
  if (!standing) return null;
  const { verdict, rulesMet: rules, strength, met } = standing;
  return (
    <p className="mt-1 text-dim text-small">
      {t("standing", { verdict: verdicts(verdict), rules, strength, met: t(`met.${met ?? "none"}`) })}
      {template && <> · {t("template", { name: template })}</>}
    </p>
  );
}
