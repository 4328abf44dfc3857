import { expect, test } from "vitest";
import { logInteraction, undoLog } from "./schema";

const ada = "01939d50-0000-7000-8000-000000000001";
const form = { id: "01939d50-0000-7000-8000-000000000002", contactIds: [ada], kind: "IN_PERSON", day: "2026-11-22" };
const errorsOf = (input: object) =>
  logInteraction.safeParse({ ...form, ...input }).error?.issues.map((issue) => [issue.path[0], issue.message]);

test("a meeting is joint, whatever direction the form still holds", () => {
  for (const kind of ["IN_PERSON", "VIDEO", "CALL"]) {
    expect(logInteraction.parse({ ...form, kind, direction: "INBOUND" }).direction).toBe("JOINT");
  }
});

test("a message needs to say who wrote", () => {
  expect(errorsOf({ kind: "MESSAGE", direction: "" })).toEqual([["direction", "direction"]]);
  expect(errorsOf({ kind: "COMMENT" })).toEqual([["direction", "direction"]]);
  expect(logInteraction.parse({ ...form, kind: "MESSAGE", direction: "INBOUND" }).direction).toBe("INBOUND");
});

test("somebody must have taken part: chosen, new, or just typed", () => {
  expect(errorsOf({ contactIds: [], names: " , ;" })).toEqual([["names", "who"]]);
  const typed = logInteraction.parse({ ...form, contactIds: [], names: "Ada  Lovelace, Grace Hopper,\nAda" });
  expect(typed.names).toEqual(["Ada Lovelace", "Grace Hopper", "Ada"]);
});

test("a mailing list is no meeting", () => {
  const names = Array.from({ length: 50 }, (_, index) => `Person ${index}`).join(",");
  expect(errorsOf({ names })).toEqual([["names", "tooManyPeople"]]);
});

test("what is left blank is blank, and depth is normal", () => {
  const blank = { time: "", groupSize: "", notes: "  ", followUpTitle: "", followUpDue: "", direction: "" };
  expect(logInteraction.parse({ ...form, ...blank })).toMatchObject({
    time: null,
    groupSize: null,
    notes: null,
    followUpTitle: null,
    depth: "NORMAL",
  });
});

test("a size that isn't a number, a time that isn't one, no day: each its own sentence", () => {
  expect(errorsOf({ groupSize: "many" })).toEqual([["groupSize", "groupSize"]]);
  expect(errorsOf({ groupSize: "0" })).toEqual([["groupSize", "groupSize"]]);
  expect(errorsOf({ time: "25:00" })).toEqual([["time", "time"]]);
  expect(errorsOf({ day: " " })).toEqual([["day", "missing"]]);
  expect(errorsOf({ kind: "LUNCH" })).toEqual([["kind", "kind"]]);
});

test("a follow-up without a day is asked for one; a day alone is no follow-up", () => {
  expect(errorsOf({ followUpTitle: "Send the paper" })).toEqual([["followUpDue", "followUpDue"]]);
  expect(errorsOf({ followUpDue: "2026-12-01" })).toBeUndefined();
});

test("fields the form doesn't have are refused", () => {
  expect(logInteraction.safeParse({ ...form, confirmed: "on" }).success).toBe(false);
  expect(logInteraction.safeParse({ ...form, contactIds: [{ not: ada }] }).success).toBe(false);
});

test("undo names the rows of a log in one field, commas between", () => {
  expect(undoLog.parse({ ids: `${ada},${form.id}` }).ids).toEqual([ada, form.id]);
  expect(undoLog.safeParse({ ids: "" }).success).toBe(false);
});
