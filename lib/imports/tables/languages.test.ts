import { expect, test } from "vitest";
import { csv, preamble } from "@/lib/testing/linkedin-files";
import { zip } from "@/lib/testing/zip";
import { importTest, tally } from "../testing/import-test";
import { isListOfPeople } from "./asked";

// LinkedIn in a language whose words aren't known here: the owner is asked, and well guessed for.
const { contacts, importFile, upload } = importTest();

const languages: [language: string, name: string, header: string[]][] = [
  ["Dutch", "Connecties.csv", ["Voornaam", "Achternaam", "URL", "E-mailadres", "Bedrijf", "Functie", "Verbonden op"]],
  [
    "Italian",
    "Collegamenti.csv",
    ["Nome", "Cognome", "URL", "Indirizzo e-mail", "Azienda", "Posizione", "Data del collegamento"],
  ],
  ["Polish", "Kontakty (1).csv", ["Imię", "Nazwisko", "URL", "Adres e-mail", "Firma", "Stanowisko", "Data kontaktu"]],
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
  ["נועה", "לוי 🚀", "https://www.linkedin.com/in/noa", "", "", "", "16-01-2024"],
  ["", "", "", "", "", "", "17-01-2024"],
];

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
        targets: ["firstName", "lastName", "linkedin", "email", "company", "position", "ignore"],
        isOwners: false,
      });
    }
    const batch = await importFile({ "archive.zip": zip({ [name]: file }) });
    expect(tally(batch)).toEqual({ CREATED: 2, "SKIPPED nameless": 1 });
    expect(await contacts()).toMatchObject([
      { fullName: "Zoë Quill, PhD", company: "Ink & Co", position: "Writer", aliases: [{ slug: "zoë-quill" }] },
      { fullName: "נועה לוי 🚀", aliases: [{ slug: "noa" }] },
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
