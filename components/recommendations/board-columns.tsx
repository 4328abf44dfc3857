"use client";

import { ButtonLink } from "@/components/ui/button";
import { isEnd } from "@/lib/recommendations/moves";
import type { BoardColumn } from "@/lib/recommendations/schema";
import { BoardCard } from "./board-card";
import type { LaterDays } from "./later-days";
import { type Moves, useMoves } from "./use-moves";
import { type BoardWords, useBoardWords } from "./words";

/**
 * The columns with their cards, and what those share: how they move, and their words. A client component, as cards are
 * repeated: docs/decisions/032-what-a-page-is-made-of.md.
 */
export function BoardColumns({ columns, later }: { columns: BoardColumn[]; later: LaterDays }) {
  const words = useBoardWords();
  const moves = useMoves(columns, words);
  return columns.map((column) => <Column key={column.status} {...{ column, later, moves, words }} />);
}

/** Each shows its first cards, the one that is open all. */
function Column({
  column: { status, count, items, isOpen },
  later,
  moves,
  words,
}: {
  column: BoardColumn;
  later: LaterDays;
  moves: Moves;
  words: BoardWords;
}) {
  const t = words.board;
  const id = `board-${status}`;
  return (
    <section aria-labelledby={id} className={isEnd(status) ? "lg:col-span-2" : undefined}>
      <h2 id={id} className="mb-2 flex items-baseline gap-2 font-bold">
        {words.statuses(status)} <span className="font-normal text-faint">{count}</span>
      </h2>
      {items.length > 0 ? (
        <ul className={isEnd(status) ? "grid items-start gap-2 lg:grid-cols-2" : "grid gap-2"}>
          {items.map((item) => (
            <li key={item.id}>
              <BoardCard {...{ item, later, moves, words }} />
            </li>
          ))}
        </ul>
      ) : (
        <p className="rounded-panel border border-line border-dashed px-3 py-2.5 text-faint text-small">{t("none")}</p>
      )}
      {isOpen && count > items.length && (
        <p className="mt-2 text-dim text-small">{t("more", { count: count - items.length })}</p>
      )}
      {(isOpen || count > items.length) && (
        <ButtonLink
          href={isOpen ? `/recommendations#${id}` : `/recommendations?open=${status}#${id}`}
          scroll={false}
          variant="ghost"
          size="small"
          className="mt-2"
          aria-label={`${isOpen ? t("fewer") : t("all", { count })}: ${words.statuses(status)}`}
        >
          {isOpen ? t("fewer") : t("all", { count })}
        </ButtonLink>
      )}
    </section>
  );
}
