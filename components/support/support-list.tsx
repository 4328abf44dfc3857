import { HeartHandshake } from "lucide-react";
import { useTranslations } from "next-intl";
import { DayOf } from "@/components/ui/date";
import { EmptyState } from "@/components/ui/empty-state";
import { Row } from "@/components/ui/row";
import type { SupportAct } from "@/lib/support/schema";
import { DeleteSupport } from "./delete-support";

/** What the two did for each other, the latest first. */
export function SupportList({ acts }: { acts: SupportAct[] }) {
  const t = useTranslations("support");
  if (acts.length === 0) return <EmptyState icon={HeartHandshake} title={t("none")} text={t("noneText")} />;
  return (
    <ul>
      {acts.map((act) => (
        <li key={act.id}>
          <Row
            title={t("act", { direction: t(`directionOf.${act.direction}`), kind: t(`kindOf.${act.kind}`) })}
            why={
              <>
                <DayOf moment={act.occurredAt} />
                {act.note && <> · {act.note}</>}
                {act.fromRecommendation && <> · {t("fromRecommendation")}</>}
              </>
            }
          >
            {!act.fromRecommendation && <DeleteSupport act={act} />}
          </Row>
        </li>
      ))}
    </ul>
  );
}
