import fc from "fast-check";
import ICAL from "ical.js";
import { expect, test } from "vitest";
import { hostileText, propertyNames } from "@/lib/testing/hostile-text";
import { oneLine, plainText } from "../plain-text";
import type { TakenContact } from "./schema";
import { vCard } from "./vcard";

const contact: TakenContact = {
  ...{ id: "01a20633-b60e-7be7-91e2-f7f866e94888", fullName: "Ada Byron", headline: null, company: "Ink & Co" },
  ...{ position: "Writer", location: "Oslo, Norway", howWeMet: null, expertise: null, geographicBarrier: null },
  ...{ doNotConnect: false, connectionStatus: "CONNECTED", connectedOn: "2024-01-02", notes: "Likes tea;\nand rain" },
  points: [
    { kind: "EMAIL", label: "Work", value: "ada@example.test" },
    { kind: "PHONE", label: "Boat", value: "+47 12 34" },
    { kind: "URL", label: null, value: "https://ada.example/a,b" },
  ],
  slugs: ["ada-byron"],
  tags: ["Ink, paper", "Oslo"],
  createdAt: "2024-01-02T03:04:05.678Z",
  updatedAt: "2024-02-03T04:05:06.789Z",
};

const names = [
  ...[
    "BEGIN",
    "VERSION",
    "PRODID",
    "UID",
    "FN",
    "N",
    "ORG",
    "TITLE",
    "ADR",
    "EMAIL",
    "TEL",
    "URL",
    "URL",
    "CATEGORIES",
    "NOTE",
  ],
  ...["REV", "END"],
];

test("a card says what the contact says, in vCard 4.0", () => {
  const card = vCard(contact);
  expect(card.startsWith("BEGIN:VCARD\r\nVERSION:4.0\r\n")).toBe(true);
  expect(propertyNames(card)).toEqual(names);
  for (const line of [
    "UID:urn:uuid:01a20633-b60e-7be7-91e2-f7f866e94888",
    "EMAIL;TYPE=work:ada@example.test",
    "TEL:+47 12 34",
    "URL:https://ada.example/a%2Cb",
    "URL:https://www.linkedin.com/in/ada-byron/",
    "CATEGORIES:Ink\\, paper,Oslo",
    "NOTE:Likes tea;\\nand rain",
    "REV:20240203T040506Z",
  ]) {
    expect(card).toContain(`\r\n${line}\r\n`);
  }
});

test("no text can add a property, lines are at most 75 bytes, and it reads back as it was written", () => {
  fc.assert(
    fc.property(fc.array(hostileText, { minLength: 9, maxLength: 9 }), (texts) => {
      const [
        fullName = "",
        company = "",
        position = "",
        location = "",
        notes = "",
        label = "",
        email = "",
        phone = "",
        tag = "",
      ] = texts;
      const card = vCard({
        ...contact,
        ...{ fullName, company, position, location, notes },
        points: [
          { kind: "EMAIL", label, value: email },
          { kind: "PHONE", label, value: phone },
          { kind: "URL", label, value: email },
        ],
        tags: [tag],
        slugs: [tag.toWellFormed()],
      });
      expect(propertyNames(card)).toEqual(names);
      expect(card.replaceAll("\r\n", "")).not.toMatch(/(?!\t)[\p{Cc}\u2028\u2029]/u);
      for (const line of card.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);

      const read = new ICAL.Component(ICAL.parse(card) as unknown[]);
      expect(read.getFirstPropertyValue("fn")).toBe(oneLine(fullName));
      expect(read.getFirstPropertyValue("note")).toBe(plainText(notes));
      expect(read.getFirstProperty("adr")?.getFirstValue()).toContain(oneLine(location));
      expect(read.getFirstProperty("categories")?.getValues()).toEqual([oneLine(tag)]);
    }),
    { numRuns: 1_000 },
  );
});
