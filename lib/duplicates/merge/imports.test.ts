// What was merged stays one contact, whatever file names them again; and an import that is undone takes along what the
// look for duplicates made of it.
import { expect, test } from "vitest";
import { importTest, tally } from "@/lib/imports/testing/import-test";
import { connectionsFile } from "@/lib/testing/linkedin-files";
import { markDistinct, readCandidates } from "../review/data";
import { lookForDuplicates } from "../scan/job";
import { mergePeople, undoMerge } from "./data";

const { contacts, database, everything, importFile, inDb, owner, undo } = importTest();

const lena = { first: "Lena", last: "Okafor", company: "Brightwell", on: "1 Feb 2020" };
const file = connectionsFile([
  { ...lena, url: "https://www.linkedin.com/in/lena-okafor" },
  { ...lena, first: "L.", url: "https://www.linkedin.com/in/l-okafor", email: "lena@brightwell.example" },
  { ...lena, first: "Léna", on: "3 Mar 2021" },
  { first: "Nils", last: "Nytt", on: "4 Apr 2022", email: "nils@nytt.example" },
]);
const messages = `CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT
2-a,,Olive Owner,https://www.linkedin.com/in/olive-owner,L. Okafor,https://www.linkedin.com/in/l-okafor,2022-01-01 10:00:00 UTC,,Hello
`;

const idsOf = async (like: string) =>
  (
    await database.admin.query<{ id: string }>(
      'select id from contact where owner_id = $1 and full_name like $2 order by full_name collate "C"',
      [owner(), like],
    )
  ).rows.map(({ id }) => id);
const merge = (people: string[]) =>
  inDb(async (db) => {
    const seen = (await readCandidates(db, people)).map(({ id, version }) => `${id} ${version}`);
    return mergePeople(db, { people, seen, choices: {} });
  });
const countOf = async (table: string) =>
  (await database.admin.query(`select from ${table} where owner_id = $1`, [owner()])).rowCount;

test("whoever was merged away doesn't come back with the same archive, whether the file has an address for them or not", async () => {
  const archive = { "Connections.csv": file, "messages.csv": messages };
  await importFile(archive);
  const lenas = await idsOf("%Okafor");
  expect(lenas).toHaveLength(3);
  const merged = await merge(lenas);
  const before = await everything();
  const again = await importFile(archive);
  expect(tally(again, "CONNECTIONS")).toEqual({ "MATCHED repeated": 2, "MATCHED unchanged": 2 });
  expect(await contacts()).toHaveLength(2);
  expect((await everything()).linkedin_alias).toEqual(before.linkedin_alias);
  expect((await everything()).interaction_contact).toEqual(before.interaction_contact);
  await inDb((db) => undoMerge(db, merged));
  expect(await contacts()).toHaveLength(4);
  expect(tally(await importFile(archive), "CONNECTIONS")).toMatchObject({ "MATCHED unchanged": 4 });
});

test("who was said to be different people isn't asked about again after another import of the same", async () => {
  await importFile(file);
  await lookForDuplicates(owner());
  await inDb(async (db) => markDistinct(db, await idsOf("%Okafor")));
  await importFile(file);
  await lookForDuplicates(owner());
  const { rowCount } = await database.admin.query(
    "select from duplicate_pair where owner_id = $1 and distinct_at is null",
    [owner()],
  );
  expect(rowCount).toBe(0);
});

test("an import that is undone leaves nothing of the look through it; who stayed of a merge stays", async () => {
  const batch = await importFile(file);
  await lookForDuplicates(owner());
  expect(await countOf("duplicate_trait")).toBe(4);
  expect(await countOf("duplicate_pair")).toBeGreaterThan(0);
  await undo(batch.id);
  for (const table of ["duplicate_trait", "duplicate_pair", "duplicate_queue", "linkedin_fact"]) {
    expect(await countOf(table), table).toBe(0);
  }
  const second = await importFile(file);
  await merge(await idsOf("%Okafor"));
  await undo(second.id);
  expect(await idsOf("%")).toHaveLength(1);
  expect(await idsOf("%Okafor")).toHaveLength(1);
});
