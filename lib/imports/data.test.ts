import { beforeEach, describe, expect, test } from "vitest";
import { asOwner, type OwnerDb, type OwnerId } from "../db";
import { testDatabase } from "../testing/database";
import { connectionEras, connectionsFile, inPieces, limits, messagesFile, slugOf } from "../testing/linkedin-files";
import { chooseSelf, discardImport, getImport, listImports, listRows, queueImport, queueUndo } from "./data";
import { runImport } from "./job";
import { countOf, type ImportDetail } from "./schema";
import { readUpload } from "./upload";

const database = testDatabase();
let owner: OwnerId;
beforeEach(async () => {
  owner = (await database.newOwner()) as OwnerId;
});

const inDb = <T>(work: (db: OwnerDb) => Promise<T>) => asOwner(owner, work);

async function upload(file: string | Uint8Array, name = "file.csv"): Promise<ImportDetail> {
  const id = await readUpload(owner, { name, bytes: inPieces(file, 1000) }, limits);
  const batch = await inDb((db) => getImport(db, id));
  if (!batch) throw new Error("The upload left no import.");
  return batch;
}

async function finish(id: string): Promise<ImportDetail> {
  await runImport(owner, id);
  const batch = await inDb((db) => getImport(db, id));
  if (!batch) throw new Error("The import is gone.");
  return batch;
}

async function importFile(file: string | Uint8Array): Promise<ImportDetail> {
  const { id } = await upload(file);
  await inDb((db) => queueImport(db, id));
  return finish(id);
}

async function undo(id: string): Promise<ImportDetail> {
  await inDb((db) => queueUndo(db, id));
  return finish(id);
}

/** Outcome and reason to number of rows. */
const tally = ({ counts }: ImportDetail) =>
  Object.fromEntries(
    counts.rows.map(({ outcome, reason, count }) => [reason ? `${outcome} ${reason}` : outcome, count]),
  );

const contacts = () =>
  inDb((db) =>
    db.contact.findMany({
      select: {
        id: true,
        fullName: true,
        company: true,
        position: true,
        connectionStatus: true,
        connectedOn: true,
        aliases: { select: { slug: true } },
        points: { select: { value: true } },
      },
      orderBy: { fullName: "asc" },
    }),
  );

const interactions = () =>
  inDb((db) =>
    db.interaction.findMany({
      select: {
        direction: true,
        groupSize: true,
        notes: true,
        occurredAt: true,
        contacts: { select: { contact: { select: { fullName: true } } } },
      },
      orderBy: [{ occurredAt: "asc" }, { notes: "asc" }],
    }),
  );

/** Everything an import may touch, to compare before and after. */
async function everything() {
  const tables = ["contact", "linkedin_alias", "contact_point", "interaction", "interaction_contact"];
  return Object.fromEntries(
    await Promise.all(
      tables.map(async (table) => {
        const { rows } = await database.admin.query(
          `select to_jsonb(t) - 'created_at' - 'updated_at' - 'version' as row from ${table} t where owner_id = $1 order by 1::text`,
          [owner],
        );
        return [table, rows];
      }),
    ),
  );
}

const zoe = { first: "Zoë", last: "Quill", url: "https://www.linkedin.com/in/zo%C3%AB-quill", on: "22 Dec 2016" };

