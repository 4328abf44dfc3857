import { expect, test } from "vitest";
import { limits } from "../testing/linkedin-files";
import { patience } from "../testing/waiting";
import { listImports } from "./data";
import { importTest } from "./testing/import-test";
import { readUpload } from "./upload";

// What can't be imported says why and where, and leaves nothing.
const { database, inDb, owner, upload } = importTest();

const line = (text: string) => new TextEncoder().encode(text);
const good = csvLines(20);
const cases: [what: string, file: string | Uint8Array, failure: object][] = [
  ["nothing", "", { code: "empty" }],
  ["only blank lines", "\n\n \n", { code: "empty" }],
  ["a picture", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]), { code: "picture" }],
  ["an archive of another kind", line("Rar!\u001a"), { code: "packed" }],
  ["an archive that is none", line("PK\u0003\u0004rest"), { code: "zipDamaged" }],
  ["a web page", "<!DOCTYPE html><html></html>", { code: "webPage" }],
  ["JSON", '[{"First Name": "Ann"}]', { code: "json" }],
  ["prose", "Dear Ann,\nhow are you?\n", { code: "header" }],
  ["a header and nothing below", "First Name,Last Name,URL,Connected On\n", { code: "noRows" }],
  ["a quote that never closes", good.replace("Person 12", '"Person 12'), { code: "quoteOpen", line: 14 }],
  ["a quote in the wrong place", good.replace("Person 12", '"Person" 12'), { code: "quoteStray", line: 14 }],
  ["Latin letters of another encoding", latin1(good.replace("Person 12", "Zoë")), { code: "encoding", line: 14 }],
  ["a NUL", good.replace("Person 12", "Person\u000012"), { code: "nul", line: 14 }],
  ["one endless row", good.replace("Person 12", "x".repeat(60_000)), { code: "rowTooLong", line: 14, limit: 50_000 }],
  ["a million columns", good.replace("Person 12", ",".repeat(9_000)), { code: "tooManyColumns", line: 14, limit: 100 }],
  ["ten times too many rows", csvLines(50_000), { code: "tooManyRows", limit: 5_000 }],
  ["ten times too many bytes", good + "\n".repeat(5_000_000), { code: "tooLarge", limit: 5 }],
];
test.each(cases)("%s", async (_what, file, failure) => {
  const batch = await upload(file);
  expect(batch).toMatchObject({ state: "REFUSED", failure });
  const { rows } = await database.admin.query("select from import_row where owner_id = $1", [owner()]);
  expect(rows).toHaveLength(0);
});

test("more files in one form than an archive may hold are refused as a whole", async () => {
  const files = Object.fromEntries(Array.from({ length: limits.entries + 1 }, (_, at) => [`${at}.csv`, good]));
  const batch = await upload(files);
  expect(batch).toMatchObject({ state: "REFUSED", failure: { code: "tooManyFiles", limit: limits.entries } });
  const { rows } = await database.admin.query("select from import_row where owner_id = $1", [owner()]);
  expect(rows).toHaveLength(0);
});

test("an upload that breaks off leaves nothing at all", async () => {
  async function* broken() {
    yield line(csvLines(3_000));
    throw new Error("connection reset");
  }
  async function* parts() {
    yield { name: "a.csv", bytes: broken() };
  }
  await expect(readUpload(owner(), parts(), limits)).rejects.toThrow("connection reset");
  expect(await inDb(listImports)).toEqual([]);
});

test("an upload that stands still holds nothing open in the database, and goes on when it goes on", async () => {
  let goOn = () => {};
  const still = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  async function* slow() {
    yield line(csvLines(3_000));
    await still;
    yield line("Last Person,linkedin.com/in/last-person,1 Jan 2020\n");
  }
  async function* parts() {
    yield { name: "a.csv", bytes: slow() };
  }
  const reading = readUpload(owner(), parts(), limits);
  const staged = "select 1 from import_row where owner_id = $1 limit 1";
  const open =
    "select 1 from pg_stat_activity where datname = current_database() and xact_start is not null and pid <> pg_backend_pid()";
  await expect.poll(async () => (await database.admin.query(staged, [owner()])).rowCount, patience).toBe(1);
  await expect.poll(async () => (await database.admin.query(open)).rowCount, patience).toBe(0);
  goOn();
  await reading;
  expect(await inDb(listImports)).toMatchObject([{ state: "PREVIEW", rowsTotal: 3_001 }]);
});

function csvLines(count: number): string {
  const rows = Array.from(
    { length: count },
    (_, index) => `Person ${index},linkedin.com/in/person-${index},1 Jan 2020`,
  );
  return `First Name,URL,Connected On\n${rows.join("\n")}\n`;
}
function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (char) => char.charCodeAt(0));
}
