// Interactions as a table; what is said of the columns in ../contacts/csv.ts holds here too.
import { vouchId } from "@/lib/imports/file/csv-out";
import type { TakenInteraction } from "./schema";

const columns: Record<string, (interaction: TakenInteraction) => string | null> = {
  [vouchId]: ({ id }) => id,
  "Occurred at": ({ occurredAt }) => occurredAt,
  Kind: ({ kind }) => kind,
  Direction: ({ direction }) => direction,
  Depth: ({ depth }) => depth,
  People: ({ people }) => people.join(" ::: "),
  "Group size": ({ groupSize }) => groupSize?.toString() ?? null,
  Confirmed: ({ confirmed }) => (confirmed ? "yes" : "no"),
  Notes: ({ notes }) => notes,
};

export const interactionHeader = Object.keys(columns);

export const interactionCells = (interaction: TakenInteraction): string[] =>
  Object.values(columns).map((cell) => cell(interaction) ?? "");
