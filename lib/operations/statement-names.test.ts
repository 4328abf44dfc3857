import { expect, test } from "vitest";
import { statementNames } from "./statement-names";

test("a text keeps its name, another gets another; beyond the limit and for long ones there are none", () => {
  const nameOf = statementNames("test", 2);
  const one = nameOf("select 1");
  expect(one).not.toBe("");
  expect(nameOf(`select ${"1, ".repeat(5_000)}1`)).toBe("");
  const two = nameOf("select 2");
  expect(["", one]).not.toContain(two);
  expect(nameOf("select 3")).toBe("");
  expect([nameOf("select 1"), nameOf("select 2")]).toEqual([one, two]);
});
