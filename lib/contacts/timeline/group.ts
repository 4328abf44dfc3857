import { dayOf } from "@/lib/dates/format";
import type { TimelineEntry } from "./schema";

export type InteractionEntry = Extract<TimelineEntry, { type: "interaction" }>;
/** Messages of one day read as one line. */
export type MessageGroup = { type: "messages"; id: string; at: string; messages: InteractionEntry[] };

const isMessage = (entry: TimelineEntry): entry is InteractionEntry =>
  entry.type === "interaction" && entry.kind === "MESSAGE" && !entry.mentioned;

/** The entries in their order, with messages that follow each other on one day of the reader's put together. */
export function groupMessages(entries: TimelineEntry[], timeZone: string): (TimelineEntry | MessageGroup)[] {
  const lines: (TimelineEntry | MessageGroup)[] = [];
  for (const entry of entries) {
    const last = lines.at(-1);
    if (!isMessage(entry)) lines.push(entry);
    else if (last?.type === "messages" && dayOf(last.at, timeZone) === dayOf(entry.at, timeZone)) {
      last.messages.push(entry);
    } else lines.push({ type: "messages", id: entry.id, at: entry.at, messages: [entry] });
  }
  return lines;
}
