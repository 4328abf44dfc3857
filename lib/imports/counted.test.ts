import fc from "fast-check";
import { expect, test } from "vitest";
import { connectionHeader, csv, messageHeader } from "../testing/linkedin-files";
import { calendar } from "../testing/other-files";
import { zip } from "../testing/zip";
import { queueImport } from "./data";
import { countOf } from "./schema";
import { importTest } from "./testing/import-test";

// Rows in = created + matched + skipped + failed, whatever they hold: in the preview, and once it is imported.
const { database, finish, importFile, inDb, owner, upload } = importTest();

const cell = fc.oneof(
  fc.constantFrom(
    ...[
      "",
      " ",
      "Ann Byron",
      "Zoë 🚀",
      "לוי",
      "=1+1",
      "+44 020 7946 0018",
      "0049",
      "Quill, PhD",
      '"',
      "'",
      "a\nb",
      "\\",
    ],
    ...[
      "ann@example.test",
      "ANN@example.test ::: b@example.test",
      "https://www.linkedin.com/in/ann",
      "linkedin.com/in/zo%C3%AB",
    ],
    ...[
      "22 Dec 2016",
      "2023-12-01 10:11:12 UTC",
      "1/5/23, 10:11 AM",
      "05/01/2024",
      "2999-01-01",
      "OUTGOING",
      "INCOMING",
      "SPAM",
      "Yes",
    ],
    ...["LinkedIn Member", "x".repeat(1_500), "x".repeat(21_000)],
  ),
  fc.string({ unit: "grapheme", maxLength: 8 }).map((text) => text.replaceAll("\0", "")),
);
const rows = fc.integer({ min: 2, max: 7 }).chain((width) =>
  fc.array(
    // No longer than a row may be: that would be refused as a whole.
    fc.array(cell, { minLength: 2, maxLength: width + 6 }).filter((cells) => cells.join().length < 45_000),
    { minLength: 30, maxLength: 60 },
  ),
);
const table = (header: string[]) => (body: string[][]) => csv([header, ...body]);
const line = (names: string[]) =>
  fc.tuple(fc.constantFrom(...names), cell).map(([name, text]) => `${name}${text.replaceAll("\n", "\\n")}\n`);
const entries = (name: string, names: string[]) =>
  fc.array(
    fc.array(line(names), { maxLength: 6 }).map((lines) => `BEGIN:${name}\nX:1\n${lines.join("")}END:${name}\n`),
    {
      minLength: 30,
      maxLength: 60,
    },
  );

const files: [name: string, files: fc.Arbitrary<{ text: string; least: number }>][] = [
  ...(
    [
      ["Connections.csv", connectionHeader],
      ["messages.csv", messageHeader],
      ["Invitations.csv", ["From", "To", "Sent At", "Message", "Direction", "inviterProfileUrl", "inviteeProfileUrl"]],
      [
        "Recommendations_Given.csv",
        ["First Name", "Last Name", "Company", "Job Title", "Text", "Creation Date", "Status"],
      ],
      [
        "Recommandations_reçues.csv",
        ["Prénom", "Nom", "Entreprise", "Intitulé du poste", "Texte", "Date de création", "Statut"],
      ],
      [
        "Notizen.csv",
        ["Vorname des Kontakts", "Nachname des Kontakts", "Profil-URL des Kontakts", "Notiz", "Erstellt am"],
      ],
      ["ImportedContacts.csv", ["Source", "FirstName", "LastName", "Companies", "Title", "Emails", "PhoneNumbers"]],
      [
        "Endorsement_Received_Info.csv",
        ["Endorsement Date", "Skill Name", "Endorser First Name", "Endorser Last Name", "Endorser Public Url"],
      ],
      [
        "Endorsement_Given_Info.csv",
        ["Endorsement Date", "Skill Name", "Endorsee First Name", "Endorsee Last Name", "Endorsee Public Url"],
      ],
      [
        "outlook.csv",
        ["First Name", "Last Name", "Company", "Job Title", "Mobile Phone", "E-mail Address", "Categories"],
      ],
      ["google.csv", ["First Name", "Last Name", "Organization Name", "Labels", "E-mail 1 - Value", "Phone 1 - Value"]],
      ["table.csv", ["Name", "E-mail", "Phone", "LinkedIn", "Company", "Tags"]],
    ] as const
  ).map(([name, header]): [string, fc.Arbitrary<{ text: string; least: number }>] => [
    name,
    rows.map((body) => ({ text: table([...header])(body), least: body.length })),
  ]),
  [
    "people.vcf",
    entries("VCARD", [
      "FN:",
      "N:",
      "EMAIL:",
      "TEL;CELL:",
      "ORG:",
      "NOTE:",
      "URL:",
      "CATEGORIES:",
      "BEGIN:",
      "END:",
    ]).map((cards) => ({
      text: cards.join(""),
      least: cards.length,
    })),
  ],
  [
    "work.ics",
    entries("VEVENT", [
      "UID:",
      "DTSTART:20240105T090000Z",
      "RRULE:FREQ=WEEKLY;COUNT=3",
      "ATTENDEE:mailto:ann@example.test",
      "ATTENDEE:",
      "ORGANIZER:",
      "RECURRENCE-ID;RANGE=THISANDFUTURE:20240112T090000Z",
      "DTSTART;TZID=Nowhere:20240105T090000",
      "STATUS:",
      "SUMMARY:",
    ]).map((events) => ({
      text: calendar(...events),
      least: events.length,
    })),
  ],
];

test("an archive of several of them: each of its files, and all in all", async () => {
  const some = files.filter(([name]) =>
    ["Connections.csv", "messages.csv", "Notizen.csv", "ImportedContacts.csv"].includes(name),
  );
  const made = fc.tuple(...some.map(([name, one]) => one.map(({ text }) => [name, text] as const)));
  await fc.assert(
    fc.asyncProperty(made, async (entries) => {
      const batch = await importFile({ "archive.zip": zip(Object.fromEntries(entries)) });
      expect(batch).toMatchObject({ state: "DONE", failure: null });
      for (const file of batch.files) expect(countOf(file.counts), file.name).toBe(file.rowsTotal);
      expect(countOf(batch.counts)).toBe(batch.rowsTotal);
      expect(batch.rowsTotal).toBe(batch.files.reduce((sum, { rowsTotal }) => sum + rowsTotal, 0));
    }),
    { numRuns: 2, endOnFailure: true },
  );
});

test.each(files)("%s", async (name, made) => {
  await fc.assert(
    fc.asyncProperty(made, async ({ text, least }) => {
      const preview = await upload({ [name]: text });
      const staged = await database.admin.query(
        "select count(*)::int as rows from import_row where owner_id = $1 and batch_id = $2",
        [owner(), preview.id],
      );
      expect(preview).toMatchObject({ state: "PREVIEW", failure: null, rowsTotal: staged.rows[0].rows });
      expect(preview.rowsTotal).toBeGreaterThanOrEqual(least);
      expect(countOf(preview.counts)).toBe(preview.rowsTotal);
      await inDb((db) => queueImport(db, preview.id));
      const done = await finish(preview.id);
      expect(done.state).toBe("DONE");
      expect(countOf(done.counts)).toBe(done.rowsTotal);
    }),
    { numRuns: 2, endOnFailure: true },
  );
});
