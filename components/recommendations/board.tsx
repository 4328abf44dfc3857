import { useTranslations } from "next-intl";
import type { BoardColumn } from "@/lib/recommendations/schema";
import { BoardColumns } from "./board-columns";
import { useLaterDays } from "./later-days";

/** One column a state: four on the way, and below them the two where it ends. */
export function Board({ columns }: { columns: BoardColumn[] }) {
  const t = useTranslations("recommendations");
  return (
    <section aria-label={t("board")} className="grid items-start gap-x-3 gap-y-5 sm:grid-cols-2 lg:grid-cols-4">
      <BoardColumns columns={columns} later={useLaterDays()} />
    </section>
  );
}
