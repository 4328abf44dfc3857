import { useTranslations } from "next-intl";
import { useReader } from "@/components/ui/date";
import type { BoardColumn } from "@/lib/recommendations/schema";
import { BoardColumns } from "./board-columns";
import { laterDays } from "./later-days";

/** One column a state: four on the way, and below them the two where it ends. */
export function Board({ columns }: { columns: BoardColumn[] }) {
  const t = useTranslations("recommendations");
  const { now, timeZone } = useReader();
  return (
    <section aria-label={t("board")} className="grid items-start gap-x-3 gap-y-5 sm:grid-cols-2 lg:grid-cols-4">
      <BoardColumns columns={columns} later={laterDays(timeZone, now)} />
    </section>
  );
}