describe("connections", () => {
  test.each(Object.entries(connectionEras))("the file of %s", async (_era, file) => {
    const batch = await importFile(file);
    expect(tally(batch)).toEqual({ CREATED: 1 });
    expect(await contacts()).toMatchObject([
      {
        fullName: "Zoë Quill, PhD",
        company: "Ink & Co",
        position: "Writer",
        connectionStatus: "CONNECTED",
        connectedOn: new Date("2016-12-22"),
        points: [{ value: "zoe@example.test" }],
      },
    ]);
  });

  test("nothing is written before the owner says so", async () => {
    const before = await everything();
    const batch = await upload(connectionsFile([zoe]));
    expect(batch).toMatchObject({ kind: "CONNECTIONS", state: "PREVIEW", rowsTotal: 1 });
    expect(await everything()).toEqual(before);
    await inDb((db) => discardImport(db, batch.id));
    expect(await inDb(listImports)).toEqual([]);
  });

  test("the same file twice changes nothing", async () => {
    const file = connectionsFile([zoe, { first: "No", last: "Address", on: "1 Jan 2020" }, { on: "2 Jan 2020" }]);
    expect(tally(await importFile(file))).toEqual({ CREATED: 2, "SKIPPED hidden": 1 });
    const before = await everything();
    expect(tally(await importFile(file))).toEqual({ "MATCHED unchanged": 2, "SKIPPED hidden": 1 });
    expect(await everything()).toEqual(before);
  });

  test("rows in = created + matched + skipped + failed, and each says why", async () => {
    const batch = await upload(
      connectionsFile([
        zoe,
        { ...zoe, first: "Zoe again" },
        { on: "3 Feb 2020" },
        { ...zoe, url: "https://www.linkedin.com/in/other", on: "31 Feb 2020" },
        { ...zoe, url: "https://example.test/in/other" },
        {},
      ]),
    );
    expect(tally(batch)).toEqual({
      CREATED: 1,
      "MATCHED repeated": 1,
      "SKIPPED hidden": 1,
      "SKIPPED blank": 1,
      "FAILED date": 1,
      "FAILED url": 1,
    });
    expect(countOf(batch.counts)).toBe(batch.rowsTotal);
    const [failed] = await inDb((db) => listRows(db, batch.id, { outcome: "FAILED", reason: "date" }));
    expect(failed).toMatchObject({ line: 8, fields: { connectedOn: "31 Feb 2020" } });
  });

  test("a known contact is completed, never overwritten, and undo puts back what was there", async () => {
    await inDb(async (db) => {
      await db.contact.create({
        data: {
          ownerId: db.owner,
          fullName: "Zoë",
          company: "Typed Ltd",
          aliases: { create: { slug: "zoë-quill" } },
        },
      });
      await db.contact.create({
        data: {
          ownerId: db.owner,
          fullName: "Ben Mail",
          points: { create: { kind: "EMAIL", value: "Ben@Example.test", normalised: "ben@example.test" } },
        },
      });
    });
    const before = await everything();
    const batch = await importFile(
      connectionsFile([
        { ...zoe, company: "Ink & Co", position: "Writer", email: "zoe@example.test" },
        { first: "Benjamin", url: "linkedin.com/in/ben", email: "BEN@example.test", on: "1 Jan 2020" },
      ]),
    );
    expect(tally(batch)).toEqual({ "MATCHED completed": 2 });
    expect(await contacts()).toMatchObject([
      { fullName: "Ben Mail", connectionStatus: "CONNECTED", aliases: [{ slug: "ben" }] },
      { fullName: "Zoë", company: "Typed Ltd", position: "Writer", points: [{ value: "zoe@example.test" }] },
    ]);
    await undo(batch.id);
    expect(await everything()).toEqual(before);
  });

  test("a shared mailbox doesn't make two people one, and neither does a name", async () => {
    const people = [
      { first: "Ann", last: "Lee", url: "linkedin.com/in/ann", email: "office@example.test", company: "Acme" },
      { first: "Bob", last: "Ray", url: "linkedin.com/in/bob", email: "office@example.test", company: "Acme" },
      { first: "Ann", last: "Lee", url: "linkedin.com/in/ann-2", company: "Acme" },
    ];
    await importFile(connectionsFile(people));
    expect(tally(await importFile(connectionsFile(people)))).toEqual({ "MATCHED unchanged": 3 });
    expect(await contacts()).toHaveLength(3);
  });

  test("someone whose address changed is known by e-mail and name, and keeps both addresses", async () => {
    await importFile(connectionsFile([{ ...zoe, email: "zoe@example.test" }]));
    const again = connectionsFile([{ ...zoe, url: "linkedin.com/in/zoe-new", email: "zoe@example.test" }]);
    expect(tally(await importFile(again))).toEqual({ "MATCHED completed": 1 });
    expect(await contacts()).toMatchObject([{ aliases: [{ slug: "zoë-quill" }, { slug: "zoe-new" }] }]);
  });

  test("who is in the trash stays there", async () => {
    await importFile(connectionsFile([zoe]));
    await inDb((db) => db.contact.updateMany({ data: { deletedAt: new Date() } }));
    expect(tally(await importFile(connectionsFile([zoe])))).toEqual({ "SKIPPED inTrash": 1 });
  });

  test("a removed connection stays removed unless the file is newer", async () => {
    await importFile(connectionsFile([zoe]));
    await inDb((db) => db.contact.updateMany({ data: { connectionStatus: "REMOVED" } }));
    expect(tally(await importFile(connectionsFile([zoe])))).toEqual({ "MATCHED unchanged": 1 });
    await importFile(connectionsFile([{ ...zoe, on: "1 Jun 2020" }]));
    expect(await contacts()).toMatchObject([{ connectionStatus: "CONNECTED", connectedOn: new Date("2020-06-01") }]);
  });

  test("everything is text and survives to the byte", async () => {
    const odd = {
      first: "נועה",
      last: '"Kit" 👩‍🚀, PhD',
      url: "https://www.linkedin.com/in/%D7%A0%D7%95%D7%A2%D7%94",
      company: "007\nSecond line, +44",
      position: "=1+1",
      on: "5 May 2020",
    };
    await importFile(connectionsFile([odd]));
    expect(await contacts()).toMatchObject([
      { fullName: `${odd.first} ${odd.last}`, company: odd.company, position: odd.position },
    ]);
  });

  test("undo removes what was made and keeps, and lists, what was edited or used since", async () => {
    const before = await everything();
    const file = connectionsFile(["ann", "bob", "cy"].map((slug) => ({ first: slug, url: `linkedin.com/in/${slug}` })));
    const untouched = await importFile(file);
    expect(await undo(untouched.id)).toMatchObject({ state: "UNDONE", counts: { undone: { removed: 3, kept: 0 } } });
    expect(await everything()).toEqual(before);

    const batch = await importFile(file);
    await inDb(async (db) => {
      await db.contact.updateMany({ where: { fullName: "ann" }, data: { company: "Acme", version: { increment: 1 } } });
      const bob = await db.contact.findFirstOrThrow({ where: { fullName: "bob" } });
      await db.assessment.create({ data: { ownerId: db.owner, contactId: bob.id, goal: "Write a book" } });
    });
    expect(await undo(batch.id)).toMatchObject({ counts: { undone: { removed: 1, kept: 2 } } });
    expect((await contacts()).map(({ fullName }) => fullName)).toEqual(["ann", "bob"]);
    const kept = await inDb((db) => listRows(db, batch.id, { outcome: "CREATED", reason: "kept" }));
    expect(kept.map(({ contact }) => contact?.name)).toEqual(["ann", "bob"]);
  });
});

