import { expect, test } from "vitest";
import { clock, recommendationTest } from "../testing/recommendation-test";
import type { RecommendationStatus } from "../words";
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
});

test("a column shows its first eight, and all of them where it is open", async () => {
  const contact = await newContact("Marek Kowal");
  for (let nth = 0; nth < 10; nth++) await create({ contactId: contact, status: "IDEA" });
  await create({ contactId: contact, status: "SENT" });
  const shown = async (opened?: RecommendationStatus) => {
    const [ideas, , , sent] = await run((db) => listBoard(db, clock, opened));
    return [ideas, sent].map(
      (column) => `${column?.items.length} of ${column?.count}${column?.isOpen ? ", open" : ""}`,
    );
  };
  expect(await shown()).toEqual(["8 of 10", "1 of 1"]);
  expect(await shown("IDEA")).toEqual(["10 of 10, open", "1 of 1"]);
  expect(await shown("SENT")).toEqual(["8 of 10", "1 of 1"]);
});
