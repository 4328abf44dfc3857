import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { Remark } from "@/components/ui/remark";
import type { Answer } from "@/lib/introductions/schema";
import { TargetRow } from "./target-row";

/** Who has to do with what was asked, and who leads to each of them. */
export function IntroductionAnswer({ asked, answer: { targets, isMore, meant } }: { asked: string; answer: Answer }) {
  const t = useTranslations("introductions.ask");
  if (targets.length === 0) return <EmptyState title={t("none", { asked })} text={t("noneText")} />;
  return (
    <div className="border-line border-t">
      <div className="grid gap-2 px-4 py-3">
        {meant.map(({ typed, word }) => (
          <Remark key={typed}>{t("meant", { typed, word })}</Remark>
        ))}
        <p className="font-medium">{t(isMore ? "first" : "found", { count: targets.length, asked })}</p>
        <p className="text-dim text-small">{t("rule")}</p>
      </div>
      <ul>
        {targets.map((target) => (
          <li key={target.id}>
            <TargetRow target={target} />
          </li>
        ))}
      </ul>
    </div>
  );
}
