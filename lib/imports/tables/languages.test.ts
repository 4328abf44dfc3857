import { expect, test } from "vitest";
import { csv, preamble } from "@/lib/testing/linkedin-files";
import { zip } from "@/lib/testing/zip";
import { importTest, tally } from "../testing/import-test";
import { isListOfPeople } from "./asked";
import { guessColumns } from "./guess";

// LinkedIn in a language whose words aren't known here: the owner is asked, and well guessed for.
const { contacts, everything, importFile, inDb, undo, upload } = importTest();

const languages: [language: string, name: string, header: string[]][] = [
  ["Dutch", "Connecties.csv", ["Voornaam", "Achternaam", "URL", "E-mailadres", "Bedrijf", "Functie", "Verbonden op"]],
  [
    "Italian",
    "Collegamenti.csv",
    ["Nome", "Cognome", "URL", "Indirizzo e-mail", "Azienda", "Posizione", "Data del collegamento"],
  ],
  [
    "Polish",
    "Kontakty (1).csv",
    ["Imię", "Nazwisko", "URL", "Adres e-mail", "Firma", "Stanowisko", "Data nawiązania kontaktu"],
  ],
];
const rows = [
  [
    "Zoë",
    "Quill, PhD",
    "https://www.linkedin.com/in/zo%C3%AB-quill",
    "zoe@example.test",
    "Ink & Co",
    "Writer",
    "15-01-2024",
  ],
  ["נועה", "לוי 🚀", "https://www.linkedin.com/in/noa", "", "", "", "06-01-2024"],
  ["", "", "", "", "", "", "17-01-2024"],
];

const connected = (day: number) => ({ connectionStatus: "CONNECTED", connectedOn: new Date(Date.UTC(2024, 0, day)) });

test.each(languages)(
  "a Connections file in %s, alone and in an archive, with its preamble",
  async (_language, name, header) => {
    const file = preamble + csv([header, ...rows]);
    for (const files of [
      { [name]: file },
      { "archive.zip": zip({ [name]: file, "Profile.csv": "First Name,Headline\nA,B\n" }) },
    ]) {
      const { files: read } = await upload(files);
      expect(read.find((each) => each.name === name)).toMatchObject({
        kind: "CONTACTS",
        header,
        targets: ["firstName", "lastName", "linkedin", "email", "company", "position", "connectedOn"],
        isOwners: false,
      });
    }
    const batch = await importFile({ "archive.zip": zip({ [name]: file }) });
    expect(tally(batch)).toEqual({ CREATED: 2, "SKIPPED hidden": 1 });
    expect(await contacts()).toMatchObject([
      {
        fullName: "Zoë Quill, PhD",
        company: "Ink & Co",
        position: "Writer",
        aliases: [{ slug: "zoë-quill" }],
        ...connected(15),
      },
      { fullName: "נועה לוי 🚀", aliases: [{ slug: "noa" }], ...connected(6) },
    ]);
  },
);

test.each([
  ...["Connections.csv", "connections (1).csv", "ImportedContacts.csv", "Imported Contacts.csv", "Contacts.CSV"],
  ...["Connecties.csv", "Contactos_importados.csv", "Conexo\u0303es.csv", "Contacts importés.csv"],
])("%s in an archive is a list of people", (name) => expect(isListOfPeople(name)).toBe(true));

test.each(["Profile.csv", "Ad_Contacts_Targeting.csv", "ConnectionsOfCompanies.csv", "(1).csv", ""])(
  "%s is none",
  (name) => expect(isListOfPeople(name)).toBe(false),
);

test("a date of connecting makes a contact connected who wasn't, and undoing takes it back; what is said of others stays", async () => {
  const write = (fullName: string, slug: string, more: object) =>
    inDb((db) => db.contact.create({ data: { ownerId: db.owner, fullName, aliases: { create: { slug } }, ...more } }));
  await write("Zoë Quill, PhD", "zoë-quill", {});
  await write("Noa", "noa", { connectionStatus: "REMOVED" });
  const before = await everything();
  const batch = await importFile({ "Connecties.csv": csv([languages[0]?.[2] ?? [], ...rows]) });
  expect(tally(batch)).toMatchObject({ "MATCHED completed": 1, "MATCHED unchanged": 1 });
  expect(await contacts()).toMatchObject([
    { fullName: "Noa", connectionStatus: "REMOVED", connectedOn: null },
    connected(15),
  ]);
  await undo(batch.id);
  expect(await everything()).toEqual(before);
});

test("what can't be read as a date, or as two, is a row with a mistake", async () => {
  const header = ["Naam", "E-mailadres", "Verbonden op"];
  const batch = await upload({
    "Connecties.csv": csv([
      header,
      ["Ann", "", "05-01-2024"],
      ["Bea", "", "gisteren"],
      ["Cy", "", "5 mei 2999"],
      ["Dee", "", ""],
    ]),
  });
  expect(tally(batch)).toEqual({ CREATED: 1, "FAILED dayOrMonth": 1, "FAILED date": 1, "FAILED future": 1 });
});

test("a column that only sounds like a date is none", () => {
  expect(guessColumns(["Name", "Connected on"], [["Ann", "yes"]])).toEqual(["fullName", "ignore"]);
  expect(guessColumns(["Name", "Connected on"], [["Ann", "05/01/2024"]])).toEqual(["fullName", "connectedOn"]);
});
