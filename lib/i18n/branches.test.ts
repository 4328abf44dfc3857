import { expect, test } from "vitest";
import { branchesOf } from "./branches";
import en from "./messages/en";

test("a namespace comes without what actions say", () => {
  const { errors, ...whole } = en.interactions;
  expect(branchesOf(en, ["interactions"])).toEqual({ interactions: whole });
  expect(Object.keys(errors)).not.toEqual([]);
});

test("a branch comes by itself, two of a namespace together", () => {
  const { verdicts, rules } = en.strength;
  expect(branchesOf(en, ["strength.verdicts", "strength.rules"])).toEqual({ strength: { verdicts, rules } });
});

test("errors come where they are named", () => {
  const { interactions } = en;
  expect(branchesOf(en, ["interactions", "interactions.errors"])).toEqual({ interactions });
});
