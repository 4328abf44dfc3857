"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { verdictTones } from "@/components/contacts/verdict-pill";
import { Avatar } from "@/components/ui/avatar";
import { Day, DayOf } from "@/components/ui/date";
import { Meter } from "@/components/ui/meter";
import { Pill } from "@/components/ui/pill";
import type { FoundPerson } from "@/lib/search/schema";
import { usePeek } from "./use-peek";

/** Verdict, strength and what comes next, of one person. */
export function PeekCard({ person }: { person: FoundPerson }) {
  const t = useTranslations("search.peek");
  const peek = usePeek(person.id);
  return (
    <div className="grid gap-3" aria-busy={peek === undefined}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Avatar name={person.name} />
        <div className="min-w-0 flex-1">
          <p className="truncate font-bold">{person.name}</p>
          {person.detail && <p className="truncate text-dim text-small">{person.detail}</p>}
        </div>
        {peek && <Pill tone={verdictTones[peek.verdict]}>{peek.verdictWord}</Pill>}
        <Meter value={person.strength} label={t("strength")} />
      </div>
      {peek === null && <p className="text-dim">{t("failed")}</p>}
      {peek && (
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-small">
          <Line name={t("lastContact")}>
            {peek.lastInteractionAt ? <DayOf moment={peek.lastInteractionAt} near /> : t("never")}
          </Line>
          {peek.nextStep && <Line name={t("nextStep")}>{peek.nextStep}</Line>}
          {peek.missing.length > 0 && <Line name={t("missing")}>{peek.missing.join(" · ")}</Line>}
          {peek.followUp && (
            <Line name={t("followUp")}>
              {peek.followUp.title} · <Day day={peek.followUp.dueOn} near />
            </Line>
          )}
        </dl>
      )}
    </div>
  );
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-dim">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  );
}
