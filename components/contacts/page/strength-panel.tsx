import { getTranslations } from "next-intl/server";
import { DayOf } from "@/components/ui/date";
import { Meter } from "@/components/ui/meter";
import { Panel, PanelHeader } from "@/components/ui/panel";
import { Skeleton } from "@/components/ui/skeleton";
import { getStrengthHistory } from "@/lib/contacts/curve/data";
import { asOwner, type OwnerId } from "@/lib/db";
import type { Standing } from "@/lib/strength/schema";
import { StrengthPicture } from "./strength-picture";

const dayMs = 86_400_000;

/** How strong it is, for how long it stays warm, and the line it came along and will go. */
export async function StrengthPanel({ owner, name, standing }: { owner: OwnerId; name: string; standing: Standing }) {
  const t = await getTranslations("contacts.strength");
  const now = new Date(standing.at);
  const from = new Date(now.getTime() - 270 * dayMs);
  const { until } = standing.rules.warm;
  const warmUntil = until === "forever" ? null : until;
  const history = await asOwner(owner, (db) => getStrengthHistory(db, standing.contactId, from.toISOString()));
  return (
    <Panel aria-labelledby="strength" className="pb-3">
      <PanelHeader id="strength" title={t("title")}>
        <Meter value={standing.strength} label={t("of", { name })} />
      </PanelHeader>
      {history.heats.length > 0 && <StrengthPicture history={history} from={from} now={now} warmUntil={warmUntil} />}
      <p className="px-4 text-dim text-small">
        {warmUntil === null
          ? t("nothing")
          : t.rich(standing.rules.warm.met ? "warmUntil" : "notWarm", { day: () => <DayOf moment={warmUntil} /> })}
      </p>
    </Panel>
  );
}

export function StrengthSkeleton() {
  return (
    <Panel aria-busy="true" className="px-4 py-3">
      <Skeleton className="h-40" />
    </Panel>
  );
}
