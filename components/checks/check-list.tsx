import type { Route } from "next";
import { useTranslations } from "next-intl";
import { DayOf, useReader } from "@/components/ui/date";
import { Link } from "@/components/ui/link";
import { Pill } from "@/components/ui/pill";
import type { CheckDetail } from "@/lib/checks/schema";

/** A contact's checks: claim, where it comes from, what was found, until when it counts. */
export function CheckList({ contactId, checks }: { contactId: string; checks: CheckDetail[] }) {
  return (
    <ul>
      {checks.map((check) => (
        <li key={check.id} className="border-line border-t">
          <Link
            href={`/contacts/${contactId}/checks/${check.id}` as Route}
            className="flex items-start gap-3 px-4 py-2.5 hover:bg-soft"
          >
            <span className="min-w-0 flex-1">
              <span className="block font-medium">{check.claim}</span>
              <span className="block text-dim text-small">
                <CheckEvidence check={check} />
              </span>
            </span>
            <FindingPill check={check} />
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** "Background · nordlys.example · valid until 20 Nov 2027" */
function CheckEvidence({ check }: { check: CheckDetail }) {
  const t = useTranslations("checks");
  const { now } = useReader();
  const lapsed = new Date(check.validUntil) <= now;
  const day = () => <DayOf moment={check.validUntil} />;
  return (
    <>
      {t(`kinds.${check.kind}`)} · {check.origin || "–"}
      {(!check.independent || check.ownPage) && <> · {t("ownWord")}</>}
      {check.finding === "SUPPORTS" && <> · {t.rich(lapsed ? "lapsed" : "until", { day })}</>}
    </>
  );
}

function FindingPill({ check: { finding, resolvedAt } }: { check: CheckDetail }) {
  const t = useTranslations("checks");
  if (finding === "SUPPORTS") return <Pill tone="ready">{t("findingOf.SUPPORTS")}</Pill>;
  if (finding === "NEUTRAL") return <Pill tone="building">{t("findingOf.NEUTRAL")}</Pill>;
  return resolvedAt ? (
    <Pill tone="building">{t("resolved")}</Pill>
  ) : (
    <Pill tone="blocked">{t("findingOf.CONCERN")}</Pill>
  );
}
