import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Day, DayOf } from "@/components/ui/date";
import { Meter } from "@/components/ui/meter";
import type { ColumnName } from "@/lib/contacts/list/columns";
import type { ContactSummary } from "@/lib/contacts/list/query";
import { VerdictPill } from "../verdict-pill";

/** What stands in each column about a contact. */
export function useCells(): Record<ColumnName, (contact: ContactSummary) => ReactNode> {
  const t = useTranslations("lists");
  const statuses = useTranslations("contacts.statuses");
  return {
    verdict: ({ verdict }) => <VerdictPill verdict={verdict} />,
    strength: ({ strength, fullName }) => <Meter value={strength} label={t("strengthOf", { name: fullName })} />,
    contacted: ({ lastInteractionAt }) => (lastInteractionAt ? <DayOf moment={lastInteractionAt} near /> : t("never")),
    tags: ({ tags }) => tags.map(({ name }) => name).join(", "),
    company: ({ company }) => company,
    position: ({ position }) => position,
    location: ({ location }) => location,
    followUp: ({ followUp }) =>
      followUp && t.rich("followUp", { day: () => <Day key="day" day={followUp.dueOn} near />, title: followUp.title }),
    rules: ({ rulesMet }) => t("rules", { met: rulesMet }),
    readyUntil: ({ readyUntil }) =>
      readyUntil && (readyUntil === "forever" ? t("forGood") : <DayOf moment={readyUntil} near />),
    connectedOn: ({ connectedOn }) => connectedOn && <Day day={connectedOn} />,
    status: ({ connectionStatus }) => statuses(connectionStatus),
    howWeMet: ({ howWeMet }) => howWeMet,
    added: ({ createdAt }) => <DayOf moment={createdAt} near />,
  };
}
