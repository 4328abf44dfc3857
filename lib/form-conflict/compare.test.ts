import { expect, test } from "vitest";
import type { FormValues } from "@/lib/form-state";
import { differencesOf, holdsAll } from "./compare";
import { day, line, names, text, tick } from "./fields";
import { choiceField, combinedField } from "./names";
import { type Read, readOf } from "./schema";
import { sentOf } from "./sent";

const fields = [
  line("company", "Company"),
  line("place", "Place"),
  line("emails", "E-mail"),
  names("tags", "Tags"),
  tick("blocked", "Blocked", (ticked) => ticked),
  day("on", "On", { locale: "en-GB", timeZone: "UTC" }),
  text("notes", "Notes", "mentions"),
];
const before: FormValues = {
  company: "Acme",
  place: "Oslo",
  emails: ["a@b.example"],
  tags: "art, chess",
  on: "",
  notes: "Met.",
};

const compare = (mine: FormValues, theirs: FormValues, was: FormValues | null = before) =>
  differencesOf(fields, { mine, theirs, before: was });
const chosen = (mine: FormValues, theirs: FormValues) =>
  compare(mine, theirs).map(({ group, changed, choice }) => [group, changed, choice]);

/** What is saved when the form is sent as it comes back. */
function accepted(mine: FormValues, theirs: FormValues): FormValues {
  const read = JSON.stringify({ version: 2, values: theirs } satisfies Read);
  const answers = compare(mine, theirs).flatMap(({ group, choice, combined }) => [
    [choiceField(group), choice],
    ...(combined === null ? [] : [[combinedField(group), combined]]),
  ]);
  const { version, ...typed } = sentOf({ ...mine, read, ...Object.fromEntries(answers) }).typed;
  expect(version).toBe("2");
  return typed;
}

test("what was changed in different fields is chosen from both, and saved as one", () => {
  const mine = { ...before, company: "Acme AG", blocked: "on" };
  const theirs = { ...before, place: "Bergen", emails: ["a@b.example", "c@d.example"] };
  expect(chosen(mine, theirs)).toEqual([
    ["company", "here", "mine"],
    ["place", "elsewhere", "theirs"],
    ["emails", "elsewhere", "theirs"],
    ["blocked", "here", "mine"],
  ]);
  expect(accepted(mine, theirs)).toEqual({
    ...{ ...before, company: "Acme AG", place: "Bergen" },
    ...{ emails: ["a@b.example", "c@d.example"], blocked: "on" },
  });
});

test("what was changed in both places is asked; a text is both in one, and whoever it mentions stays mentioned", () => {
  const mine = { ...before, company: "Acme AG", notes: "Met.\nLikes tea.", mentions: ["1 Ada"] };
  const theirs = { ...before, company: "Acme Ltd", notes: "Met.\nMoved.", mentions: ["2 Bea"] };
  expect(chosen(mine, theirs)).toEqual([
    ["company", "both", "mine"],
    ["notes+mentions", "both", "combined"],
  ]);
  expect(accepted(mine, theirs)).toMatchObject({
    company: "Acme AG",
    notes: "Met.\nMoved.\nLikes tea.",
    mentions: ["1 Ada", "2 Bea"],
  });
});

test("a box unticked elsewhere is unticked, and choosing the other version takes all of a field with it", () => {
  const ticked = { ...before, blocked: "on" };
  const mine = { ...ticked, place: "Bergen" };
  const read = JSON.stringify({ version: 2, values: before } satisfies Read);
  const { typed } = sentOf({ ...mine, read, [choiceField("blocked")]: "theirs", [choiceField("place")]: "mine" });
  expect(typed).toEqual({ ...before, place: "Bergen", version: "2" });
});

test("two ways of typing the same are no difference", () => {
  const mine = {
    ...before,
    company: " Acme ",
    tags: "chess,ART",
    emails: ["a@b.example", ""],
    on: "3 March 2026",
    notes: "Met.\r\n",
  };
  expect(compare(mine, { ...before, on: "2026-03-03" }, { ...before, on: "2026-03-03" })).toEqual([]);
});

test("a newer version that holds nothing new here is no conflict; where it isn't known what was read, any difference is", () => {
  expect(holdsAll(compare({ ...before, company: "Acme AG" }, before))).toBe(true);
  expect(holdsAll(compare({ ...before, company: "Acme AG" }, { ...before, company: "Acme AG" }))).toBe(true);
  expect(holdsAll(compare({ ...before, company: "Acme AG" }, { ...before, place: "Bergen" }))).toBe(false);
  expect(holdsAll(compare({ ...before, company: "Acme AG" }, before, null))).toBe(false);
});

test("nonsense in what the form says it read counts as nothing read", () => {
  const sent = (read: string) => sentOf({ company: "Acme", read });
  for (const read of [
    "",
    "{",
    "null",
    '{"version":-1,"values":{}}',
    '{"version":1}',
    '{"version":1,"values":{"a":1}}',
  ]) {
    expect(sent(read)).toMatchObject({ read: null, typed: { company: "Acme" }, values: { read } });
    expect(sent(read).typed).not.toHaveProperty("version");
  }
  expect(readOf(["x"])).toBeNull();
});
