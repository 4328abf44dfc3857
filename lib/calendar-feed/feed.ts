import "server-only";
import type { OwnerDb, OwnerId } from "@/lib/db";
import { listFollowUpsToTake } from "@/lib/exports/calendar/data";
import { calendarEnd, calendarStart, followUpEvent, interactionEvent } from "@/lib/exports/calendar/events";
import { calendarWords } from "@/lib/exports/calendar/words";
import { listNewestInteractions } from "@/lib/exports/interactions/data";
import type { Language } from "@/lib/i18n/locales";

export type FeedReader = { owner: OwnerId; withNotes: boolean; language: Language };

// Programs fetch it all every hour, and give up on what is too long.
const mostOfEach = 2_000;
const daysBack = 365;
const dayMs = 86_400_000;

/** Open follow-ups and the interactions of the last year. The same facts give the same text all day. */
export async function feedOf(db: OwnerDb, { withNotes, language }: FeedReader, now = new Date()): Promise<string> {
  const words = calendarWords(language);
  const since = new Date((Math.floor(now.getTime() / dayMs) - daysBack) * dayMs);
  const followUps = await listFollowUpsToTake(db, null, mostOfEach, { openOnly: true });
  const interactions = await listNewestInteractions(db, since, mostOfEach);
  return [
    calendarStart,
    ...followUps.map((followUp) => followUpEvent(followUp, words)),
    ...interactions.map((interaction) => interactionEvent(interaction, words, withNotes)),
    calendarEnd,
  ].join("");
}
