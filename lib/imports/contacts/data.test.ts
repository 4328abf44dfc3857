import { expect, test } from "vitest";
import { csv } from "@/lib/testing/linkedin-files";
import { cardBytes, cards, googleNew, googleOld, outlook } from "@/lib/testing/other-files";
import { decideRow, listQuestions } from "../decisions/data";
import { plan } from "../plan";
import { countOf } from "../schema";
import { sayColumns } from "../tables/data";
import { importTest, tally } from "../testing/import-test";

// People from files of every kind go one way: staged, decided, previewed, written, taken back.
const { everything, importFile, inDb, undo, upload, contacts } = importTest();

const names = async () => (await contacts()).map(({ fullName }) => fullName);
const tags = () =>
  inDb((db) =>
    db.tag.findMany({ select: { name: true, contacts: { select: { contact: { select: { fullName: true } } } } } }),
  );

test("the same woman from a card, from Google and from LinkedIn is one contact, and undoing the second leaves the first", async () => {
  const card = await importFile({ "zoe.vcf": cardBytes(cards["3.0 of an iPhone"] ?? "") });
  expect(tally(card)).toEqual({ CREATED: 1 });
  const after = await everything();
  const google = await importFile({ "google.csv": googleNew });
  expect(tally(google)).toEqual({ CREATED: 1, "MATCHED completed": 1 });
  expect(await names()).toEqual(["Zoë Quill, PhD", "נועה לוי 🚀"]);
  expect(await tags()).toEqual([{ name: "Authors", contacts: [{ contact: { fullName: "Zoë Quill, PhD" } }] }]);
  const zoe = await inDb((db) =>
    db.contact.findFirstOrThrow({
      where: { fullName: "Zoë Quill, PhD" },
      include: { points: { orderBy: { value: "asc" } } },
    }),
  );
  expect(zoe).toMatchObject({ location: "London, United Kingdom", notes: "Likes tea", connectionStatus: "NONE" });
  expect(zoe.points.map(({ kind, label, value }) => [kind, label, value])).toEqual([
    ["PHONE", "Cell", "+44 020 7946 0018"],
    ["EMAIL", "Other", "zoe@example.test"],
    ["EMAIL", "Work", "zoe@home.test"],
  ]);

  const again = await importFile({ "google.csv": googleNew });
  expect(tally(again)).toEqual({ "MATCHED unchanged": 2 });
  await undo(google.id);
  expect(await everything()).toEqual(after);
  // She is as the card had left her, so the card can be taken back, too.
  expect((await undo(card.id)).counts.undone).toEqual({ removed: 1, kept: 0 });
});

const book = (name: string, ...lines: string[]) =>
  `BEGIN:VCARD\nVERSION:3.0\nFN:${name}\n${lines.join("\n")}\nEND:VCARD\n`;

test("the same woman in several files of one import is one contact with what each of them knows", async () => {
  const before = await everything();
  const files = {
    "zoe.vcf": cardBytes(cards["2.1 of a phone"] ?? ""),
    "google.csv": googleNew,
    "more.vcf":
      book("Zoë Quill, PhD", "URL:https://www.linkedin.com/in/zo%C3%AB-quill", "CATEGORIES:authors,Tea") +
      book("Zoë Quill, PhD", "TEL:+44 020 7946 0018", "EMAIL:zoe@work.test", "ORG:Elsewhere"),
  };
  const batch = await importFile(files);
  expect(tally(batch)).toEqual({ CREATED: 2, "MATCHED completed": 3 });
  const after = await everything();
  const zoe = await inDb((db) =>
    db.contact.findFirstOrThrow({
      where: { fullName: "Zoë Quill, PhD" },
      include: { points: { orderBy: { value: "asc" } }, aliases: true, tags: { include: { tag: true } } },
    }),
  );
  expect(zoe).toMatchObject({ company: "Ink & Co", location: "London, United Kingdom", version: 1 });
  expect(zoe.points.map(({ value }) => value)).toEqual([
    ...["+44 020 7946 0018", "zoe@example.test", "zoe@home.test", "zoe@work.test"],
  ]);
  expect(zoe.aliases.map(({ slug }) => slug)).toEqual(["zoë-quill"]);
  expect(zoe.tags.map(({ tag }) => tag.name).sort()).toEqual(["Authors", "Tea"]);
  const again = await importFile(files);
  expect(countOf(again.counts, "CREATED")).toBe(0);
  expect(await everything()).toEqual(after);
  await undo(batch.id);
  expect(await everything()).toEqual(before);
});

