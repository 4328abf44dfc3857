import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Day, DayOf } from "@/components/ui/date";
import { Panel, PanelHeader } from "@/components/ui/panel";
import { Row } from "@/components/ui/row";
import type { RecommendationEntry } from "@/lib/contacts/between/schema";
import type { ConnectionStatus } from "@/lib/contacts/schema";
import type { SupportAct } from "@/lib/support/schema";

/** Who helped whom, and the recommendations: given, received, owed. */
export function BetweenPanel({
  contact,
  acts,
  recommendations,
}: {
  contact: { id: string; connectionStatus: ConnectionStatus };
  acts: SupportAct[];
  recommendations: RecommendationEntry[];
}) {
  const t = useTranslations("contacts.between");
  return (
    <Panel aria-labelledby="between">
      <PanelHeader id="between" title={t("title")}>
        {contact.connectionStatus === "CONNECTED" && (
          <ButtonLink href="/recommendations" size="small" variant="ghost" className="-my-1">
            {t("recommendations")}
          </ButtonLink>
        )}
      </PanelHeader>
      <Support acts={acts} />
      {recommendations.length === 0 ? (
        <Row
          title={t("recommendation")}
          why={t(contact.connectionStatus === "CONNECTED" ? "noneYet" : "onceConnected")}
        />
      ) : (
        recommendations.map((entry) => <Recommendation key={entry.id} entry={entry} />)
      )}
    </Panel>
  );
}

function Support({ acts }: { acts: SupportAct[] }) {
  const t = useTranslations("contacts.between");
  const kinds = useTranslations("support.kinds");
  const given = acts.filter((act) => act.direction === "GIVEN").length;
  const received = acts.length - given;
  if (acts.length === 0) return <Row title={t("noSupport")} why={t("noSupportWhy")} />;
  return (
    <Row
      title={t("support", { given, received })}
      why={acts
        .slice(0, 3)
        .map((act) => act.note ?? kinds(act.kind))
        .join(" · ")}
    >
      <span className="text-dim text-small">
        {t(given === received ? "even" : given > received ? "youGaveMore" : "theyGaveMore")}
      </span>
    </Row>
  );
}

function Recommendation({ entry }: { entry: RecommendationEntry }) {
  const t = useTranslations("contacts.timeline");
  const between = useTranslations("contacts.between");
  return (
    <Row
      title={t(`recommendation.${entry.direction}`)}
      why={[entry.work, t(`recommendationStatus.${entry.status}`)].filter(Boolean).join(" · ")}
    >
      <span className="text-dim text-small">
        {entry.publishedAt ? (
          <DayOf moment={entry.publishedAt} />
        ) : (
          entry.dueOn && between.rich("due", { day: () => <Day day={entry.dueOn ?? ""} near /> })
        )}
      </span>
    </Row>
  );
}
