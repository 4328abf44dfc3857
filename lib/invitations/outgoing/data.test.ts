import { beforeEach, expect, test } from "vitest";
import { asOwner, type OwnerDb, type OwnerId } from "@/lib/db";
import { createFollowUp } from "@/lib/follow-ups/data";
import { testDatabase } from "@/lib/testing/database";
import { addReadyContact } from "@/lib/testing/ready-contact";
import { answerOutgoing, getDraft, markSent, saveDraft, undoSent } from "../data";
import { countOverdue, listInvitations } from "../lists/data";
import { listAccepted, overdueBefore } from "./data";
import { getWorks } from "./works/data";

const database = testDatabase();
let owner: OwnerId;
beforeEach(async () => {
  owner = await database.newOwner();
});
const run = <T>(work: (db: OwnerDb) => Promise<T>) => asOwner(owner, work);
const today = "2026-11-28";
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
const contact = (fullName = "Rob Becker") =>
  run(async (db) => (await db.contact.create({ data: { ownerId: db.owner, fullName }, select: { id: true } })).id);
const send = (id: string, options: { template?: string; now?: Date } = {}) =>
  run((db) => markSent(db, id, "Hi", options));
const sentOf = async (id: string) => {
  const { items } = await run((db) => listInvitations(db, "waiting"));
  return items.find((item) => item.id === id)?.sent;
};

test("an invitation remembers how they stood on the day it was sent, whatever comes later", async () => {
  const lena = await run((db) => addReadyContact(db, "Lena Okafor"));
  const id = await send(lena, { template: "After a meeting" });
  const asSent = {
    template: "After a meeting",
    standing: { verdict: "READY", rulesMet: 6, strength: expect.any(Number), met: "IN_PERSON" },
    isFromArchive: false,
  };
  expect(await sentOf(id)).toEqual(asSent);
  await run((db) => db.assessment.deleteMany({ where: { ownerId: db.owner, contactId: lena } }));
  expect(await sentOf(id)).toEqual(asSent);
});

test("the closest the two had come is remembered; an unconfirmed meeting is none", async () => {
  const rob = await contact();
  const log = (kind: "VIDEO" | "MESSAGE" | "IN_PERSON", confirmed = true) =>
    run((db) =>
      db.interaction.create({
        data: {
          ownerId: db.owner,
          kind,
          direction: kind === "MESSAGE" ? "INBOUND" : "JOINT",
          occurredAt: daysAgo(3),
          confirmed,
          contacts: { create: { contactId: rob } },
        },
      }),
    );
  await log("MESSAGE");
  await log("VIDEO");
  await log("IN_PERSON", false);
  expect((await sentOf(await send(rob)))?.standing).toMatchObject({ verdict: "BUILDING", met: "VIDEO" });
  expect((await sentOf(await send(await contact("Ada Byron"))))?.standing).toMatchObject({ rulesMet: 0, met: null });
});

test("taken back it is a draft that remembers its template and nothing of the day", async () => {
  const rob = await contact();
  const id = await send(rob, { template: "Short" });
  await run((db) => undoSent(db, id));
  expect(await run((db) => db.invitation.findFirst({ where: { id } }))).toMatchObject({
    status: "DRAFT",
    template: "Short",
    sentVerdict: null,
    sentRulesMet: null,
    sentStrength: null,
    sentMet: null,
  });
});

test("a draft without words is none", async () => {
  const rob = await contact();
  await run((db) => saveDraft(db, rob, "Hi Rob", "Short"));
  expect(await run((db) => saveDraft(db, rob, "  "))).toBeNull();
  expect(await run((db) => getDraft(db, rob))).toBeNull();
});

test("what an archive brought is told apart from what was sent before this was remembered", async () => {
  const [rob, ada] = [await contact(), await contact("Ada Byron")];
  const invite = (contactId: string, sentAt: Date, createdAt: Date) =>
    database.admin.query(
      `insert into invitation (owner_id, contact_id, direction, status, sent_at, created_at)
       values ($1, $2, 'OUTGOING', 'SENT', $3, $4) returning id`,
      [owner, contactId, sentAt, createdAt],
    );
  const { rows } = await invite(rob, daysAgo(90), new Date());
  expect(await sentOf(rows[0].id)).toEqual({ template: null, standing: null, isFromArchive: true });
  const { rows: earlier } = await invite(ada, daysAgo(90), daysAgo(90));
  expect(await sentOf(earlier[0].id)).toEqual({ template: null, standing: null, isFromArchive: false });
});

test("those that wait too long are overdue, the longest first", async () => {
  const [long, longest, lately] = [await contact("Long"), await contact("Longest"), await contact("Lately")];
  await send(long, { now: daysAgo(22) });
  await send(longest, { now: daysAgo(60) });
  await send(lately, { now: daysAgo(20) });
  const sentBefore = overdueBefore(21);
  const { items } = await run((db) => listInvitations(db, "overdue", { sentBefore }));
  expect(items.map((item) => item.contact.fullName)).toEqual(["Longest", "Long"]);
  expect(await run((db) => countOverdue(db, sentBefore))).toBe(2);
  expect(await asOwner(await database.newOwner(), (db) => countOverdue(db, sentBefore))).toBe(0);
});

test("a first follow-up is asked for after an acceptance, until there is one or a month has gone by", async () => {
  const lena = await run((db) => addReadyContact(db, "Lena Okafor"));
  const rob = await contact();
  for (const [id, now] of [
    [await send(lena), new Date()],
    [await send(rob), daysAgo(31)],
  ] as const) {
    await run((db) => answerOutgoing(db, id, "ACCEPTED", { today, now }));
  }
  expect(await run(listAccepted)).toMatchObject([{ fullName: "Lena Okafor", goal: "Compare notes on lineage" }]);
  expect(await asOwner(await database.newOwner(), (db) => listAccepted(db))).toEqual([]);
  await run((db) => createFollowUp(db, { contactId: lena, title: "Say hello", dueOn: "2026-12-05" }));
  expect(await run(listAccepted)).toEqual([]);
});

test("what works is counted by template, rules and closeness, of what ended or waits too long, in Vouch", async () => {
  const lena = await run((db) => addReadyContact(db, "Lena Okafor"));
  const accepted = await send(lena, { template: "Short" });
  await run((db) => answerOutgoing(db, accepted, "ACCEPTED", { today }));
  const ignored = await send(await contact("Ignored"), { template: "Short" });
  await run((db) => answerOutgoing(db, ignored, "IGNORED", { today }));
  const waits = await contact("Waits for ever");
  await run((db) => markSent(db, waits, " ", { template: "Short", now: daysAgo(30) }));
  await send(await contact("Sent today"));
  await database.admin.query(
    "insert into invitation (owner_id, contact_id, direction, status, sent_at) values ($1, $2, 'OUTGOING', 'ACCEPTED', now())",
    [owner, await contact("From the archive")],
  );
  expect(await run((db) => getWorks(db, overdueBefore(21)))).toEqual({
    answered: 3,
    templates: [
      { key: "Short", sent: 2, accepted: 1 },
      { key: "", sent: 1, accepted: 0 },
    ],
    rules: [
      { key: 6, sent: 1, accepted: 1 },
      { key: 0, sent: 2, accepted: 0 },
    ],
    met: [
      { key: "IN_PERSON", sent: 1, accepted: 1 },
      { key: null, sent: 2, accepted: 0 },
    ],
  });
  expect((await asOwner(await database.newOwner(), (db) => getWorks(db, overdueBefore(21)))).answered).toBe(0);
});