test("two contacts of one name and mailbox that Vouch once wrote down come back as two", async () => {
  const ids = ["0197a1b2-0000-7000-8000-000000000001", "0197a1b2-0000-7000-8000-000000000002"];
  const rows = ids.map((each) => [each, "Ann Byron", "ann@example.test"]);
  expect(tally(await importFile({ "vouch.csv": csv([["Vouch id", "Name", "E-mail"], ...rows]) }))).toEqual({
    CREATED: 2,
  });
});

test("two files fill in one contact, and undoing takes both back", async () => {
  await importFile({ "ann.vcf": book("Ann Byron", "EMAIL:ann@example.test") });
  const before = await everything();
  const batch = await importFile({
    "here.vcf": book("Ann Byron", "EMAIL:ann@example.test", "ORG:Here"),
    "there.vcf": book("Ann Byron", "EMAIL:ann@example.test", "ORG:There", "TITLE:Poet", "TEL:020 7946 0001"),
  });
  expect(tally(batch)).toEqual({ "MATCHED completed": 2 });
  expect(await contacts()).toMatchObject([{ company: "Here", position: "Poet" }]);
  await undo(batch.id);
  expect(await contacts()).toMatchObject([{ company: null, position: null }]);
  expect((await everything()).contact_point).toEqual(before.contact_point);
});

test("what the owner says of one row holds for the others about the same person", async () => {
  const known = await inDb((db) => db.contact.create({ data: { ownerId: db.owner, fullName: "Ann Byron" } }));
  const batch = await upload({
    "one.vcf": book("Ann Byron", "EMAIL:ann@example.test", "ORG:Here"),
    "two.vcf": book("Ann Byron", "EMAIL:ANN@example.test", "TITLE:Poet"),
  });
  expect(tally(batch)).toEqual({ "SKIPPED undecided": 2 });
  await inDb((db) => decideRow(db, batch.id, { file: 1, line: 1, decision: known.id }));
  await inDb((db) => plan(db, batch.id));
  const rows = () =>
    inDb((db) =>
      db.importRow.findMany({
        where: { batchId: batch.id },
        select: { entityId: true, reason: true },
        orderBy: { file: "asc" },
      }),
    );
  expect(await rows()).toEqual(Array(2).fill({ entityId: known.id, reason: "completed" }));
  await inDb((db) => decideRow(db, batch.id, { file: 1, line: 1, decision: "new" }));
  await inDb((db) => plan(db, batch.id));
  const [first, second] = await rows();
  expect(first?.entityId).not.toBe(known.id);
  expect(second).toEqual({ entityId: first?.entityId, reason: "completed" });
});

test.each([
  ...Object.entries(cards).map(([name, card]) => [`${name}.vcf`, cardBytes(card)] as const),
  ["Google's of before.csv", googleOld] as const,
  ["Outlook's.csv", outlook] as const,
])("%s: whole, once, and back", async (name, file) => {
  const before = await everything();
  const batch = await importFile({ [name]: file });
  expect(batch).toMatchObject({ state: "DONE", kinds: ["CONTACTS"] });
  expect(countOf(batch.counts)).toBe(batch.rowsTotal);
  const after = await everything();
  const again = await importFile({ [name]: file });
  expect(countOf(again.counts, "CREATED")).toBe(0);
  expect(await everything()).toEqual(after);
  expect(await undo(batch.id)).toMatchObject({ counts: { undone: { removed: 1, kept: 0 } } });
  expect(await everything()).toEqual(before);
});

