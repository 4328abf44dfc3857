import { expect, test } from "vitest";
import { defaultPolicy, isSamePolicy, sentPolicy, typedIn } from "./schema";
import { policyNumbers } from "./words";

const numbers = Object.fromEntries(Object.entries(policyNumbers).map(([name, { usual }]) => [name, String(usual)]));
const sent = { ...numbers, version: "0" };
const codes = (changed: Record<string, string>) => {
  const { error } = sentPolicy.safeParse({ ...sent, ...changed });
  return error?.issues.map(({ path, message }) => `${path.join()} ${message}`);
};

test("the defaults come out as they went in, apart from what is said about them", () => {
  expect(sentPolicy.parse({ ...sent, anyway: "on" })).toEqual({
    values: defaultPolicy,
    version: 0,
    scriptless: false,
    anyway: true,
  });
  expect(sentPolicy.parse({ ...sent, requireSupportEachWay: "on" }).values.requireSupportEachWay).toBe(true);
});

test("a decimal may be typed as people type it, where one is meant", () => {
  for (const typed of ["2.5", " 2,5 ", "2.50"]) {
    expect(sentPolicy.parse({ ...sent, warmAt: typed }).values.warmAt).toBe(2.5);
  }
  expect(codes({ halfLifeDays: "2.5" })).toEqual(["halfLifeDays number"]);
});

test.each([
  ["halfLifeDays", "0", "tooSmall"],
  ["halfLifeDays", "3651", "tooLarge"],
  ["halfLifeDays", "", "number"],
  ["halfLifeDays", "-5", "number"],
  ["halfLifeDays", "1e3", "number"],
  ["warmAt", "0", "tooSmall"],
  ["warmAt", "NaN", "decimal"],
  ["warmAt", "Infinity", "decimal"],
  ["warmAt", "1000.01", "tooLarge"],
  ["minCheckKinds", "5", "tooLarge"],
])("%s %j is refused: %s", (name, typed, code) => {
  expect(codes({ [name]: typed })).toEqual([`${name} ${code}`]);
});

test("everything that is wrong is told at once, and what isn't known is refused", () => {
  expect(codes({ minChecks: "two", remoteMinCalls: "0" })).toEqual(["minChecks number", "remoteMinCalls tooSmall"]);
  expect(sentPolicy.safeParse({ ...sent, ownerId: "x" }).success).toBe(false);
});

test("an address holds what was typed, and nothing else of it counts", () => {
  expect(typedIn({ contact: "x" })).toBeNull();
  const address = { ...sent, preview: "on", $ACTION_KEY: "x", warmAt: ["2", "3"], contact: "x" };
  expect(typedIn(address)).toEqual({ ...sent, warmAt: "2" });
});

test("policies are the same when all their values are", () => {
  expect(isSamePolicy(defaultPolicy, { ...defaultPolicy })).toBe(true);
  expect(isSamePolicy(defaultPolicy, { ...defaultPolicy, requireSupportEachWay: true })).toBe(false);
});
