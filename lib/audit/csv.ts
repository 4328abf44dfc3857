// The log as a table, for programs: codes in English and ids, as it is kept. What is said of columns in
// lib/exports/contacts/csv.ts holds here too.
import type { TakenEvent } from "./schema";

const columns: Record<string, (event: TakenEvent) => string> = {
  "Event id": ({ id }) => id,
  "Occurred at": ({ occurredAt }) => occurredAt,
  Who: ({ by }) => by,
  Action: ({ action }) => action,
  "Rows of": ({ entity }) => entity,
  Ids: ({ entityIds }) => entityIds.join(" ::: "),
};

export const eventHeader = Object.keys(columns);

export const eventCells = (event: TakenEvent): string[] => Object.values(columns).map((cell) => cell(event));
