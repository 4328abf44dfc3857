"use client";

import { CalendarDays } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useEffectEvent, useRef, useState } from "react";
import { formatLongDay, formatWholeDay } from "@/lib/dates/format";
import type { Said } from "@/lib/dates/words";
import { buttonStyle } from "./button-style";
import { cn } from "./class-names";
import { controlStyle } from "./control-style";
import { useReader } from "./date";
import { describedBy, Field, type FieldLook } from "./field";
import { useTypedValue } from "./form-context";

/** A day as it is sent, with a time or without. */
const exact = /^\d{4}-\d\d-\d\d(?: \d\d:\d\d)?$/;

type Echo = { said: Said | null; typed: string };

/**
 * A day in words ("last Tuesday", "in 2 weeks") or as a date, with the browser's calendar beside it. What was understood
 * stands under it before anything is saved, and is what is sent; words that weren't are read by the server, also without
 * script. On leaving, they become the date. `prefer` says what a bare weekday means. A time among the words counts `withTime`, or
 * is `onSaid`'s to put elsewhere.
 */
export function DayInput({
  name,
  label,
  hint,
  aside,
  hideLabel,
  className,
  defaultValue,
  prefer,
  min,
  max,
  placeholder,
  withTime = false,
  onSaid,
}: FieldLook & {
  /** YYYY-MM-DD */
  defaultValue?: string | undefined;
  prefer: "past" | "future";
  min?: string;
  max?: string;
  placeholder?: string;
  withTime?: boolean;
  onSaid?: (said: Said, form: HTMLFormElement | null) => void;
}) {
  const t = useTranslations("common.day");
  const { locale, timeZone } = useReader();
  const box = useRef<HTMLInputElement>(null);
  const calendar = useRef<HTMLInputElement>(null);
  const [echo, setEcho] = useState<Echo | null>(null);
  const [left, setLeft] = useState(false);
  const inWords = ({ day, time }: Said) =>
    [formatWholeDay(day, { locale }), withTime && time].filter(Boolean).join(", ");
  const given = useTypedValue(name, defaultValue);
  const [day = "", time = null] = given && exact.test(given) ? given.split(" ") : [];
  const typed = day ? inWords({ day, time }) : given;

  /** A date is sent where one is understood: it means the same whenever it arrives. */
  const send = useEffectEvent((data: FormData) => {
    const shown = box.current?.value ?? "";
    const said = echo?.said && [echo.typed, inWords(echo.said)].includes(shown) ? echo.said : null;
    if (said) data.set(name, [said.day, withTime && said.time].filter(Boolean).join(" "));
    else if (day && shown === typed) data.set(name, given ?? "");
  });
  useEffect(() => {
    const form = box.current?.form;
    const forget = () => setEcho(null);
    const onSend = (event: FormDataEvent) => send(event.formData);
    form?.addEventListener("reset", forget);
    form?.addEventListener("formdata", onSend);
    return () => {
      form?.removeEventListener("reset", forget);
      form?.removeEventListener("formdata", onSend);
    };
  }, []);

  async function understand(text: string) {
    setLeft(false);
    if (text.trim() === "") return setEcho(null);
    const words = await import("@/lib/dates/words").catch(() => null); // without a connection the server reads them
    if (!words) return setEcho(null);
    if (box.current?.value !== text) return; // typed on meanwhile
    const said = words.readWords(text, { locale, timeZone, now: new Date(), prefer });
    setEcho({ said, typed: text });
    if (said) onSaid?.(said, box.current.form);
  }

  function leave() {
    setLeft(true);
    if (box.current && echo?.said && echo.typed === box.current.value) box.current.value = inWords(echo.said);
  }

  function pick(event: FormEvent<HTMLInputElement>) {
    const day = event.currentTarget.value;
    if (!day || !box.current) return;
    const said = { day, time: null };
    box.current.value = inWords(said);
    setEcho({ said, typed: box.current.value });
    box.current.focus();
  }

  const unreadable = left && echo !== null && echo.said === null;
  return (
    <Field {...{ name, label, hint, aside, hideLabel, className }}>
      {(control) => (
        <div className="grid gap-1">
          <div className="relative">
            <input
              {...control}
              ref={box}
              defaultValue={typed}
              placeholder={placeholder ?? t("placeholder")}
              autoComplete="off"
              maxLength={200}
              onInput={(event) => understand(event.currentTarget.value)}
              onFocus={(event) => event.currentTarget.select()}
              onBlur={leave}
              aria-invalid={unreadable || control["aria-invalid"]}
              aria-describedby={describedBy(control["aria-describedby"], `${control.id}-echo`)}
              className={cn(controlStyle, "pr-10")}
            />
            <button
              type="button"
              aria-label={t("calendar")}
              onClick={() => calendar.current?.showPicker()}
              className={buttonStyle(
                { variant: "ghost", size: "icon" },
                "-translate-y-1/2 absolute top-1/2 right-1 noscript:hidden",
              )}
            >
              <CalendarDays aria-hidden="true" className="size-4" />
            </button>
            {/* Only what its picker is for: nobody types into it or comes to it. */}
            <input
              ref={calendar}
              type="date"
              tabIndex={-1}
              aria-hidden="true"
              min={min}
              max={max}
              onChange={pick}
              className="pointer-events-none absolute right-1 bottom-0 h-px w-px opacity-0"
            />
          </div>
          <output id={`${control.id}-echo`} className="text-small">
            {echo?.said && (
              <span className="text-dim">{spoken(echo.said, locale, withTime || onSaid !== undefined)}</span>
            )}
            {unreadable && <span className="font-medium text-blocked">{t("unreadable")}</span>}
          </output>
        </div>
      )}
    </Field>
  );
}

/** "Tuesday 24 November 2026, 15:00" */
function spoken({ day, time }: Said, locale: string, sayTime: boolean): string {
  return [formatLongDay(day, { locale, withYear: true }), sayTime && time].filter(Boolean).join(", ");
}
