import fc from "fast-check";
import { expect, test } from "vitest";
import { inPieces, limits } from "@/lib/testing/linkedin-files";
import { cardBytes, cards } from "@/lib/testing/other-files";
import { contentLines } from "../lines/content-lines";
import { readCards } from "./cards";

async function read(file: string | Uint8Array, size = 5) {
  const rows = [];
  const lines = contentLines(inPieces(file, size), limits.bytes, limits);
  for await (const chunk of readCards(lines, limits)) rows.push(...chunk.map(({ row }) => row));
  return rows;
}
const card = (...lines: string[]) => `BEGIN:VCARD\nVERSION:3.0\n${lines.join("\n")}\nEND:VCARD\n`;

test.each(Object.entries(cards))("%s", async (_version, written) => {
  for (const size of [1, 7, 1_000]) {
    const [row, ...others] = await read(cardBytes(written), size);
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      line: 1,
      fields: { fullName: "Zoë Quill, PhD", company: "Ink & Co", position: "Writer" },
    });
    expect(row?.fields.pointKeys?.split("\n")).toEqual(expect.arrayContaining(["zoe@example.test", "+4402079460018"]));
  }
});

test.each(Object.entries(cards))("%s, its lines ended by CR alone as old Macs did", async (_version, written) => {
  const whole = await read(cardBytes(written));
  const old = Buffer.from(Buffer.from(cardBytes(written)).toString("latin1").replaceAll("\r\n", "\r"), "latin1");
  for (const size of [1, 2, 7, 1_000]) expect(await read(old, size)).toEqual(whole);
});

test("a lonely CR in a file of other line ends is part of its line", async () => {
  for (const end of ["\n", "\r\n"]) {
    const rows = await read(`BEGIN:VCARD${end}FN:Ann${end}NOTE:tea\rand more${end}END:VCARD${end}`, 3);
    expect(rows).toMatchObject([{ fields: { fullName: "Ann", notes: "tea\rand more" } }]);
  }
});

test("quoted-printable keeps its line breaks and a lonely equals sign", async () => {
  const [row] = await read(cards["2.1 of a phone"] ?? "");
  expect(row?.fields.notes).toBe("Likes tea\r\nand commas, = too");
});

test("what is written in 4.0 with commas and semicolons is one thing", async () => {
  const [row] = await read(cards["4.0"] ?? "");
  expect(row?.fields.points).toContain("https://example.test/zoe,writer;one");
  expect(row?.fields.tags).toBe("Authors");
  expect(row?.fields.notes).toBe("Tea, friends"); // a tag can't hold a comma; it isn't lost
});

test("a folded letter of two bytes is one letter, and text is text", async () => {
  const folded = Buffer.from("BEGIN:VCARD\nVERSION:3.0\nFN:Zo\u00eb 🚀 ‏לוי =1+1 '0049\nEND:VCARD\n");
  const at = folded.indexOf(0xc3) + 1;
  const broken = Buffer.concat([folded.subarray(0, at), Buffer.from("\r\n "), folded.subarray(at)]);
  expect((await read(broken))[0]?.fields.fullName).toBe("Zoë 🚀 ‏לוי =1+1 '0049");
});

test.each([
  ["a group", card("FN:Choir", "X-ADDRESSBOOKSERVER-KIND:group"), ["SKIPPED group"]],
  ["nobody", card("NOTE:nobody"), ["SKIPPED nameless"]],
  ["letters that aren't there", Buffer.from(card("FN:Zo\u00eb"), "latin1"), ["FAILED letters"]],
  ["an alphabet nobody knows", card("FN;CHARSET=KLINGON:Zoe"), ["FAILED letters"]],
  ["a NUL in disguise", card("FN;ENCODING=QUOTED-PRINTABLE:Zoe=00"), ["FAILED letters"]],
  ["a name too long to be one", card(`FN:${"x".repeat(60_000)}`), ["FAILED tooLong"]],
  ["a card without an end", `BEGIN:VCARD\nFN:Ann\n${card("FN:Bea")}`, ["FAILED unfinished", "undefined undefined"]],
  [
    "text between cards",
    `${card("FN:Ann")}hello\nyou\n${card("FN:Bea")}`,
    ["undefined undefined", "FAILED stray", "undefined undefined"],
  ],
  ["a card in a card", card("FN:Ann", "AGENT:", "BEGIN:VCARD", "FN:Bea", "END:VCARD"), ["undefined undefined"]],
  [
    "a soft break at a card's end",
    `BEGIN:VCARD\nNOTE;QUOTED-PRINTABLE:a=\nFN:B=\nEND:VCARD\n${card("FN:Ann")}`,
    ["SKIPPED nameless", "undefined undefined"],
  ],
  ["a picture larger than a row", card("FN:Ann", `PHOTO:${"x".repeat(200_000)}`), ["undefined undefined"]],
])("%s is counted", async (_what, file, outcomes) => {
  const rows = await read(file, 1_000);
  expect(rows.map((row) => ("outcome" in row ? `${row.outcome} ${row.reason}` : "undefined undefined"))).toEqual(
    outcomes,
  );
});

