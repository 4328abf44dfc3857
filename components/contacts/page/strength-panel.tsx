import { getTranslations } from "next-intl/server";
import { DayOf } from "@/components/ui/date";
import { Meter } from "@/components/ui/meter";
import { Panel, PanelHeader } from "@/components/ui/panel";
import { getStrengthHistory } from "@/lib/contacts/curve/data";
import { asOwner, type OwnerId } from "@/lib/db";
import { StrengthPicture } from "./strength-picture";

const dayMs = 86_400_000;

/** How strong it is, for how long it stays warm, and the line it came along and will go. */
export async function StrengthPanel({
  owner,
  contactId,
  name,
  strength,
  warmUntil,
  now,
}: {
  owner: OwnerId;
  contactId: string;
  name: string;
  strength: number;
  /** ISO time: when it falls, or fell, below warm; null where nothing ever happened. */
  warmUntil: string | null;
  now: Date;
}) {
  const t = await getTranslations("contacts.strength");
  const from = new Date(now.getTime() - 270 * dayMs);
  const history = await asOwner(owner, (db) => getStrengthHistory(db, contactId, from.toISOString()));
  return (
    <Panel aria-labelledby="strength" className="pb-3">
      <PanelHeader id="strength" title={t("title")}>
        <Meter value={strength} label={t("of", { name })} />
      </PanelHeader>
      {history.heats.length > 0 && <StrengthPicture history={history} from={from} now={now} warmUntil={warmUntil} />}
      <p className="px-4 text-dim text-small">
        {warmUntil === null
          ? t("nothing")
          : t.rich(new Date(warmUntil) > now ? "warmUntil" : "wasWarmUntil", {
              day: () => <DayOf moment={warmUntil} />,
            })}
      </p>
    </Panel>
  );
}
