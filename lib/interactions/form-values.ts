import { dayOf, timeOf } from "@/lib/dates/format";
import type { FormValues } from "@/lib/form-state";
import { mentionValue } from "@/lib/mentions/text";
import type { InteractionDetail } from "./schema";

/** What the form that edits an interaction holds of it; day and time on the owner's clock. */
export function interactionValues(interaction: InteractionDetail, timeZone: string): FormValues {
  const { kind, direction, occurredAt, depth, notes, mentions, groupSize, contacts } = interaction;
  return {
    contactIds: contacts.map(({ id }) => id),
    kind,
    ...(direction !== "JOINT" && { direction }),
    day: dayOf(occurredAt, timeZone),
    time: timeOf(occurredAt, timeZone),
    depth,
    notes: notes ?? "",
    mentions: mentions.map(mentionValue),
    groupSize: groupSize?.toString() ?? "",
  };
}
