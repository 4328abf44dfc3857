import fc from "fast-check";
import { expect, test } from "vitest";
import { comparable } from "../tables/comparable";
import { columnsOfKind, recogniseHeader } from "./headers";

const header = (text: string, name = "file.csv") => recogniseHeader({ line: 1, cells: text.split(",") }, name);

test("names are known whatever their case, spaces, underscores, accents and BOM", () => {
  const written = header("\uFEFFFIRST_NAME, last name ,Url,E-Mail Address,COMPANY,position,connected on");
  expect(written).toMatchObject({ kind: "CONNECTIONS", columns: { firstName: 0, lastName: 1, url: 2, email: 3 } });
  expect(header("Prenom,Nom,Connecte le")).toMatchObject({ kind: "CONNECTIONS", columns: { lastName: 1 } });
});

test("messages of both eras, with columns in any place", () => {
  expect(header("From,To,Date,Subject,Content,Direction,Folder")).toMatchObject({ kind: "MESSAGES" });
  expect(header("CONTENT,DATE,TO,SENDER PROFILE URL,FROM")).toMatchObject({ columns: { from: 4, senderUrl: 3 } });
});

test.each(["", "First Name,Last Name", "Name,E-mail", "From,To,Date", "Connected On"])("no header: %s", (text) =>
  expect(header(text)).toBeNull(),
);

test.each([
  ["From,To,Sent At,Message,Direction", "INVITATIONS"],
  ["Von,An,Gesendet am,Nachricht,Richtung,inviterProfileUrl,inviteeProfileUrl", "INVITATIONS"],
  ["De,À,Envoyé le,Message,Direction", "INVITATIONS"],
  ["Connection First Name,Connection Last Name,Connection Profile URL,Note,Created On,Edited On", "NOTES"],
  ["Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,Endorser Public Url", "ENDORSEMENTS_RECEIVED"],
  ["Endorsement Date,Skill Name,Endorsee First Name,Endorsee Last Name,Endorsee Public Url", "ENDORSEMENTS_GIVEN"],
  ["Source,FirstName,LastName,Companies,Title,Emails,PhoneNumbers", "CONTACTS"],
])("%s", (text, kind) => expect(header(text)).toMatchObject({ kind }));

test("who wrote a recommendation for whom stands in the file's name alone", () => {
  const columns = "First Name,Last Name,Company,Job Title,Text,Creation Date,Status";
  expect(header(columns, "Recommendations_Given.csv")).toMatchObject({ kind: "RECOMMENDATIONS_GIVEN" });
  expect(header(columns, "recommendations received (1).csv")).toMatchObject({ kind: "RECOMMENDATIONS_RECEIVED" });
  expect(header(columns, "export.csv")).toBeNull();
});

test.each([
  ["Empfehlungen_gegeben.csv", "RECOMMENDATIONS_GIVEN"],
  ["Recommandations_donne\u0301es.csv", "RECOMMENDATIONS_GIVEN"],
  ["Recomendaciones recibidas.csv", "RECOMMENDATIONS_RECEIVED"],
  ["Recomendações_recebidas (2).csv", "RECOMMENDATIONS_RECEIVED"],
])("%s", (name, kind) => expect(header("Vorname,Nachname,Text,Erstellt am", name)).toMatchObject({ kind }));

test("a name that says both given and received says neither", () => {
  expect(header("First Name,Text,Creation Date", "Recommendations given and received.csv")).toBeNull();
});

test("a header that several kinds could have is of the kind that knows most of it, or of none", () => {
  expect(header("Von,An,Datum,Gesendet am,Nachricht,Richtung,inviterProfileUrl")).toMatchObject({
    kind: "INVITATIONS",
  });
  expect(header("Von,An,Datum,Betreff,Nachricht,Gesendet am,Richtung,Ordner")).toMatchObject({ kind: "MESSAGES" });
  expect(header("Von,An,Datum,Gesendet am,Nachricht,Richtung,Ordner")).toBeNull();
});

test("no name stands for two columns of a kind", () => {
  for (const [kind, columns] of Object.entries(columnsOfKind)) {
    const spellings = Object.values(columns).flatMap((known) => [...new Set(known.map(comparable))]);
    expect(spellings.toSorted(), kind).toEqual([...new Set(spellings)].toSorted());
  }
});

test("a language nobody reads here is none of the kinds", () => {
  for (const text of [
    "Voornaam,Achternaam,URL,E-mailadres,Bedrijf,Functie,Verbonden op",
    "Nome,Cognome,URL,Indirizzo email,Azienda,Posizione,Data di collegamento",
    "Imię,Nazwisko,URL,Adres e-mail,Firma,Stanowisko,Data nawiązania kontaktu",
    "Van,Aan,Verzonden op,Bericht,Richting",
    "Da,A,Data,Oggetto,Contenuto,Cartella",
  ]) {
    expect(header(text), text).toBeNull();
  }
});

test("whatever a row holds, it is a header or none, and names only columns it has", () => {
  const known = Object.values(columnsOfKind).flatMap((columns) => Object.values(columns).flat());
  const cell = fc.oneof(
    fc.constantFrom(...known, "Labels", "Organization Name", "Given Name", "Group Membership", "E-mail 1 - Value"),
    fc.string({ unit: "binary", maxLength: 12 }),
    fc.constantFrom("__proto__", "constructor", "toString", "hasOwnProperty", "x".repeat(50_000)),
  );
  fc.assert(
    fc.property(
      fc.array(cell, { maxLength: 14 }),
      fc.constantFrom("a.csv", "Recommendations_Given.csv"),
      (cells, name) => {
        const found = recogniseHeader({ line: 3, cells }, name);
        if (!found) return;
        expect(found).toMatchObject({ line: 3, width: cells.length });
        const places = found.kind === "TABLE" ? found.columns.map((_, at) => at) : Object.values(found.columns);
        for (const at of places) expect(at).toBeLessThan(cells.length);
      },
    ),
    { numRuns: 1_000 },
  );
});
