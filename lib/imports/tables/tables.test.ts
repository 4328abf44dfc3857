import fc from "fast-check";
import { expect, test } from "vitest";
import { csv, inPieces, limits } from "@/lib/testing/linkedin-files";
import { googleNew, googleOld, outlook, outlookWithSemicolons } from "@/lib/testing/other-files";
import { openFile } from "../open-file";
import { guessColumns } from "./guess";
import { headerId, recalled, toRemember } from "./memory";
import { type Target, targets } from "./targets";

async function read(file: string, recall: (names: string[]) => Promise<Target[] | null> = async () => null) {
  const opened = await openFile({ name: "people.csv", bytes: inPieces(file, 11) }, limits.bytes, limits, {
    timeZone: async () => "UTC",
    recall,
  });
  const rows = [];
  for await (const chunk of opened.rows) rows.push(...chunk.map(({ row }) => row));
  return { ...opened, rows };
}

const zoe = {
  company: "Ink & Co",
  position: "Writer",
  points: expect.stringMatching(/^zoe@example\.test\nzoe@home\.test\n\+44 020 7946 0018/),
};

test("Google of today: labels are tags, three colons part values, a leading zero stays", async () => {
  const { rows, table } = await read(googleNew);
  expect(table?.targets).toEqual([]);
  expect(rows[0]?.fields).toMatchObject({
    ...zoe,
    ...{ fullName: "Zoë Quill, PhD", slug: "zoë-quill", location: "London, United Kingdom", tags: "Authors" },
    ...{ notes: "Likes tea", pointLabels: "Work\nWork\nMobile" },
  });
  expect(rows[1]?.fields).toMatchObject({ fullName: "נועה לוי 🚀", points: "020 7946 0001" });
});

test("Google of before", async () => {
  const { rows } = await read(googleOld);
  expect(rows[0]?.fields).toMatchObject({ ...zoe, fullName: "Zoë Quill, PhD", tags: "Authors" });
});

test.each([
  ["with commas", outlook],
  ["with semicolons", outlookWithSemicolons],
])("Outlook %s", async (_how, file) => {
  const { rows } = await read(file);
  expect(rows[0]?.fields).toMatchObject({
    ...zoe,
    ...{ fullName: "Dr. Zoë Quill PhD", location: "London, United Kingdom", tags: "Authors\nTea" },
    ...{ notes: "Likes tea,\r\nand commas" },
  });
});

test("columns nobody knows are guessed by name, in any of the languages, and by what stands in them", () => {
  expect(
    guessColumns(
      ["Vorname", "Nachname", "Firma", "Mail 1", "x", "Web"],
      [["Zoë", "Quill", "Ink", "", "zoe@example.test", "linkedin.com/in/zoe"]],
    ),
  ).toEqual(["firstName", "lastName", "company", "email", "email", "linkedin"]);
  expect(guessColumns(["Nom complet", "Téléphone", "Étiquettes", "Remarques", "?"], [])).toEqual([
    "fullName",
    "phone",
    "tags",
    "notes",
    "ignore",
  ]);
  expect(guessColumns(["Name", "Name"], [])).toEqual(["fullName", "ignore"]);
});

test("a table without names for its columns loses no row", async () => {
  const { rows, table } = await read("Ann,ann@example.test\nBea,bea@example.test\n");
  expect(table).toMatchObject({ header: ["", ""], targets: ["ignore", "email"] });
  expect(rows.map(({ fields }) => fields.fullName)).toEqual(["ann@example.test", "bea@example.test"]);
});

test("what was said is remembered for the same names in any order, doubles told apart", () => {
  const names = ["Who", "Mail", "mail", "Vouch line"];
  const said: Target[] = ["fullName", "email", "ignore", "ignore"];
  expect(headerId(["MAIL", "who ", "Mail"])).toBe(headerId(names));
  expect(headerId(["who", "mail"])).not.toBe(headerId(names));
  expect(recalled(["mail", "MAIL", "who"], toRemember(names, said))).toEqual(["email", "ignore", "fullName"]);
});

test("what was said comes back for every table with the same columns, whatever they are called", () => {
  const name = fc.oneof(
    fc.constantFrom("", "Mail", "mail ", "MAIL#2", "__proto__", "é", "e\u0301"),
    fc.string({ unit: "binary" }),
  );
  const said = fc.array(fc.tuple(name, fc.constantFrom(...targets)), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(said, (columns) => {
      const names = columns.map(([each]) => each);
      const meanings = columns.map(([, target]) => target);
      expect(recalled(names, toRemember(names, meanings))).toEqual(meanings);
      expect(headerId(names.toReversed())).toBe(headerId(names));
      expect(guessColumns(names, [names])).toHaveLength(names.length);
    }),
    { numRuns: 500 },
  );
});

test("a number with pauses in it isn't two; Google never parts numbers by commas", async () => {
  const { rows } = await read(
    csv([
      ["First Name", "Last Name", "Organization Name", "Labels", "Phone 1 - Label", "Phone 1 - Value"],
      ["Ann", "Byron", "", "", "Mobile", "020 7946 0018,,123"],
      ["Bea", "Byron", "", "", "Mobile", "020 7946 0001 ::: +44 020 7946 0002"],
    ]),
  );
  expect(rows[0]?.fields).toEqual({ fullName: "Ann Byron", notes: "020 7946 0018,,123" });
  expect(rows[1]?.fields).toMatchObject({ points: "020 7946 0001\n+44 020 7946 0002" });
});

test("what Outlook writes in German is for the owner to say, well guessed; so is a table parted by bars", async () => {
  const german =
    "Anrede;Vorname;Weitere Vornamen;Nachname;Firma;Telefon geschäftlich;Mobiltelefon;E-Mail-Adresse;Webseite";
  const { table, rows } = await read(
    `${german}\r\nDr.;Jörg;Max;Müller;Ink;+49 221 1234;0171 2345678;j@example.test;example.test\r\n`,
  );
  expect(table?.targets).toEqual([
    ...["ignore", "firstName", "middleName", "lastName", "company", "phone", "phone", "email", "link"],
  ]);
  expect(rows[0]?.fields).toMatchObject({ fullName: "Jörg Max Müller", pointKinds: "EMAIL\nPHONE\nPHONE\nURL" });
  expect((await read("Name|E-mail\nAnn|ann@example.test\n")).table?.targets).toEqual(["fullName", "email"]);
});

test("what isn't an e-mail or a phone, or one too many, is written down with the notes", async () => {
  const { rows } = await read(
    csv([
      ["Name", "Phone", "E-mail"],
      ["Ann", "ask Bob", "ann at example"],
    ]),
  );
  expect(rows[0]?.fields).toEqual({ fullName: "Ann", notes: "ann at example\nask Bob" });
});

test("whatever a table holds, every row is one row and its text is text", async () => {
  const cell = fc.string({
    unit: fc.constantFrom("a", "0", "+", "=", ",", ";", '"', "\n", "@", ".", "é", "🚀", "ל", " ", "'"),
    maxLength: 9,
  });
  const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(
      table,
      fc.array(fc.constantFrom(...targets), { minLength: 3, maxLength: 3 }),
      async (body, said) => {
        const { rows } = await read(csv([["Who", "What", "Why"], ...body]), async () => said);
        expect(rows).toHaveLength(body.length);
        for (const [index, row] of rows.entries()) expect(row.cells).toEqual(body[index]);
      },
    ),
    { numRuns: 150 },
  );
});
