// Recommendations that are tracked here already when the archive comes.
import { expect, test } from "vitest";
import type { RecommendationStatus } from "@/lib/recommendations/words";
import { csv } from "@/lib/testing/linkedin-files";
import { queueImport } from "../data";
import { decideRow, listQuestions } from "../decisions/data";
import { importTest, tally } from "../testing/import-test";

const { everything, finish, importFile, inDb, undo, upload } = importTest();

const columns = ["First Name", "Last Name", "Company", "Job Title", "Text", "Creation Date", "Status"];
/** One from the archive: a text, and a day as LinkedIn writes it. */
type Written = [text: string, day: string];
const given = (...rows: Written[]) => ({
  "Recommendations_Given.csv": csv([
    columns,
    ...rows.map(([text, day]) => ["Lena", "Okafor", "Brightwell", "Lead", text, `${day}, 08:00 AM`, ""]),
  ]),
});

const lena = () =>
  inDb((db) =>
    db.contact.create({
      data: { ownerId: db.owner, fullName: "Lena Okafor", company: "Brightwell" },
      select: { id: true },
    }),
  );
/** Tracked since the first of March 2020. */
const track = (
  contactId: string,
  status: RecommendationStatus,
  text: string | null,
  more: { direction?: "RECEIVED"; publishedAt?: Date } = {},
) =>
  inDb((db) =>
    db.recommendation.create({
      data: {
        ownerId: db.owner,
        contactId,
        direction: "GIVEN",
        status,
        text,
        work: "The grid",
        createdAt: new Date("2020-03-01"),
        ...more,
      },
      select: { id: true },
    }),
  );
const all = () =>
  inDb((db) =>
    db.recommendation.findMany({
      orderBy: { id: "asc" },
      select: {
        id: true,
        status: true,
        text: true,
        publishedAt: true,
        supportActId: true,
        versions: { select: { text: true } },
      },
    }),
  );
const acts = () => inDb((db) => db.supportAct.findMany({ select: { direction: true, kind: true, note: true } }));

test("the one that was being drafted becomes published, with LinkedIn's text; again it changes nothing; undo brings back the draft", async () => {
  const { id: contactId } = await lena();
  const { id } = await track(contactId, "DRAFTING", "A draft");
  const before = await everything();
  const batch = await importFile(given(["The text", "04/01/20"]));
  expect(tally(batch)).toEqual({ "MATCHED published": 1 });
  expect(await all()).toMatchObject([
    {
      id,
      status: "PUBLISHED",
      text: "The text",
      publishedAt: new Date("2020-04-01T08:00Z"),
      versions: [{ text: "The text" }],
    },
  ]);
  expect(await acts()).toEqual([{ direction: "GIVEN", kind: "RECOMMENDATION", note: "The grid" }]);
  const after = await everything();
  const again = await importFile(given(["The text", "04/01/20"]));
  expect(tally(again)).toEqual({ "MATCHED unchanged": 1 });
  await undo(again.id);
  expect(await everything()).toEqual(after);
  expect(await undo(batch.id)).toMatchObject({ counts: { undone: { kept: 0 } } });
  expect(await everything()).toEqual(before);
  expect(await all()).toMatchObject([{ status: "DRAFTING", text: "A draft", versions: [] }]);
});

test("the same text is the same one, whenever it was tracked; one from long before it was tracked is another", async () => {
  const { id: contactId } = await lena();
  await track(contactId, "SENT", "Word for word");
  const batch = await importFile(
    given(["word for  word ".trim(), "05/01/19"], ["Much earlier", "05/01/12"], ["Word for word", "05/01/11"]),
  );
  expect(tally(batch)).toEqual({ CREATED: 2, "MATCHED published": 1 });
  expect((await all()).map(({ text }) => text).sort()).toEqual(["Much earlier", "Word for word", "word for  word"]);
});

test("one published here by hand on that day is that one", async () => {
  const { id: contactId } = await lena();
  await track(contactId, "PUBLISHED", "As I remember it", { publishedAt: new Date("2020-04-01T20:00Z") });
  await track(contactId, "DRAFTING", "For her", { direction: "RECEIVED" });
  expect(tally(await importFile(given(["The text", "04/01/20"])))).toEqual({ "MATCHED unchanged": 1 });
  expect((await all()).map(({ text }) => text).sort()).toEqual(["As I remember it", "For her"]);
});

test("where several may be meant the owner is asked, and it waits", async () => {
  const { id: contactId } = await lena();
  const first = await track(contactId, "DRAFTING", "One");
  await track(contactId, "REQUESTED", "Two");
  const start = async () => {
    const batch = await upload(given(["The text", "04/01/20"]));
    expect(tally(batch)).toEqual({ "SKIPPED tracked": 1 });
    return batch.id;
  };
  const run = async (id: string, decision: string) => {
    await inDb((db) => decideRow(db, id, { file: 1, line: 2, decision }));
    await inDb((db) => queueImport(db, id));
    return finish(id);
  };
  const id = await start();
  const { questions } = await inDb((db) => listQuestions(db, id, 1));
  expect(questions[0]?.candidates.map(({ name, about, tracked }) => [name, about, tracked])).toEqual(
    expect.arrayContaining([
      ["Lena Okafor", "Brightwell", null],
      ["Lena Okafor", "The grid", "DRAFTING"],
      ["Lena Okafor", "The grid", "REQUESTED"],
    ]),
  );
  const before = await everything();
  const matched = await run(id, first.id);
  expect(tally(matched)).toEqual({ "MATCHED published": 1 });
  expect((await all()).find((one) => one.id === first.id)).toMatchObject({ status: "PUBLISHED", text: "The text" });
  await undo(id);
  expect(await everything()).toEqual(before);
  const another = await run(await start(), contactId);
  expect(tally(another)).toEqual({ CREATED: 1 });
  expect(await all()).toHaveLength(3);
});

test("two of the archive that may both be the one that was drafted are asked about, too; an idea only ever asks", async () => {
  const { id: contactId } = await lena();
  await track(contactId, "SENT", null);
  expect(tally(await upload(given(["One", "04/01/20"], ["Two", "05/01/20"])))).toEqual({ "SKIPPED tracked": 2 });
  await inDb((db) => db.recommendation.updateMany({ data: { status: "IDEA" } }));
  expect(tally(await upload(given(["One", "04/01/20"])))).toEqual({ "SKIPPED tracked": 1 });
  await inDb((db) => db.recommendation.updateMany({ data: { status: "DECLINED" } }));
  expect(tally(await upload(given(["One", "04/01/20"])))).toEqual({ CREATED: 1 });
});

test("undo keeps one that was edited since, and lists it", async () => {
  const { id: contactId } = await lena();
  await track(contactId, "SENT", "A draft");
  const batch = await importFile(given(["The text", "04/01/20"]));
  await inDb((db) => db.recommendation.updateMany({ data: { work: "Mine", version: { increment: 1 } } }));
  await undo(batch.id);
  expect(await all()).toMatchObject([{ status: "PUBLISHED", text: "The text" }]);
  expect(await acts()).toHaveLength(1);
});
