import { useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";
import { Day, DayOf } from "@/components/ui/date";
import { Meter } from "@/components/ui/meter";
import { Pill } from "@/components/ui/pill";
import type { ColumnName } from "@/lib/contacts/list/columns";
import type { ContactSummary } from "@/lib/contacts/list/query";
import { verdictTones } from "../verdict-pill";

export type Cells = Record<ColumnName, (contact: ContactSummary) => ReactNode>;

/** What stands in each column about a contact. For the whole list: looking for its words once a row took as long as drawing it. */
export function useCells(): Cells {
  const t = useTranslations("lists");
  const statuses = useTranslations("contacts.statuses");
  const verdicts = useTranslations("strength.verdicts");
  return useMemo(
    () => ({
      verdict: ({ verdict }) => <Pill tone={verdictTones[verdict]}>{verdicts(verdict)}</Pill>,
      strength: ({ strength, fullName }) => <Meter value={strength} label={t("strengthOf", { name: fullName })} />,
      contacted: ({ lastInteractionAt }) =>
        lastInteractionAt ? <DayOf moment={lastInteractionAt} near /> : t("never"),
      tags: ({ tags }) => tags.map(({ name }) => name).join(", "),
      company: ({ company }) => company,
      position: ({ position }) => position,
      location: ({ location }) => location,
      followUp: ({ followUp }) =>
        followUp &&
        t.rich("followUp", { day: () => <Day key="day" day={followUp.dueOn} near />, title: followUp.title }),
      rules: ({ rulesMet }) => t("rules", { met: rulesMet }),
      readyUntil: ({ readyUntil }) =>
        readyUntil && (readyUntil === "forever" ? t("forGood") : <DayOf moment={readyUntil} near />),
      connectedOn: ({ connectedOn }) => connectedOn && <Day day={connectedOn} />,
      status: ({ connectionStatus }) => statuses(connectionStatus),
      howWeMet: ({ howWeMet }) => howWeMet,
      added: ({ createdAt }) => <DayOf moment={createdAt} near />,
    }),
    [t, statuses, verdicts],
  );
}
