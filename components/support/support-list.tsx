import { HeartHandshake } from "lucide-react";
import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import type { SupportAct } from "@/lib/support/schema";
import { ActRow } from "./act-row";

/** What the two did for each other, the latest first. */
export function SupportList({ acts }: { acts: SupportAct[] }) {
  const t = useTranslations("support");
  if (acts.length === 0) return <EmptyState icon={HeartHandshake} title={t("none")} text={t("noneText")} />;
  return (
    <ul>
      {acts.map((act) => (
        <li key={act.id}>
          <ActRow
            act={act}
            title={t("act", { direction: t(`directionOf.${act.direction}`), kind: t(`kindOf.${act.kind}`) })}
          />
        </li>
      ))}
    </ul>
  );
}
