import fc from "fast-check";
import ICAL from "ical.js";
import { expect, test } from "vitest";
import { hostileText, propertyNames } from "@/lib/testing/hostile-text";
import type { TakenInteraction } from "../interactions/schema";
import { oneLine, plainText } from "../plain-text";
import { calendarEnd, calendarStart, followUpEvent, interactionEvent } from "./events";
import type { TakenFollowUp } from "./schema";
import { calendarWords } from "./words";

const words = calendarWords("en");
const id = "01a20633-b60e-7be7-91e2-f7f866e94888";
const followUp: TakenFollowUp = {
  ...{ id, title: "Send the paper", contactName: "Ada Byron", day: "2026-03-04", isDone: false },
  updatedAt: "2026-01-02T03:04:05.678Z",
};
const interaction: TakenInteraction = {
  ...{ id, kind: "IN_PERSON", direction: "JOINT", depth: "NORMAL", groupSize: null, confirmed: true },
  ...{ notes: "Tea;\nand rain", people: ["Ada Byron", "Bea Cole"], occurredAt: "2026-01-02T03:04:05.678Z" },
  updatedAt: "2026-01-03T03:04:05.678Z",
};

test("a follow-up is a whole day, an interaction a moment; titles are in the owner's words", () => {
  expect(followUpEvent(followUp, words).split("\r\n")).toEqual([
    "BEGIN:VEVENT",
    `UID:${id}`,
    "DTSTAMP:20260102T030405Z",
    "DTSTART;VALUE=DATE:20260304",
    "SUMMARY:Send the paper · Ada Byron",
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
    "",
  ]);
  expect(followUpEvent({ ...followUp, isDone: true }, words)).toContain("SUMMARY:✓ Send the paper · Ada Byron\r\n");
  const met = interactionEvent(interaction, words, true);
  expect(met).toContain("DTSTART:20260102T030405Z\r\nSUMMARY:Met in person: Ada Byron and Bea Cole\r\n");
  expect(met).toContain("DESCRIPTION:Tea\\;\\nand rain\r\n");
  expect(met).not.toContain("STATUS");
  expect(interactionEvent({ ...interaction, confirmed: false, people: [] }, words, false)).toMatch(
    /SUMMARY:Met in person\r\nSTATUS:TENTATIVE\r\n/,
  );
});

test("notes go out only where they are asked for", () => {
  expect(interactionEvent(interaction, words, false)).not.toMatch(/DESCRIPTION|Tea/);
});

test("no text can add a property or an event, and it reads back as it was written", () => {
  const event = ["BEGIN", "UID", "DTSTAMP", "DTSTART", "SUMMARY", "TRANSP", "END"];
  const withNotes = ["BEGIN", "UID", "DTSTAMP", "DTSTART", "SUMMARY", "DESCRIPTION", "TRANSP", "END"];
  fc.assert(
    fc.property(hostileText, hostileText, hostileText, (title, contactName, notes) => {
      const events = [
        followUpEvent({ ...followUp, title, contactName }, words),
        interactionEvent({ ...interaction, notes, people: [title, contactName] }, words, true),
      ];
      expect(events.map(propertyNames)).toEqual([event, withNotes]);
      const text = calendarStart + events.join("") + calendarEnd;
      expect(text.replaceAll("\r\n", "")).not.toMatch(/(?!\t)[\p{Cc}\u2028\u2029]/u);
      for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);

      const read = new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents("vevent");
      expect(read).toHaveLength(2);
      expect(read[0]?.getFirstPropertyValue("summary")).toBe(oneLine(`${title} · ${contactName}`));
      expect(read[1]?.getFirstPropertyValue("description")).toBe(plainText(notes));
    }),
    { numRuns: 1_000 },
  );
});
