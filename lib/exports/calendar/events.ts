// Follow-ups and interactions as calendar events (iCalendar, RFC 5545). ical.js escapes and folds. Nothing in them
// depends on the moment of asking, so the same facts always give the same text.
import { vouchProduct } from "@/lib/imports/lines/product";
import ICAL from "../ical";
import type { TakenInteraction } from "../interactions/schema";
import { oneLine, plainText } from "../plain-text";
import type { TakenFollowUp } from "./schema";

/** How titles read, in the owner's language. */
export type CalendarWords = {
  followUp: (followUp: TakenFollowUp) => string;
  interaction: (interaction: TakenInteraction) => string;
};

/** Around the events. Programs that subscribe look again every hour. */
export const calendarStart = [
  "BEGIN:VCALENDAR",
  "VERSION:2.0",
  `PRODID:${vouchProduct}`,
  "CALSCALE:GREGORIAN",
  "NAME:Vouch",
  "X-WR-CALNAME:Vouch",
  "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
  "X-PUBLISHED-TTL:PT1H",
  "",
].join("\r\n");
export const calendarEnd = "END:VCALENDAR\r\n";

/** A whole day: an appointment would block the hours of that day for others. */
export function followUpEvent(followUp: TakenFollowUp, words: CalendarWords): string {
  const [year, month, day] = followUp.day.split("-").map(Number);
  return event(followUp, {
    start: ICAL.Time.fromData({ year, month, day, isDate: true }),
    title: words.followUp(followUp),
  });
}

/** When it happened; how long it took, nobody wrote down. */
export function interactionEvent(interaction: TakenInteraction, words: CalendarWords, withNotes: boolean): string {
  return event(interaction, {
    start: moment(interaction.occurredAt),
    title: words.interaction(interaction),
    ...(withNotes && interaction.notes && { notes: interaction.notes }),
    isTentative: !interaction.confirmed,
  });
}

type Event = { start: ICAL.Time; title: string; notes?: string; isTentative?: boolean };

const moment = (iso: string) => ICAL.Time.fromJSDate(new Date(iso), true);

function event({ id, updatedAt }: { id: string; updatedAt: string }, { start, title, notes, isTentative }: Event) {
  const event = new ICAL.Component("vevent");
  event.addPropertyWithValue("uid", id);
  event.addPropertyWithValue("dtstamp", moment(updatedAt));
  event.addPropertyWithValue("dtstart", start);
  event.addPropertyWithValue("summary", oneLine(title));
  if (notes) event.addPropertyWithValue("description", plainText(notes));
  if (isTentative) event.addPropertyWithValue("status", "TENTATIVE");
  event.addPropertyWithValue("transp", "TRANSPARENT"); // it takes nobody's time
  return `${event.toString()}\r\n`;
}
