import { expect, test } from "vitest";
import { noteRecord } from "./note-record";
import type { ReadyRecord } from "./schema";

const reader = { locale: "en-GB", timeZone: "Europe/London", now: new Date("2026-11-22T12:00:00Z") };
const lena: ReadyRecord = {
  id: "0192f000-0000-7000-8000-000000000001",
  fullName: "Dr. Lena Okafor",
  about: null,
  location: null,
  address: null,
  howWeMet: null,
  expertise: null,
  commonGround: [],
  goal: null,
  canSay: null,
  wouldIntroduce: false,
  met: null,
  spoke: null,
  origins: [],
  helpGiven: 0,
  helpReceived: 0,
  draft: null,
  draftTemplate: null,
  theirInvitationId: null,
};

test("an empty record fills nothing but the names", () => {
  expect(noteRecord(lena, "Max Weber", reader)).toEqual({
    firstName: "Lena",
    yourName: "Max",
    lastMet: null,
    lastSpoke: null,
    whereYouMet: null,
    commonGround: null,
    goal: null,
    expertise: null,
  });
});

test("days are written out, with the year where it is another", () => {
  const met = noteRecord({ ...lena, met: { times: 2, last: "2026-11-09" } }, "Max", reader);
  expect(met.lastMet).toBe("9 November");
  const spoke = noteRecord({ ...lena, spoke: { times: 3, first: "2025-08-01", last: "2025-12-09" } }, "Max", reader);
  expect(spoke.lastSpoke).toBe("9 December 2025");
});

test("what was written becomes a phrase: its first line, without the full stop", () => {
  const record = noteRecord(
    { ...lena, goal: " Compare notes on lineage. \nShe reviews my talk.", howWeMet: "  " },
    "Max",
    reader,
  );
  expect(record.goal).toBe("Compare notes on lineage");
  expect(record.whereYouMet).toBeNull();
});

test("two pieces of common ground are joined as the language does", () => {
  const record = noteRecord({ ...lena, commonGround: ["data quality", "Leeds", "climbing"] }, "Max", reader);
  expect(record.commonGround).toBe("data quality and Leeds");
});
