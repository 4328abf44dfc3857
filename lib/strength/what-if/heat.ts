import { type Decay, heatOf } from "../history/curve";
import type { Heat } from "../history/schema";
import type { WhatIf } from "./schema";

/** The line a supposed meeting would begin: its heat, from its moment on. Null without a meeting. */
export function supposedHeat(answer: WhatIf | "busy" | null, decay: Decay): Heat | null {
  if (answer === null || answer === "busy") return null;
  const { supposition, supposed } = answer;
  const { s, at } = supposed.standing;
  return supposition.meeting && { at: Date.parse(supposition.meeting.at), heat: heatOf(s, Date.parse(at), decay) };
}
