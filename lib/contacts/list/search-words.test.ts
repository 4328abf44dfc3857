import { expect, test } from "vitest";
import { searchWords } from "./search-words";

test.each([
  ["Dahl, Sunniva", ["Dahl", "Sunniva"]],
  ["  anna   anna ", ["anna"]],
  ["https://www.linkedin.com/in/J%C3%B6rg/?x", ["jörg"]],
  ["+47 912 34 567", ["4791234567"]],
  ["0171 234-56", ["17123456"]],
  ["2024", ["2024"]],
  ["007", ["007"]],
  ["anna@berg.example", ["anna@berg.example"]],
  ["", []],
])("%j looks for %j", (typed, words) => expect(searchWords(typed)).toEqual(words));
