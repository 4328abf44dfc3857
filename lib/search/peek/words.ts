import "server-only";
import { getLocale, getTranslations } from "next-intl/server";
import { dayOf, formatDay } from "@/lib/dates/format";
import { rules } from "@/lib/strength/schema";
import type { Peek } from "../schema";
import type { Glance } from "./data";

/** A glance in the reader's words and dates: the palette needn't bring the whole catalogue along. */
export async function inWords(
  { standing, explanation: { nextStep }, followUp }: Glance,
  timeZone: string,
): Promise<Peek> {
  const t = await getTranslations("strength");
  const reader = { locale: await getLocale(), timeZone, now: new Date() };
  const days = Object.entries(nextStep?.moments ?? {}).map(([name, moment]) => [
    name,
    () => formatDay(dayOf(moment, timeZone), reader),
  ]);
  return {
    verdict: standing.verdict,
    verdictWord: t(`verdicts.${standing.verdict}`),
    strength: standing.strength,
    lastInteractionAt: standing.lastInteractionAt,
    nextStep: nextStep && t.markup(nextStep.key, { ...nextStep.values, ...Object.fromEntries(days) }),
    missing: rules.filter((rule) => !standing.rules[rule].met).map((rule) => t(`rules.${rule}`)),
    followUp,
  };
}
