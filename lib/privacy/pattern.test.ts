import { beforeAll, expect, test } from "vitest";
import { testDatabase } from "../testing/database";
import { type Known, patternOf } from "./pattern";

const database = testDatabase();
const nobody: Known = { names: [], others: [], emails: [], phones: [], slugs: [] };
beforeAll(async () => {
  await database.newOwner();
});

async function without(text: string, known: Partial<Known>): Promise<string> {
  const pattern = patternOf({ ...nobody, ...known });
  if (!pattern) return text;
  const { rows } = await database.admin.query("select without_words($1::text, $2, 'somebody') as text", [
    text,
    pattern,
  ]);
  return rows[0].text;
}

test.each([
  ["Saw ADA  Byron, with Bo.", { names: ["Ada Byron"] }, "Saw somebody, with Bo."],
  ["In the list: Byron, Ada", { names: ["Ada Byron"] }, "In the list: somebody"],
  ["Ada Byronova stays", { names: ["Ada Byron"] }, "Ada Byronova stays"],
  ["Ada is a language", { names: ["Ada"] }, "Ada is a language"],
  ["Żółć Łęcka–and more", { names: ["Żółć Łęcka"] }, "somebody–and more"],
  ["(a+b) [c]", { names: ["(a+b) [c]"] }, "somebody"],
  ["to ada.b+x@home.example.", { emails: ["ada.b+x@home.example"] }, "to somebody."],
  ["badaXb@home.example", { emails: ["ada.b@home.example"] }, "badaXb@home.example"],
  ["call +47 (912) 34-567!", { phones: ["+4791234567"] }, "call somebody!"],
  ["call 0047 912 34 567!", { phones: ["+4791234567"] }, "call somebody!"],
  ["room 12345", { phones: ["12345"] }, "room 12345"],
  ["https://www.linkedin.com/in/ada/ on Ada", { slugs: ["ada"] }, "https://www.linkedin.com/in/somebody/ on Ada"],
  ["slug ada-byron-7 here", { slugs: ["ada-byron-7"] }, "slug somebody here"],
  [
    "in/ada-byron/ in/ada-byron-4567 in/mary-ada-byron in/ada_byron",
    { slugs: ["ada-byron"] },
    "in/somebody/ in/ada-byron-4567 in/mary-ada-byron in/ada_byron",
  ],
  ["in/ada-byron%C3%A9 ada-byron@home.example", { slugs: ["ada-byron"] }, "in/ada-byron%C3%A9 ada-byron@home.example"],
  ["x/in/ada, x/in/ada-b, x/in/adam", { slugs: ["ada"] }, "x/in/somebody, x/in/ada-b, x/in/adam"],
  [
    "mary.ada@a.example x+ada@a.example ada@a.example.au ada@a.example-b.example 'ada@a.example'.",
    { emails: ["ada@a.example"] },
    "mary.ada@a.example x+ada@a.example ada@a.example.au ada@a.example-b.example 'somebody'.",
  ],
  [
    "+46 91234567, 0046 91234567, 91234567-12, 91234567 and\n912 34 567\n812 34 567",
    { phones: ["91234567"] },
    "+46 91234567, 0046 91234567, 91234567-12, somebody and\nsomebody\n812 34 567",
  ],
  [
    "+47 91234567-12, 147 91234567, +47 91234567",
    { phones: ["+4791234567"] },
    "+47 91234567-12, 147 91234567, somebody",
  ],
  [
    "Ann Lee-Jones, Mary-Ann Lee, Ann Lee’s, _Ann Lee_",
    { names: ["Ann Lee"] },
    "Ann Lee-Jones, Mary-Ann Lee, somebody’s, _somebody_",
  ],
  [
    "Mary  Ann Lee and Ann Lee; Ann Lee the Younger",
    { names: ["Ann Lee"], others: ["Mary Ann Lee", "Ann Lee the Younger"] },
    "Mary  Ann Lee and somebody; Ann Lee the Younger",
  ],
  ["With Bo Lee, Ann Smith; Lee, Ann\nand more", { names: ["Ann Lee"] }, "With Bo Lee, Ann Smith; somebody\nand more"],
])("%s", async (text, known, left) => {
  expect(await without(text, known)).toBe(left);
});

test("lists and documents are gone through, and stay what they are", async () => {
  const { rows } = await database.admin.query(
    "select without_words($1::text[], $3, 'x') as list, without_words($2::jsonb, $3, 'x') as document",
    [
      ["Ada Byron", "Bo"],
      JSON.stringify({ a: ["Ada Byron", 1, null, true], "Ada Byron": { b: 'say "Ada Byron"' }, n: 912345678 }),
      patternOf({ ...nobody, names: ["Ada Byron"], phones: ["912345678"] }),
    ],
  );
  expect(rows).toEqual([
    { list: ["x", "Bo"], document: { a: ["x", 1, null, true], x: { b: 'say "x"' }, n: 912345678 } },
  ]);
});
