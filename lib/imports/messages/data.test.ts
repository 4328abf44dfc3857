import { expect, test } from "vitest";
import { connectionsFile, messagesFile, slugOf } from "@/lib/testing/linkedin-files";
import { chooseSelf, queueImport } from "../data";
import { countOf } from "../schema";
import { importTest, tally } from "../testing/import-test";

const { contacts, everything, finish, importFile, inDb, interactions, undo, upload } = importTest();

const me = "Olive Owner";
const talk = [
  { from: me, to: ["Ann Lee"], subject: "Hello", content: "line one\nline two" },
  { from: "Ann Lee", to: [me], content: "Hi!" },
  { from: me, to: ["Ann Lee", "Bob Ray"], conversation: "group", content: "All of you" },
  { from: "Stan Stranger", to: [me], content: "Buy my thing" },
];

test("messages with people the owner wrote to become interactions, and the people contacts", async () => {
  const batch = await importFile(messagesFile(talk));
  expect(batch).toMatchObject({ kinds: ["MESSAGES"], self: slugOf(me), state: "DONE" });
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
