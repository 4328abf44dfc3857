import { expect, test } from "vitest";
import { suggest } from "./suggest";

const tags = ["Berlin", "old friends", "bergen"];
const after = (text: string) => {
  const { from, to, options } = suggest(text, text.length, tags);
  return options.map(({ insert }) => text.slice(0, from) + insert + text.slice(to));
};

test("keys while a word is begun", () => {
  expect(after("s")).toEqual(["status:", "soon:", "strength:"]);
  expect(after("anna ver")).toEqual(["anna verdict:"]);
  expect(after("")).toContain("company:");
  expect(after("zebra")).toEqual([]);
});

test("values once there is a key, those of the owner's own tags among them", () => {
  expect(after("verdict:a")).toEqual(["verdict:ready ", "verdict:almost "]);
  expect(after("tag:ber")).toEqual(["tag:Berlin ", "tag:bergen "]);
  expect(after("tag:old")).toEqual(['tag:"old friends" ']);
  expect(after("anna tag:")).toHaveLength(3);
  expect(after("strength:")).toContain("strength:>60 ");
  expect(after("company:a")).toEqual([]);
  expect(after("colour:r")).toEqual([]);
});

test("another value after a comma, but not the same again", () => {
  expect(after("band:warm,co")).toEqual(["band:warm band:cool ", "band:warm band:cold "]);
  expect(after("soon:fading,")).toEqual(["soon:fading soon:lapsing ", "soon:fading soon:touch "]);
});

test("in the middle of the text the rest stays", () => {
  expect(suggest("verd anna", 4, tags)).toEqual({ from: 0, to: 4, options: [{ key: "verdict", insert: "verdict:" }] });
});