describe("messages", () => {
  const me = "Olive Owner";
  const talk = [
    { from: me, to: ["Ann Lee"], subject: "Hello", content: "line one\nline two" },
    { from: "Ann Lee", to: [me], content: "Hi!" },
    { from: me, to: ["Ann Lee", "Bob Ray"], conversation: "group", content: "All of you" },
    { from: "Stan Stranger", to: [me], content: "Buy my thing" },
  ];

  test("messages with people the owner wrote to become interactions, and the people contacts", async () => {
    const batch = await importFile(messagesFile(talk));
    expect(batch).toMatchObject({ kind: "MESSAGES", self: slugOf(me), state: "DONE" });
    expect(tally(batch)).toEqual({ CREATED: 3, "SKIPPED stranger": 1 });
    expect(await contacts()).toMatchObject([
      { fullName: "Ann Lee", connectionStatus: "NONE" },
      { fullName: "Bob Ray", connectionStatus: "NONE" },
    ]);
    const with_ = (names: string[]) => names.map((fullName) => ({ contact: { fullName } }));
    expect(await interactions()).toMatchObject([
      { direction: "OUTBOUND", notes: "Hello\n\nline one\nline two", groupSize: null, contacts: with_(["Ann Lee"]) },
      { direction: "INBOUND", notes: "Hi!", contacts: with_(["Ann Lee"]) },
      { direction: "OUTBOUND", groupSize: 2, contacts: expect.arrayContaining(with_(["Ann Lee", "Bob Ray"])) },
    ]);
  });

  test("whoever is a contact already counts, even if never answered", async () => {
    await importFile(connectionsFile([{ first: "Stan", last: "Stranger", url: "linkedin.com/in/stan-stranger" }]));
    expect(tally(await importFile(messagesFile(talk)))).toEqual({ CREATED: 4 });
  });

  test("the same file twice changes nothing, also under a new address of the other", async () => {
    await importFile(messagesFile(talk));
    const before = await everything();
    expect(tally(await importFile(messagesFile(talk)))).toEqual({ "MATCHED unchanged": 3, "SKIPPED stranger": 1 });
    expect(await everything()).toEqual(before);
    const renamed = messagesFile(talk).replaceAll("/in/ann-lee", "/in/ann-lee-2");
    expect(tally(await importFile(renamed))).toMatchObject({ "MATCHED unchanged": 3 });
    expect(await interactions()).toHaveLength(3);
  });

  test("drafts, spam, sponsored and hidden members stay out; wrong dates fail; all are counted", async () => {
    const batch = await importFile(
      messagesFile([
        ...talk.slice(0, 2),
        ...talk.slice(0, 1),
        { from: me, to: ["Ann Lee"], draft: "Yes" },
        { from: "Spam Bot", to: [me], folder: "SPAM" },
        { from: "", to: [me] },
        { from: "LinkedIn Member", to: [me] },
        { from: "Ann Lee", to: [me], date: "2024-13-01 10:00:00 UTC" },
        { from: "Ann Lee", to: [me], date: "2999-01-01 10:00:00 UTC" },
      ]),
    );
    expect(tally(batch)).toEqual({
      CREATED: 3,
      "SKIPPED draft": 1,
      "SKIPPED spam": 1,
      "SKIPPED sponsored": 1,
      "SKIPPED hiddenMember": 1,
      "FAILED date": 1,
      "FAILED future": 1,
    });
    expect(countOf(batch.counts)).toBe(9);
  });

  test("a message that stands twice in the file is one", async () => {
    const twice = { ...talk[0], date: "2024-03-01 10:11:12 UTC", from: me, to: ["Ann Lee"] };
    expect(tally(await importFile(messagesFile([twice, twice])))).toEqual({ CREATED: 1, "MATCHED repeated": 1 });
  });

  test("a file of 2018 has names only: the owner by name, the others by the one contact of that name", async () => {
    await inDb((db) => db.contact.create({ data: { ownerId: db.owner, fullName: "Doe, Jane" } }));
    const rows = [
      ["From", "To", "Date", "Subject", "Content", "Direction", "Folder"],
      [me, "Doe, Jane", "3/4/18, 9:55 AM", "Hi", "There", "OUTGOING", "SENT"],
      ["Doe, Jane", me, "3/5/18, 12:05 AM", "", "Back", "INCOMING", "INBOX"],
      ["Nobody Known", me, "3/6/18, 1:00 PM", "", "Spam?", "INCOMING", "INBOX"],
    ];
    const file = rows.map((row) => row.map((cell) => `"${cell}"`).join(",")).join("\r\n");
    const batch = await importFile(file);
    expect(tally(batch)).toEqual({ CREATED: 2, "SKIPPED noAddress": 1 });
    expect(await interactions()).toMatchObject([
      { direction: "OUTBOUND", occurredAt: new Date("2018-03-04T09:55Z") },
      { direction: "INBOUND", occurredAt: new Date("2018-03-05T00:05Z") },
    ]);
  });

  test("where the recipients' addresses are missing, the senders' tell who is who", async () => {
    const rows = [
      ["CONVERSATION ID", "FROM", "SENDER PROFILE URL", "TO", "DATE", "SUBJECT", "CONTENT", "FOLDER"],
      ["1", me, "linkedin.com/in/olive", "Ann Lee", "2021-01-01 10:00:00 UTC", "", "Hi", "INBOX"],
      ["1", "Ann Lee", "linkedin.com/in/ann-lee", me, "2021-01-02 10:00:00 UTC", "", "Hello", "INBOX"],
      ["1", me, "linkedin.com/in/olive", "Ann Lee", "2021-01-03 10:00:00 UTC", "", "So", "INBOX"],
    ];
    const batch = await importFile(rows.map((row) => row.join(",")).join("\n"));
    expect(tally(batch)).toEqual({ CREATED: 3 });
    expect(await contacts()).toMatchObject([{ fullName: "Ann Lee", aliases: [{ slug: "ann-lee" }] }]);
  });

  test("the owner may say that they are someone else in the file", async () => {
    const batch = await upload(messagesFile(talk.slice(0, 2)));
    expect(batch.selfChoices.map(({ name }) => name).sort()).toEqual(["Ann Lee", me]);
    expect(batch.self).toBe(slugOf(me));
    await inDb((db) => chooseSelf(db, batch.id, "ann-lee"));
    await inDb((db) => queueImport(db, batch.id));
    await finish(batch.id);
    expect(await contacts()).toMatchObject([{ fullName: me }]);
  });

  test("undo takes back messages and people, and keeps what was edited", async () => {
    const before = await everything();
    const whole = await importFile(messagesFile(talk));
    await undo(whole.id);
    expect(await everything()).toEqual(before);

    const batch = await importFile(messagesFile(talk));
    await inDb((db) =>
      db.interaction.updateMany({ where: { notes: "Hi!" }, data: { notes: "Edited", version: { increment: 1 } } }),
    );
    expect(await undo(batch.id)).toMatchObject({ counts: { undone: { removed: 2, kept: 1 } } });
    expect((await contacts()).map(({ fullName }) => fullName)).toEqual(["Ann Lee"]);
    expect(await interactions()).toMatchObject([{ notes: "Edited" }]);
  });
});

