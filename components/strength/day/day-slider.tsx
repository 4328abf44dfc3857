"use client";

import { useState } from "react";
import { useReader } from "@/components/ui/date";
import { daysAfter, daysBetween, formatDay } from "@/lib/dates/format";

/** Slides the form's date field through the days of the picture above, and asks when it is let go. Needs script. */
export function DaySlider({
  field,
  label,
  first,
  last,
  day,
}: {
  /** The name of the date field. */
  field: string;
  label: string;
  first: string;
  last: string;
  day: string;
}) {
  const reader = useReader();
  const [held, setHeld] = useState({ day, shown: day });
  if (held.day !== day) setHeld({ day, shown: day }); // another day was answered
  const show = (slider: HTMLInputElement) => {
    const shown = daysAfter(first, slider.valueAsNumber);
    const input = slider.form?.elements.namedItem(field);
    if (input instanceof HTMLInputElement) input.value = shown;
    setHeld({ day, shown });
    return shown;
  };
  /** Reads the slider itself: it may have been moved before the script was there. */
  const ask = (slider: HTMLInputElement) => {
    if (show(slider) !== day) slider.form?.requestSubmit();
  };
  return (
    <input
      type="range"
      aria-label={label}
      aria-valuetext={formatDay(held.shown, reader)}
      min={0}
      max={daysBetween(first, last)}
      value={daysBetween(first, held.shown)}
      onChange={(event) => show(event.currentTarget)}
      onPointerUp={(event) => ask(event.currentTarget)}
      onKeyUp={(event) => ask(event.currentTarget)}
      className="block h-6 w-full noscript:hidden pointer-coarse:h-11"
    />
  );
}
