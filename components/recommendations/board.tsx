import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import type { BoardColumn } from "@/lib/recommendations/schema";
import { BoardCard } from "./board-card";
import type { LaterDays } from "./later-choices";
import { useLaterDays } from "./later-menu";

/** One column a state: four on the way, and below them the two where it ends. Each shows its first cards, the one that is open all. */
export function Board({ columns }: { columns: BoardColumn[] }) {
  const t = useTranslations("recommendations");
  const later = useLaterDays();
  return (
    <section aria-label={t("board")} className="grid items-start gap-x-3 gap-y-5 sm:grid-cols-2 lg:grid-cols-4">
      {columns.map((column) => (
        <Column key={column.status} column={column} later={later} />
      ))}
    </section>
  );
}

function Column({ column: { status, count, items, isOpen }, later }: { column: BoardColumn; later: LaterDays }) {
  const t = useTranslations("recommendations");
  const id = `board-${status}`;
  const isEnd = status === "PUBLISHED" || status === "DECLINED";
  return (
    <section aria-labelledby={id} className={isEnd ? "lg:col-span-2" : undefined}>
      <h2 id={id} className="mb-2 flex items-baseline gap-2 font-bold">
        {t(`statuses.${status}`)} <span className="font-normal text-faint">{count}</span>
      </h2>
      {items.length > 0 ? (
        <ul className={isEnd ? "grid items-start gap-2 lg:grid-cols-2" : "grid gap-2"}>
          {items.map((item) => (
            <li key={item.id}>
              <BoardCard item={item} later={later} />
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
          aria-label={`${isOpen ? t("fewer") : t("all", { count })}: ${t(`statuses.${status}`)}`}
        >
          {isOpen ? t("fewer") : t("all", { count })}
        </ButtonLink>
      )}
    </section>
  );
}