test("a label of its owner's own, base64 and a preferred name", async () => {
  const [row] = await read(
    card(
      "FN;PREF=2:Z.",
      "FN;PREF=1:Zoë",
      `NOTE;ENCODING=B:${Buffer.from("tea, Zoë").toString("base64")}`,
      "item1.TEL:+44 020 7946 0018",
      "item1.X-ABLabel:Summer house",
      "item2.EMAIL;TYPE=home:zoe@example.test",
      "item2.X-ABLabel:_$!<Other>!$_",
      "TEL;HOME;CELL:0171 234",
    ),
  );
  expect(row?.fields).toMatchObject({
    ...{ fullName: "Zoë", notes: "tea, Zoë" },
    ...{ points: "zoe@example.test\n+44 020 7946 0018\n0171 234", pointLabels: "Other\nSummer house\nHome" },
  });
});

test("a NUL refuses the file, and names the line", async () => {
  await expect(read(`${card("FN:Ann")}BEGIN:VCARD\nFN:\0\n`)).rejects.toMatchObject({
    code: "nul",
    params: { line: 6 },
  });
});

test("whatever it holds, every card is one row", async () => {
  const mark = fc.constantFrom(
    ":",
    ";",
    "=",
    '"',
    "\\",
    ",",
    "\n ",
    "\r\n\t",
    "é",
    "🚀",
    "=C3",
    "TYPE",
    "CHARSET=UTF-8",
    "ENCODING=QUOTED-PRINTABLE",
    "a",
    "=\n",
  );
  const name = fc.constantFrom(
    "FN",
    "N",
    "TEL",
    "EMAIL",
    "item1.EMAIL",
    "NOTE",
    "ADR",
    "CATEGORIES",
    "ORG",
    "URL",
    "PHOTO",
    "KIND",
  );
  const line = fc.tuple(name, fc.array(mark, { maxLength: 12 })).map(([start, marks]) => start + marks.join(""));
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(line, { maxLength: 6 }), { maxLength: 5 }),
      fc.integer({ min: 1, max: 40 }),
      async (people, size) => {
        const file = people.map((lines) => `BEGIN:VCARD\n${[...lines, "NOTE:x"].join("\n")}\nEND:VCARD\n`).join("");
        expect(await read(file, size)).toHaveLength(people.length);
      },
    ),
    { numRuns: 150 },
  );
});

test("any bytes are read to their end or refused in a sentence", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
      const file = Buffer.concat([Buffer.from("BEGIN:VCARD\n"), bytes]);
      const rows = await read(file, 50).catch((error) => {
        expect(error).toMatchObject({ name: "Refusal", code: "nul" });
        return null;
      });
      if (rows) expect(rows.length).toBeGreaterThan(0);
    }),
    { numRuns: 150 },
  );
});

test("one endless line stays small in memory and comes to an end", async () => {
  async function* endless() {
    yield Buffer.from("BEGIN:VCARD\nFN:");
    for (let count = 0; count < 100; count++) yield Buffer.alloc(40_000, "x");
    yield Buffer.from("\nEND:VCARD\n");
  }
  const rows = [];
  for await (const chunk of readCards(contentLines(endless(), limits.bytes, limits), limits)) rows.push(...chunk);
  expect(rows).toMatchObject([{ row: { outcome: "FAILED", reason: "tooLong" } }]);
});
