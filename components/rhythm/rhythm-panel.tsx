import { useTranslations } from "next-intl";
import { PanelFold } from "@/components/contacts/page/panel-fold";
import { ActionButton } from "@/components/ui/action-button";
import { Day, useReader } from "@/components/ui/date";
import { Panel, PanelHeader } from "@/components/ui/panel";
import { dayOf } from "@/lib/dates/format";
import { wakeTouchAction } from "@/lib/rhythm/actions";
import type { Rhythm } from "@/lib/rhythm/schema";
import { CadenceMenu } from "./cadence-menu";
import { useRhythmWords } from "./use-rhythm-words";

type Person = { contactId: string; name: string };

/** "Every 6 weeks · next by 3 March", why, and how to change it. */
export function RhythmPanel({ contactId, name, rhythm }: Person & { rhythm: Rhythm }) {
  const t = useTranslations("rhythm");
  const words = useRhythmWords();
  const { because, putOff } = rhythm;
  const wish = because.by === "WARMTH" ? "DEFAULT" : because.wish;
  return (
    <Panel aria-labelledby="rhythm">
      <PanelHeader id="rhythm" title={t("title")} />
      <div className="grid gap-1 px-4 pb-3">
        <p>
          <span className="font-medium">{words(wish)}</span>
          <When rhythm={rhythm} />
        </p>
        <p className="text-dim text-small">
          {because.by === "WARMTH" && rhythm.dueOn === null
            ? t("cooled")
            : t(`reason.${because.by}`, { name, tag: because.by === "TAG" ? because.tag : "" })}
        </p>
        {putOff && <PutOff contactId={contactId} name={name} putOff={putOff} />}
      </div>
      {/* A new key closes it once the choice has taken effect. */}
      <PanelFold key={JSON.stringify(because)} label={t("change")}>
        <CadenceMenu contactId={contactId} name={name} own={because.by === "CONTACT" ? because.wish : "DEFAULT"} />
      </PanelFold>
    </Panel>
  );
}

/** " · next by 3 March", " · due since 3 March", " · warm until 3 March". */
function When({ rhythm: { because, dueOn } }: { rhythm: Rhythm }) {
  const t = useTranslations("rhythm");
  const { now, timeZone } = useReader();
  if (dueOn === null) return null;
  const today = dayOf(now, timeZone);
  const day = { day: () => <Day day={dueOn} /> };
  const said = dueOn > today ? t.rich("nextBy", day) : t.rich("since", day);
  return (
    <>
      {" · "}
      {because.by === "WARMTH" ? t.rich("warmBy", day) : dueOn === today ? t("dueToday") : said}
    </>
  );
}

function PutOff({ contactId, name, putOff }: Person & { putOff: NonNullable<Rhythm["putOff"]> }) {
  const t = useTranslations("rhythm");
  return (
    <div className="flex flex-wrap items-center gap-2 text-dim text-small">
      {putOff === "again" ? t("putOffAgain") : t.rich("putOffUntil", { day: () => <Day day={putOff.until} /> })}
      <ActionButton action={wakeTouchAction} fields={{ contactId }} done={t("backSaid", { name })} variant="ghost">
        {t("back")}
      </ActionButton>
    </div>
  );
}
