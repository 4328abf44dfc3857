"use client";

import { ArrowRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { VerdictPill } from "@/components/contacts/verdict-pill";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/class-names";
import { countChanged, countedVerdicts, type VerdictChange, type VerdictCounts } from "@/lib/policy/preview/schema";
import type { Shown } from "./use-preview";

/** How many would be ready, almost and blocked, beside now, and who changes. */
export function PreviewPanel({ shown, isPending, onAsk }: { shown: Shown; isPending: boolean; onAsk: () => void }) {
  const t = useTranslations("policy.preview");
  const said = useSaid(shown);
  return (
    <section aria-labelledby="policy-preview" className="rounded-control bg-soft px-4 py-3">
      <h3 id="policy-preview" className="flex items-baseline justify-between gap-2 font-bold">
        {t("title")}
        <span className="font-normal text-dim text-small">{isPending && t("counting")}</span>
      </h3>
      <div aria-busy={isPending} className={cn("grid gap-3 transition-opacity", isPending && "opacity-60")}>
        {"now" in shown && <Counts now={shown.now} would={"would" in shown ? shown.would : undefined} />}
        {shown.state === "counted" ? (
          <Changes changes={shown.changes} />
        ) : (
          <p className="text-dim text-small">{t(`states.${shown.state}`)}</p>
        )}
        {(shown.state === "large" || shown.state === "busy" || shown.state === "failed") && (
          <Button size="small" className="justify-self-start" aria-disabled={isPending || undefined} onClick={onAsk}>
            {t(shown.state === "large" ? "count" : "again")}
          </Button>
        )}
      </div>
      <p aria-live="polite" className="sr-only">
        {isPending ? "" : said}
      </p>
    </section>
  );
}

function useSaid(shown: Shown): string {
  const t = useTranslations("policy.preview");
  if (shown.state !== "counted") return t(`states.${shown.state}`);
  const { READY, ALMOST, BLOCKED } = shown.would;
  return t("said", { ready: READY, almost: ALMOST, blocked: BLOCKED, changed: countChanged(shown.changes) });
}

function Counts({ now, would }: { now: VerdictCounts; would: VerdictCounts | undefined }) {
  const t = useTranslations("policy.preview");
  return (
    <table className="mt-2 w-full">
      <thead className="text-dim text-small">
        <tr>
          <th scope="col" className="sr-only">
            {t("verdict")}
          </th>
          <th scope="col" className="w-14 text-right font-normal">
            {t("now")}
          </th>
          <th scope="col" className="w-20 text-right font-normal">
            {t("would")}
          </th>
        </tr>
      </thead>
      <tbody>
        {countedVerdicts.map((verdict) => (
          <tr key={verdict}>
            <th scope="row" className="py-1 text-left font-normal">
              <VerdictPill verdict={verdict} />
            </th>
            <td className="text-right text-dim">{t("number", { count: now[verdict] })}</td>
            <td className={cn("text-right", would && would[verdict] !== now[verdict] && "font-bold")}>
              {would ? t("number", { count: would[verdict] }) : "–"}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Changes({ changes }: { changes: VerdictChange[] }) {
  const t = useTranslations("policy.preview");
  if (changes.length === 0) return <p className="text-dim text-small">{t("nobody")}</p>;
  return (
    <div className="border-line border-t pt-2">
      <h4 className="font-medium">{t("changing", { count: countChanged(changes) })}</h4>
      <dl className="mt-1 grid gap-2">
        {changes.map((change) => (
          <ChangeGroup key={`${change.from} ${change.to}`} change={change} />
        ))}
      </dl>
    </div>
  );
}

function ChangeGroup({ change: { from, to, count, people } }: { change: VerdictChange }) {
  const t = useTranslations("policy.preview");
  const verdicts = useTranslations("strength.verdicts");
  return (
    <div>
      <dt className="flex items-center gap-1.5 text-dim text-small">
        {verdicts(from)}
        <ArrowRight role="img" aria-label={t("becomes")} className="size-3" />
        <VerdictPill verdict={to} />
        <span className="ml-auto text-body tabular-nums">{t("number", { count })}</span>
      </dt>
      <dd className="mt-0.5">
        {people.map(({ contactId, fullName }, place) => (
          <Fragment key={contactId}>
            {place > 0 && ", "}
            <PersonOutside id={contactId}>{fullName}</PersonOutside>
          </Fragment>
        ))}
        {count > people.length && <span className="text-dim"> {t("more", { count: count - people.length })}</span>}
      </dd>
    </div>
  );
}

/** In a tab of its own: what was typed here stays. */
function PersonOutside({ id, children }: { id: string; children: string }) {
  const t = useTranslations("common");
  return (
    <a href={`/contacts/${id}`} target="_blank" rel="noopener" className="hover:underline">
      {children}
      <span className="sr-only"> ({t("newTab")})</span>
    </a>
  );
}
