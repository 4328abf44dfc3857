import { useTranslations } from "next-intl";
import { SnoozeMenu } from "@/components/follow-ups/snooze-menu";
import { ActionButton } from "@/components/ui/action-button";
import { Avatar } from "@/components/ui/avatar";
import { ButtonLink } from "@/components/ui/button";
import { Day, DayOf, useReader } from "@/components/ui/date";
import { Row } from "@/components/ui/row";
import { dayOf } from "@/lib/dates/format";
import { dismissTouchAction, snoozeTouchAction, wakeTouchAction } from "@/lib/rhythm/actions";
import type { TouchRow } from "@/lib/rhythm/schema";
import type { LaneOf } from "@/lib/today/schema";
import { Lane } from "./lane";
import { PersonLink } from "./person-link";

/** Who it is time to be in touch with, and why: by the owner's own word, or because they are about to cool off. */
export function TouchLane({ count, items }: LaneOf<TouchRow>) {
  const t = useTranslations("rhythm.lane");
  const all = useTranslations("today")("all");
  return (
    <Lane name="touch" count={count} open={{ href: "/contacts?q=soon:touch", text: all }}>
      {items.map((row) => {
        const { contactId, fullName: name, lastInteractionAt: last, dueOn } = row;
        return (
          <Row
            key={contactId}
            lead={<Avatar name={name} />}
            title={<PersonLink href={`/contacts/${contactId}`}>{name}</PersonLink>}
            detail={last ? t.rich("last", { day: () => <DayOf moment={last} near /> }) : t("never")}
            why={<Why row={row} />}
          >
            <ButtonLink href={`/log?contact=${contactId}`} size="small" aria-label={t("logOf", { name })}>
              {t("log")}
            </ButtonLink>
            <SnoozeMenu
              action={snoozeTouchAction}
              wake={wakeTouchAction}
              fields={{ contactId }}
              label={t("snoozeOf", { name })}
              done={t("snoozed", { name })}
              state={dueOn}
            >
              <ActionButton
                action={dismissTouchAction}
                fields={{ contactId }}
                done={t("dismissed", { name })}
                undo={{ action: wakeTouchAction, fields: { contactId } }}
                variant="ghost"
                aria-label={t("dismissOf", { name })}
              >
                {t("dismiss")}
              </ActionButton>
            </SnoozeMenu>
          </Row>
        );
      })}
    </Lane>
  );
}

function Why({ row: { because, dueOn, wasPutOff } }: { row: TouchRow }) {
  const t = useTranslations("rhythm.lane");
  const { now, timeZone } = useReader();
  const today = dayOf(now, timeZone);
  const day = () => <Day day={dueOn} />;
  if (because.by === "WARMTH") return t.rich(wasPutOff ? "wasPutOff" : "WARMTH", { day });
  const said = {
    rhythm: because.wish === "NEVER" ? "" : t("everySmall", because.wish),
    tag: because.by === "TAG" ? because.tag : "",
  };
  return dueOn === today ? t(`${because.by}today`, said) : t.rich(because.by, { ...said, day });
}
