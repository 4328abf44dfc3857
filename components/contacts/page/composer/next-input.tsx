"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { useReader } from "@/components/ui/date";
import { TextInput } from "@/components/ui/text-input";
import { formatLongDay } from "@/lib/dates/format";

type FollowUp = { followUpTitle: string; followUpDue: string };

/** What comes next, in words: what becomes of them stands under it before it is saved. */
export function NextInput() {
  const t = useTranslations("interactions.composer");
  const { locale, timeZone } = useReader();
  const here = useRef<HTMLDivElement>(null);
  const [echo, setEcho] = useState<FollowUp | null>(null);

  useEffect(() => {
    const form = here.current?.closest("form");
    const forget = () => setEcho(null);
    form?.addEventListener("reset", forget);
    return () => form?.removeEventListener("reset", forget);
  }, []);

  async function understand(box: HTMLInputElement) {
    const words = box.value;
    if (words.trim() === "") return setEcho(null);
    const { nextAction } = await import("@/lib/interactions/next-action");
    if (box.value === words) setEcho(nextAction(words, { locale, timeZone, now: new Date() }));
  }

  return (
    <div ref={here} className="grid content-start gap-1">
      <TextInput
        name="next"
        label={t("next")}
        placeholder={t("nextPlaceholder")}
        autoComplete="off"
        onInput={(event) => understand(event.currentTarget)}
      />
      <output className="text-dim text-small">
        {echo &&
          t("nextEcho", {
            title: echo.followUpTitle,
            day: formatLongDay(echo.followUpDue, { locale, withYear: true }),
          })}
      </output>
    </div>
  );
}
