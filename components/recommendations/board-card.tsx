import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { Day } from "@/components/ui/date";
import { Link } from "@/components/ui/link";
import { moveRecommendationAction } from "@/lib/recommendations/actions";
import { nextStatuses } from "@/lib/recommendations/balance";
import type { RecommendationStatus, RecommendationSummary } from "@/lib/recommendations/schema";

/** One recommendation on the board: who writes for whom, about what, until when, and where it can go. */
export function BoardCard({ item }: { item: RecommendationSummary }) {
  const t = useTranslations("recommendations");
  const { contact, direction, status, work } = item;
  return (
    <article className="grid gap-1.5 rounded-panel border border-line bg-panel p-3 shadow-panel">
      <div className="flex items-baseline justify-between gap-2">
        <h3 className="min-w-0 font-medium">{t(`direction.${direction}`, { name: contact.fullName })}</h3>
        <Link
          href={`/recommendations/${item.id}`}
          aria-label={t("editOne", { name: contact.fullName })}
          className="flex-none text-dim text-small underline hover:text-ink"
        >
          {t("edit")}
        </Link>
      </div>
      {work && <p className="text-dim text-small">{work}</p>}
      <Dates item={item} />
      {!contact.connected && status !== "DECLINED" && <p className="text-dim text-small">{t("notConnectedShort")}</p>}
      <div className="mt-1 flex flex-wrap gap-1.5">
        {nextStatuses(status).map((next, place) => (
          <Move key={next} item={item} to={next} first={place === 0} />
        ))}
      </div>
    </article>
  );
}

function Dates({ item: { dueOn, overdue, publishedOn } }: { item: RecommendationSummary }) {
  const t = useTranslations("recommendations");
  if (publishedOn)
    return <p className="text-dim text-small">{t.rich("publishedOn", { day: () => <Day day={publishedOn} /> })}</p>;
  if (!dueOn) return null;
  return (
    <p className={overdue ? "font-medium text-blocked text-small" : "text-dim text-small"}>
      {t.rich(overdue ? "overdue" : "due", { day: () => <Day day={dueOn} near={!overdue} /> })}
    </p>
  );
}

function Move({ item, to, first }: { item: RecommendationSummary; to: RecommendationStatus; first: boolean }) {
  const t = useTranslations("recommendations");
  const { id, version, status, direction, publishedOn, contact } = item;
  return (
    <ActionButton
      action={moveRecommendationAction}
      fields={{ id, version, status: to }}
      done={t("moved", { name: contact.fullName, status: to })}
      undo={{
        action: moveRecommendationAction,
        fields: { id, version: String(version + 1), status, publishedOn: publishedOn ?? "" },
      }}
      variant={first ? "secondary" : "ghost"}
    >
      {status === "PUBLISHED" ? t("unpublish") : t(`move.${direction}.${to}`)}
    </ActionButton>
  );
}
