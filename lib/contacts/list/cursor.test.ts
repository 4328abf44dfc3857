import { expect, test } from "vitest";
import { readCursor, writeCursor } from "./cursor";

const id = "01890000-0000-7000-8000-000000000000";

test.each([
  ["name", { id, key: "åse ström. o'hara" }],
  ["strength", { id, key: "-1.25e-05" }],
  ["strength", { id, key: null }],
  ["newest", { id, key: "2026-11-22 10:00:00.123456+00" }],
  ["company", { id, key: "acme, inc" }],
  ["company", { id, key: null }],
  ["connected", { id, key: "2026-11-22" }],
] as const)("a cursor of the list by %s is read as it was written", (sort, cursor) =>
  expect(readCursor(writeCursor(cursor), sort)).toEqual(cursor),
);

test.each([
  ["", "name"],
  [id, "name"],
  ["x.y", "name"],
  [`${id}.%`, "name"],
  [`${id}.anna`, "strength"],
  [`${id}.1.5`, "newest"],
] as const)("%j is no cursor of the list by %s", (text, sort) => expect(readCursor(text, sort)).toBeUndefined());