test("a family shares a mailbox, a name is borne by two: nobody is merged unasked", async () => {
  await inDb((db) => db.contact.create({ data: { ownerId: db.owner, fullName: "Ann Byron", company: "Elsewhere" } }));
  const file = csv([
    ["Name", "E-mail", "Company", "Tags"],
    ["Ann Byron", "byrons@example.test", "Here", "Family"],
    ["Bob Byron", "byrons@example.test", "", ""],
  ]);
  // What is undecided waits, with all that would come along, and keeps nothing else from coming in.
  const undecided = await importFile({ "family.csv": file });
  expect(undecided.state).toBe("DONE");
  expect(await tags()).toEqual([]);
  await undo(undecided.id);
  const batch = await upload({ "family.csv": file });
  expect(tally(batch)).toEqual({ CREATED: 1, "SKIPPED undecided": 1 });
  const { questions } = await inDb((db) => listQuestions(db, batch.id, 1));
  expect(questions).toMatchObject([{ line: 2, name: "Ann Byron" }]);
  await inDb((db) => decideRow(db, batch.id, { file: 1, line: 2, decision: "new" }));
  const [first, second] = await inDb((db) =>
    db.importRow.findMany({ where: { batchId: batch.id }, orderBy: { line: "asc" } }),
  );
  expect([first?.outcome, second?.outcome]).toEqual(["CREATED", "CREATED"]);
  expect(first?.entityId).not.toBe(second?.entityId);
});

test("two people of one name stay two, told apart by nothing but where they work; and the same file again changes nothing", async () => {
  const file = csv([
    ["Name", "Company"],
    ["Ann Byron", "Here"],
    ["Ann Byron", "There"],
    ["Ann Byron", "There"],
  ]);
  expect(tally(await importFile({ "anns.csv": file }))).toEqual({ CREATED: 2, "MATCHED repeated": 1 });
  expect(await names()).toEqual(["Ann Byron", "Ann Byron"]);
  expect(tally(await importFile({ "anns.csv": file }))).toEqual({ "MATCHED unchanged": 2, "MATCHED repeated": 1 });
});

const sheet = csv([
  ["Wer?", "Erreichbar", "Woher", "Gruppe"],
  ["Zoë Quill, PhD", "+44 020 7946 0018", "=Conference", "Authors, Tea"],
  ["נועה לוי 🚀", "", "Trade fair", ""],
  ["", "", "", ""],
]);

test("a table nobody knows waits for the owner's word, and the next of its kind is read by itself", async () => {
  const first = await upload({ "sheet.csv": sheet });
  expect(first.files[0]).toMatchObject({ header: ["Wer?", "Erreichbar", "Woher", "Gruppe"], isOwners: false });
  expect(tally(first)).toEqual({ "SKIPPED nameless": 2, "SKIPPED blank": 1 });
  await inDb((db) => sayColumns(db, first.id, 1, ["fullName", "phone", "howWeMet", "tags"]));
  const { files } = await upload({
    "other.csv": csv([
      ["gruppe", "WOHER", "Wer?", "Erreichbar"],
      ["", "Fair", "Uma", "007"],
    ]),
  });
  expect(files[0]).toMatchObject({
    targets: ["tags", "howWeMet", "fullName", "phone"],
    isOwners: true,
    counts: { rows: [{ outcome: "CREATED", count: 1 }] },
  });

  const before = await everything();
  const batch = await importFile({ "again.csv": sheet });
  expect(tally(batch)).toEqual({ CREATED: 2, "SKIPPED blank": 1 });
  const zoe = await inDb((db) =>
    db.contact.findFirstOrThrow({
      where: { fullName: "Zoë Quill, PhD" },
      include: { points: true, tags: { include: { tag: true } } },
    }),
  );
  expect(zoe).toMatchObject({ howWeMet: "=Conference", points: [{ kind: "PHONE", value: "+44 020 7946 0018" }] });
  expect(zoe.tags.map(({ tag }) => tag.name).sort()).toEqual(["Authors", "Tea"]);
  await undo(batch.id);
  expect(await everything()).toEqual(before);
  expect(await tags()).toEqual([]);
});

test("another owner's table can't be spoken of, nor one that is imported", async () => {
  const { id } = await upload({ "sheet.csv": sheet });
  const said = ["fullName", "phone", "howWeMet", "tags"] as const;
  await expect(inDb((db) => sayColumns(db, id, 2, [...said]))).rejects.toThrow("moved");
  await expect(inDb((db) => sayColumns(db, id, 1, ["fullName"]))).rejects.toThrow("moved");
  await expect(inDb((db) => sayColumns(db, "00000000-0000-7000-8000-000000000000", 1, [...said]))).rejects.toThrow(
    "moved",
  );
});
