import { useTranslations } from "next-intl";
import { StrengthPicture } from "@/components/strength/picture/strength-picture";
import { DayOf } from "@/components/ui/date";
import { Hint } from "@/components/ui/hint";
import { Link } from "@/components/ui/link";
import { Meter } from "@/components/ui/meter";
import { Panel, PanelHeader } from "@/components/ui/panel";
import type { StrengthHistory } from "@/lib/strength/history/schema";
import { beside, spanOf } from "@/lib/strength/history/span";
import type { Standing } from "@/lib/strength/schema";

/** How strong it is, for how long it stays warm, and the line it came along and will go; it opens into all of that. */
export function StrengthPanel({
  name,
  standing,
  history,
}: {
  name: string;
  standing: Standing;
  history: StrengthHistory;
}) {
  const t = useTranslations("contacts.strength");
  const { met, until } = standing.rules.warm;
  const warmUntil = until === "forever" ? null : until;
  const now = Date.parse(standing.at);
  const moments = met && warmUntil !== null ? [Date.parse(warmUntil)] : [];
  return (
    <Panel aria-labelledby="strength" className="pb-3">
      <PanelHeader id="strength" title={t("title")} note={<Hint about={t("title")}>{t("hint")}</Hint>}>
        <Meter value={standing.strength} label={t("of", { name })} />
      </PanelHeader>
      {history.firstAt !== null && (
        <div className="px-4 pb-1">
          <StrengthPicture
            size="small"
            history={history}
            span={spanOf({ ...beside, now, firstAt: history.firstAt, moments })}
            now={now}
          />
        </div>
      )}
      <p className="px-4 text-dim text-small">
        {warmUntil === null
          ? t("nothing")
          : t.rich(met ? "warmUntil" : "notWarm", { day: () => <DayOf moment={warmUntil} /> })}{" "}
        <Link
          href={`/contacts/${standing.contactId}/strength`}
          className="whitespace-nowrap font-medium text-accent hover:underline"
        >
          {t("open")} <span aria-hidden="true">→</span>
        </Link>
      </p>
    </Panel>
  );
}
