import { expect, test } from "vitest";
import { fillIn, takeOut } from "./merge";
import { nothing } from "./person";

const read = { ...nothing(), fullName: "Nadia Petrov", company: "Acme", emails: ["n@acme.example", "np@acme.example"] };

test("blank fields are filled, lists grow, and what was typed stays", () => {
  const typed = { fullName: "Nadia", company: " ", emails: ["N@acme.example", ""], notes: "Met in Leeds" };
  expect(fillIn(typed, read)).toEqual({
    values: {
      fullName: "Nadia",
      company: "Acme",
      emails: ["N@acme.example", "np@acme.example"],
      notes: "Met in Leeds",
    },
    filled: [
      { field: "company", count: 1 },
      { field: "emails", count: 1 },
    ],
    kept: ["fullName"],
  });
});

test("taken back, all is as it was but what was changed since", () => {
  const before = { fullName: "", company: "", emails: [""] };
  const { values } = fillIn(before, read);
  const current = { ...values, company: "Acme Labs" };
  expect(takeOut(current, values, before)).toEqual({ fullName: "", company: "Acme Labs", emails: [""] });
});
