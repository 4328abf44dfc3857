import { expect, test } from "vitest";
import { typedDay, typedWhen } from "./typed";

const owner = { locale: "de", timeZone: "Europe/Oslo" };

test("a time among the words counts, else the one beside them", () => {
  expect(typedWhen({ day: "3. März 2025, 15:00", time: "09:00" }, owner)).toEqual({ day: "2025-03-03", time: "15:00" });
  expect(typedWhen({ day: "2025-03-03", time: "09:00" }, owner)).toEqual({ day: "2025-03-03", time: "09:00" });
  expect(typedWhen({ day: "3/3/2025", time: null }, owner)).toEqual({ day: "2025-03-03", time: null });
});

test("what nobody understands is refused at its field", () => {
  const field = { field: "dueOn", prefer: "future" as const };
  expect(() => typedDay("bald", owner, field)).toThrow(expect.objectContaining({ code: "dateWords", field: "dueOn" }));
  expect(typedDay("24.12.2027", owner, field)).toBe("2027-12-24");
});
