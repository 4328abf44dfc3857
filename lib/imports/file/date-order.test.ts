import { expect, test } from "vitest";
import { dateOrder } from "./date-order";

test.each([
  ["a day beyond the 12th stands first", ["5/1/2024", "15/01/2024"], true, "day"],
  ["it stands second", ["5/1/24, 9:55 AM", "1/15/24, 9:55 AM"], true, "month"],
  ["it stands second, whatever the language", ["05/01/2024", "01/15/2024"], false, "month"],
  ["it stands in both places", ["15/01/2024", "01/15/2024"], true, null],
  ["LinkedIn's own English, with AM and PM", ["1/5/23, 10:11\u202fAM"], true, "month"],
  ["another language", ["05/01/2024 10:11"], false, "day"],
  ["another language's half of the day", ["05/01/24, 1:05 p. m."], false, "day"],
  ["an English file that a spreadsheet saved again", ["05/01/2024", "7-8-24"], true, null],
  ["dates in which nothing is to be told apart", ["15 Jan 2024", "2024-01-05", "", "soon"], true, null],
] as const)("%s", (_what, values, isEnglish, order) => {
  expect(dateOrder(values, isEnglish)).toBe(order);
});