describe("what can't be imported says why and where, and leaves nothing", () => {
  const line = (text: string) => new TextEncoder().encode(text);
  const good = csvLines(20);
  const cases: [what: string, file: string | Uint8Array, failure: object][] = [
    ["nothing", "", { code: "empty" }],
    ["only blank lines", "\n\n \n", { code: "empty" }],
    ["a picture", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]), { code: "picture" }],
    ["an archive", line("PK\u0003\u0004rest"), { code: "zip" }],
    ["a web page", "<!DOCTYPE html><html></html>", { code: "webPage" }],
    ["JSON", '[{"First Name": "Ann"}]', { code: "json" }],
    ["another table", "a,b,c\n1,2,3\n", { code: "header" }],
    ["a header and nothing below", "First Name,Last Name,URL,Connected On\n", { code: "noRows" }],
    ["a quote that never closes", good.replace("Person 12", '"Person 12'), { code: "quoteOpen", line: 14 }],
    ["a quote in the wrong place", good.replace("Person 12", '"Person" 12'), { code: "quoteStray", line: 14 }],
    ["Latin letters of another encoding", latin1(good.replace("Person 12", "Zoë")), { code: "encoding", line: 14 }],
    ["a NUL", good.replace("Person 12", "Person\u000012"), { code: "nul", line: 14 }],
    ["one endless row", good.replace("Person 12", "x".repeat(60_000)), { code: "rowTooLong", line: 14, limit: 50_000 }],
    [
      "a million columns",
      good.replace("Person 12", ",".repeat(9_000)),
      { code: "tooManyColumns", line: 14, limit: 100 },
    ],
    ["ten times too many rows", csvLines(50_000), { code: "tooManyRows", limit: 5_000 }],
    ["ten times too many bytes", good + "\n".repeat(5_000_000), { code: "tooLarge", limit: 5 }],
  ];
  test.each(cases)("%s", async (_what, file, failure) => {
    const batch = await upload(file);
    expect(batch).toMatchObject({ state: "REFUSED", failure });
    const { rows } = await database.admin.query("select from import_row where owner_id = $1", [owner]);
    expect(rows).toHaveLength(0);
  });

  test("an upload that breaks off leaves nothing at all", async () => {
    async function* broken() {
      yield line(csvLines(3_000));
      throw new Error("connection reset");
    }
    await expect(readUpload(owner, { name: "a.csv", bytes: broken() }, limits)).rejects.toThrow("connection reset");
    expect(await inDb(listImports)).toEqual([]);
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
});

