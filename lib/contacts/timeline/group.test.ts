import { expect, test } from "vitest";
import { groupMessages } from "./group";
import type { TimelineEntry } from "./schema";

const entry = (id: string, at: string, kind: "MESSAGE" | "CALL") =>
  ({
    id,
    at,
    type: "interaction",
    kind,
    direction: "INBOUND",
    depth: "NORMAL",
    confirmed: true,
    notes: null,
    others: [],
    mentioned: false,
  }) satisfies TimelineEntry;

const shape = (entries: TimelineEntry[], zone: string) =>
  groupMessages(entries, zone).map((line) =>
    line.type === "messages" ? line.messages.map((message) => message.id) : line.id,
  );

test("messages of one day on the reader's calendar are one line, unless something came between", () => {
  const entries = [
    entry("a", "2026-03-02T23:30:00Z", "MESSAGE"),
    entry("b", "2026-03-02T22:30:00Z", "MESSAGE"),
    entry("c", "2026-03-02T10:00:00Z", "CALL"),
    entry("d", "2026-03-02T09:00:00Z", "MESSAGE"),
  ];
  expect(shape(entries, "UTC")).toEqual([["a", "b"], "c", ["d"]]);
  expect(shape(entries, "Europe/Oslo")).toEqual([["a"], ["b"], "c", ["d"]]);
});
