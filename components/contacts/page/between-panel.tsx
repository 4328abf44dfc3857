import { useTranslations } from "next-intl";
import { SupportForm } from "@/components/support/support-form";
import { SupportList } from "@/components/support/support-list";
import { ButtonLink } from "@/components/ui/button";
import { Day, DayOf } from "@/components/ui/date";
import { Link } from "@/components/ui/link";
import { Panel, PanelHeader } from "@/components/ui/panel";
import { Row } from "@/components/ui/row";
import type { RecommendationEntry } from "@/lib/contacts/between/schema";
import type { ConnectionStatus } from "@/lib/contacts/schema";
import { newOperationKey } from "@/lib/operation-key";
import type { SupportAct } from "@/lib/support/schema";
import { PanelFold } from "./panel-fold";

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
      <Support contactId={contact.id} acts={acts} />
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

/** The balance of help, and each act of it on demand. */
function Support({ contactId, acts }: { contactId: string; acts: SupportAct[] }) {
  const t = useTranslations("contacts.between");
  const support = useTranslations("support");
  const given = acts.filter((act) => act.direction === "GIVEN").length;
  const received = acts.length - given;
  return (
    <>
      {acts.length === 0 ? (
        <Row title={t("noSupport")} why={t("noSupportWhy")} />
      ) : (
        <Row
          title={t("support", { given, received })}
          why={acts
            .slice(0, 3)
            .map((act) => act.note ?? act.introduced?.fullName ?? support(`kindOf.${act.kind}`))
            .join(" · ")}
        >
          <span className="text-dim text-small">
            {t(given === received ? "even" : given > received ? "youGaveMore" : "theyGaveMore")}
          </span>
        </Row>
      )}
      <PanelFold label={t("helpFold")}>
        <div className="-mx-4 mb-3 empty:hidden">{acts.length > 0 && <SupportList acts={acts} />}</div>
        <SupportForm
          who={<input type="hidden" name="contactId" value={contactId} />}
          operationKey={newOperationKey()}
        />
        <ul className="mt-3 flex flex-wrap gap-x-4 gap-y-1 text-small">
          <li>
            <Link href={`/recommendations/introductions?who=${contactId}`} className="text-dim underline">
              {t("introduction")}
            </Link>
          </li>
          <li>
            <Link href="/recommendations/help" className="text-dim underline">
              {t("help")}
            </Link>
          </li>
        </ul>
      </PanelFold>
    </>
  );
}

function Recommendation({ entry }: { entry: RecommendationEntry }) {
  const t = useTranslations("contacts.timeline");
  const between = useTranslations("contacts.between");
  return (
    <Row
      title={
        <Link href={`/recommendations/${entry.id}`} className="hover:underline">
          {t(`recommendation.${entry.direction}`)}
        </Link>
      }
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
