// What a feed shows, and what tells whether it changed: a program that asks again every hour costs no writing of events.
import "server-only";
import { createHash } from "node:crypto";
import type { OwnerDb, OwnerId } from "@/lib/db";
import { listFollowUpsToTake } from "@/lib/exports/calendar/data";
import { calendarEnd, calendarStart, followUpEvent, interactionEvent } from "@/lib/exports/calendar/events";
import type { TakenFollowUp } from "@/lib/exports/calendar/schema";
import { calendarWords } from "@/lib/exports/calendar/words";
import { listNewestInteractions } from "@/lib/exports/interactions/data";
import type { TakenInteraction } from "@/lib/exports/interactions/schema";
import type { Language } from "@/lib/i18n/languages";
import { interactionKinds } from "@/lib/interactions/words";

export type FeedReader = { owner: OwnerId; withNotes: boolean; language: Language };
export type Shown = { followUps: TakenFollowUp[]; interactions: TakenInteraction[] };

// Programs fetch it all every hour, and give up on what is too long.
const mostOfEach = 2_000;
const daysBack = 365;
const dayMs = 86_400_000;

/** Open follow-ups and the interactions of the last year, with notes only where the feed shows them. The same all day. */
export async function readFeed(db: OwnerDb, { withNotes }: FeedReader, now = new Date()): Promise<Shown> {
  const since = new Date((Math.floor(now.getTime() / dayMs) - daysBack) * dayMs);
  const followUps = await listFollowUpsToTake(db, null, mostOfEach, { openOnly: true });
  const interactions = await listNewestInteractions(db, since, mostOfEach);
  return { followUps, interactions: interactions.map((one) => (withNotes ? one : { ...one, notes: null })) };
}

/** As iCalendar. */
export function calendarOf({ followUps, interactions }: Shown, { language, withNotes }: FeedReader): string {
  const words = calendarWords(language);
  return [
    calendarStart,
    ...followUps.map((followUp) => followUpEvent(followUp, words)),
    ...interactions.map((interaction) => interactionEvent(interaction, words, withNotes)),
    calendarEnd,
  ].join("");
}

/** An entity tag: another one when anything shown changes, or how it is written. */
export function tagOf(shown: Shown, reader: FeedReader): string {
  const hash = createHash("sha256").update(calendarOf(sample, reader)).update(JSON.stringify(shown));
  return `"${hash.digest("base64url")}"`;
}

/** One of everything there is to write: what tells how things are written. */
const entry = { id: "0", updatedAt: new Date(0).toISOString() };
const sample: Shown = {
  followUps: [false, true].map((isDone) => ({ ...entry, title: "t", contactName: "n", day: "2000-01-01", isDone })),
  interactions: interactionKinds.flatMap((kind) =>
    [[], ["n"], ["n", "m"]].map((people) => ({
      ...{ ...entry, kind, direction: "JOINT", depth: "NORMAL", groupSize: null, notes: "t", people },
      ...{ confirmed: people.length > 0, occurredAt: entry.updatedAt },
    })),
  ),
};
