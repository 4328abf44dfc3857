import { expect, test } from "vitest";
import { clock, recommendationTest } from "../testing/recommendation-test";
import { listBoard } from "./data";

const { run, newContact, create } = recommendationTest();

test("the board has a column a state, what is due first on top, and says what is overdue", async () => {
  const contact = await newContact("Marek Kowal");
  const later = await create({ contactId: contact, status: "DRAFTING", dueOn: "2026-12-24" });
  const overdue = await create({ contactId: contact, status: "DRAFTING", dueOn: "2026-11-22" });
  const board = await run((db) => listBoard(db, clock));
  expect(board.map((column) => column.status)).toEqual([
    "IDEA",
    "REQUESTED",
    "DRAFTING",
    "SENT",
    "PUBLISHED",
    "DECLINED",
  ]);
  const drafting = board.find((column) => column.status === "DRAFTING");
  expect(drafting?.items.map(({ id, overdue }) => ({ id, overdue }))).toEqual([
    { id: overdue, overdue: true },
    { id: later, overdue: false },
  ]);
  expect((await run((db) => listBoard(db, clock, 1)))[2]).toMatchObject({ count: 2, items: [{ id: overdue }] });
});
