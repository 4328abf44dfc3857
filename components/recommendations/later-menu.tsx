"use client";

import { useTranslations } from "next-intl";
import { LaterChoices } from "./later-choices";
import { useLaterDays } from "./later-days";
import type { Due } from "./later-form";

/** In a row of a list, Today's: its choices, with their days counted. */
export function LaterMenu({ item, name }: { item: Due; name: string }) {
  const t = useTranslations("recommendations.later");
  return <LaterChoices item={item} name={name} days={useLaterDays()} inRow t={t} />;
}
