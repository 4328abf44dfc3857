"use client";

import { Day } from "@/components/ui/date";
import { Link } from "@/components/ui/link";
import { isEnd } from "@/lib/recommendations/moves";
import type { RecommendationSummary } from "@/lib/recommendations/schema";
import { CardFrame } from "./card-frame";
import { LaterChoices } from "./later-choices";
import type { LaterDays } from "./later-days";
import { MoveButtons } from "./move-buttons";
import type { Moves } from "./use-moves";
import type { BoardWords } from "./words";

/** One recommendation on the board: who writes for whom, about what, until when, and where it can go. */
export function BoardCard({
  item,
  later,
  moves,
  words,
}: {
  item: RecommendationSummary;
  later: LaterDays;
  moves: Moves;
  words: BoardWords;
}) {
  const t = words.card;
  const { id, contact, direction, status, work, swap } = item;
  const title = `card-${id}`;
  return (
    <CardFrame id={id} labelledBy={title}>
      <div className="flex items-baseline justify-between gap-2">
        <h3 id={title} className="min-w-0 font-medium">
          {t(`direction.${direction}`, { name: contact.fullName })}
        </h3>
        <Link
          href={`/recommendations/${id}`}
          aria-label={t("editOne", { name: contact.fullName })}
          className="flex-none text-dim text-small underline hover:text-ink"
        >
          {t("edit")}
        </Link>
      </div>
      {work && <p className="text-dim text-small">{work}</p>}
      <Dates item={item} words={words} />
      {swap && (
        <p className="font-medium text-almost text-small">
          {t.rich("swap", { wait: () => <Day day={swap.waitUntil} /> })}
        </p>
      )}
      {!contact.connected && status !== "DECLINED" && <p className="text-dim text-small">{t("notConnectedShort")}</p>}
      <div className="mt-1 flex flex-wrap gap-1.5">
        <MoveButtons item={item} moves={moves} words={words} />
        {!isEnd(status) && <LaterChoices item={item} name={contact.fullName} days={later} t={words.later} />}
      </div>
    </CardFrame>
  );
}

function Dates({
  item: { dueOn, overdue, publishedOn, status },
  words: { card: t },
}: {
  item: RecommendationSummary;
  words: BoardWords;
}) {
  if (publishedOn)
    return <p className="text-dim text-small">{t.rich("publishedOn", { day: () => <Day day={publishedOn} /> })}</p>;
  if (!dueOn || isEnd(status)) return null;
  return (
    <p className={overdue ? "font-medium text-blocked text-small" : "text-dim text-small"}>
      {t.rich(overdue ? "overdue" : "due", { day: () => <Day day={dueOn} near={!overdue} /> })}
    </p>
  );
}
