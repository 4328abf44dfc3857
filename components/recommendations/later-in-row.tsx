"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { LaterChoices } from "./later-choices";

/** The menu for another day in a row of a list, which looks for its words itself. */
export function LaterInRow(props: Omit<ComponentProps<typeof LaterChoices>, "inRow" | "t">) {
  return <LaterChoices {...props} inRow t={useTranslations("recommendations.later")} />;
}