test("another owner's import is not there: not to see, not to run, not to undo, not to discard", async () => {
  const { id } = await upload(connectionsFile([zoe]));
  const other = (await database.newOwner()) as OwnerId;
  const asOther = <T>(work: (db: OwnerDb) => Promise<T>) => asOwner(other, work);
  expect(await asOther((db) => getImport(db, id))).toBeNull();
  expect(await asOther((db) => listRows(db, id, {}))).toEqual([]);
  for (const steer of [queueImport, queueUndo, discardImport]) {
    await expect(asOther((db) => steer(db, id))).rejects.toThrow("moved");
  }
  await runImport(other, id);
  expect(await inDb((db) => getImport(db, id))).toMatchObject({ state: "PREVIEW" });
});

test("a job that runs twice imports once, and one that fails leaves nothing behind and can be tried again", async () => {
  const { id } = await upload(connectionsFile([zoe]));
  await inDb((db) => queueImport(db, id));
  // What the job can't foresee: someone else takes the id of the new contact's address between plan and write.
  await database.admin.query("alter table linkedin_alias add constraint refuse_all check (slug = '') not valid");
  const before = await everything();
  expect(await finish(id)).toMatchObject({ state: "FAILED", failure: { code: "unexpected" } });
  expect(await everything()).toEqual(before);
  await database.admin.query("alter table linkedin_alias drop constraint refuse_all");
  await inDb((db) => queueImport(db, id));
  await Promise.all([runImport(owner, id), runImport(owner, id)]);
  expect(await finish(id)).toMatchObject({ state: "DONE" });
  expect(await contacts()).toHaveLength(1);
});

test("a job that is quicker than the transaction that asked for it waits for that", async () => {
  const { id } = await upload(connectionsFile([{ first: "Ada", last: "Byron", url: "https://linkedin.com/in/ada" }]));
  let running: Promise<void> | undefined;
  await inDb(async (db) => {
    await queueImport(db, id);
    running = runImport(owner, id);
    const waiting =
      "select from pg_locks join pg_stat_activity using (pid) where not granted and datname = current_database()";
    await expect.poll(async () => (await database.admin.query(waiting)).rowCount).toBeGreaterThan(0);
  });
  await running;
  expect((await inDb((db) => getImport(db, id)))?.state).toBe("DONE");
});
