import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { filledFields } from "./person";
import { readSignature } from "./signature";

/** Only what is filled. */
function read(text: string) {
  const person = readSignature(text);
  return Object.fromEntries(filledFields(person).map((field) => [field, person[field]]));
}

describe("signatures", () => {
  test.each<[string, string, object]>([
    [
      "lines under each other",
      "Best regards,\n\nNadia Petrov\nHead of Research\nAcme Labs Ltd\nT: +44 20 7946 0018\nM: 07700 900123\nnadia@acme.example\nwww.acme.example",
      {
        ...{ fullName: "Nadia Petrov", position: "Head of Research", company: "Acme Labs Ltd" },
        ...{
          phones: ["+44 20 7946 0018", "07700 900123"],
          emails: ["nadia@acme.example"],
          links: ["www.acme.example"],
        },
      },
    ],
    [
      "all in one line",
      "Lena Okafor | Data Engineer | Tideworks GmbH | +49 30 1234567 | lena@tideworks.example",
      {
        ...{ fullName: "Lena Okafor", position: "Data Engineer", company: "Tideworks GmbH" },
        ...{ phones: ["+49 30 1234567"], emails: ["lena@tideworks.example"] },
      },
    ],
    [
      "German, with a register and a fax",
      "Mit freundlichen Grüßen\n\nDr. Jörg Müller\nLeiter Vertrieb\n\nMuster GmbH\nHauptstraße 12\n80331 München\nTel.: 089 / 123 45 67\nFax: 089 / 123 45 68\nMobil: +49 171 2345678\nE-Mail: j.mueller@muster.example\nAmtsgericht München HRB 123456\nUSt-IdNr. DE123456789",
      {
        ...{ fullName: "Dr. Jörg Müller", position: "Leiter Vertrieb", company: "Muster GmbH" },
        ...{ phones: ["089 / 123 45 67", "+49 171 2345678"], emails: ["j.mueller@muster.example"] },
      },
    ],
    [
      "somebody at a company",
      "Cheers\nTomás Marín\nCTO at Kelp\nhttps://www.linkedin.com/in/tomas-marin",
      {
        ...{ fullName: "Tomás Marín", position: "CTO", company: "Kelp" },
        linkedIn: ["https://www.linkedin.com/in/tomas-marin"],
      },
    ],
    [
      "bei einer Firma",
      "Viele Grüße\nAnna von Berg\nBeraterin bei Nordlicht\nMobil 0171 2345678",
      { fullName: "Anna von Berg", position: "Beraterin", company: "Nordlicht", phones: ["0171 2345678"] },
    ],
    [
      "a title with the company behind a comma",
      "Priya Raman\nSenior Consultant, Blue Partners LLP\npriya@blue.example",
      {
        ...{ fullName: "Priya Raman", position: "Senior Consultant", company: "Blue Partners LLP" },
        emails: ["priya@blue.example"],
      },
    ],
    [
      "an address in angle brackets",
      "Aiko Hayashi <aiko@example.test>",
      { fullName: "Aiko Hayashi", emails: ["aiko@example.test"] },
    ],
    [
      "a company without a sign of one, after the title",
      "Sam O’Neill\nProduct Designer\nMoss and Stone\nsam@moss.example",
      {
        ...{ fullName: "Sam O’Neill", position: "Product Designer", company: "Moss and Stone" },
        emails: ["sam@moss.example"],
      },
    ],
    [
      "a professor with her university",
      "Prof. Dr. Ida Lind\nProfessorin für Statistik\nUniversität Leipzig\nTelefon 0341 123456",
      {
        ...{ fullName: "Prof. Dr. Ida Lind", position: "Professorin für Statistik", company: "Universität Leipzig" },
        phones: ["0341 123456"],
      },
    ],
    [
      "two addresses and a labelled site",
      "Max Power\nFounder\nEmail: max@one.example, max@two.example\nWeb: one.example",
      {
        ...{ fullName: "Max Power", position: "Founder", emails: ["max@one.example", "max@two.example"] },
        links: ["one.example"],
      },
    ],
    [
      "quoted and marked",
      "> On Monday Eve Stone wrote\n--\n*Ben Ode*\nManaging Director\nOde & Sons Ltd.\n(020) 7946 0018",
      {
        ...{ fullName: "Ben Ode", position: "Managing Director", company: "Ode & Sons Ltd." },
        phones: ["(020) 7946 0018"],
      },
    ],
    ["sent from a telephone", "Thanks!\nMaya Iversen\nSent from my iPhone", { fullName: "Maya Iversen" }],
    [
      "only numbers and addresses",
      "info@shop.example\n+1 (212) 555-0100",
      { emails: ["info@shop.example"], phones: ["+1 (212) 555-0100"] },
    ],
  ])("%s", (_, text, expected) => expect(read(text)).toEqual(expected));
});

test("dates, post codes, accounts and sums are no telephone numbers", () => {
  expect(read("12.03.2026 14:00\n80331 München\nIBAN DE02 1203 0000 0000 2020 51\n1 234 567 EUR")).not.toHaveProperty(
    "phones",
  );
});

test("whatever is pasted is read to its end, and nothing is made up", () => {
  const piece = fc.constantFrom(
    ...[
      "Ada",
      "Byron",
      "\n",
      " ",
      "|",
      "+49",
      "(",
      ")",
      "123",
      "@",
      "x.example",
      "GmbH",
      "CEO",
      "at",
      ":",
      "Tel",
      "-",
      "www.",
    ],
  );
  const text = fc.oneof(
    fc.array(piece, { maxLength: 80 }).map((all) => all.join("")),
    fc.string({ maxLength: 300 }),
  );
  fc.assert(
    fc.property(text, (pasted) => {
      const { emails, phones, links, linkedIn } = readSignature(pasted);
      for (const value of [...emails, ...links, ...linkedIn]) expect(pasted).toContain(value);
      expect(phones.every((phone) => phone.replace(/\D/g, "").length >= 7)).toBe(true);
    }),
    { numRuns: 500 },
  );
  for (const hostile of ["a@".repeat(10_000), "1 ".repeat(10_000), "(".repeat(20_000), "A ".repeat(10_000)]) {
    readSignature(hostile);
    readSignature(hostile.replace(/(.{190})/g, "$1\n"));
  }
});
