import { beforeAll, describe, expect, test } from "vitest";
import { asOwner, type OwnerDb, type OwnerId } from "@/lib/db";
import { saveDeskSetting } from "@/lib/desk/data";
import { freeAccount } from "@/lib/desk/schema";
import { testDatabase } from "@/lib/testing/database";
import { addReadyContact } from "@/lib/testing/ready-contact";
import { answerOutgoing, getDraft, markSent, receiveInvitation, saveDraft, undoOutgoingAnswer, undoSent } from "./data";
import { countInvitations, listInvitations } from "./lists/data";

const database = testDatabase();
let owner: OwnerId;
let other: OwnerId;
beforeAll(async () => {
  owner = await database.newOwner();
  other = await database.newOwner();
});
const run = <T>(work: (db: OwnerDb) => Promise<T>) => asOwner(owner, work);
const ready = (name = "Lena Okafor") => run((db) => addReadyContact(db, name));
const stands = (contactId: string) =>
  run((db) =>
    db.contact.findUniqueOrThrow({
      where: { ownerId_id: { ownerId: db.owner, id: contactId } },
      select: { connectionStatus: true, connectedOn: true, strength: { select: { verdict: true, blockers: true } } },
    }),
  );
const verdict = async (contactId: string) => (await stands(contactId)).strength?.verdict;
const isQueued = (contactId: string) =>
  run(async (db) => {
    const [row] = await db.$queryRaw<{ queued: boolean }[]>`
      select exists (select from contact_standing where contact_id = ${contactId}::uuid and queue_until > now()) as queued`;
    return row?.queued;
  });
const send = (contactId: string, note: string | null = "Hi Lena") => run((db) => markSent(db, contactId, note));
const today = "2026-11-22";
const nobody = "00000000-0000-7000-8000-000000000000";

describe("an invitation sent", () => {
  test("leaves the queue and is pending; taken back, it returns with its note as a draft", async () => {
    const lena = await ready();
    expect(await isQueued(lena)).toBe(true);
    const id = await send(lena, "Hi Lena, good to meet you.");
    expect(await verdict(lena)).toBe("PENDING");
    expect(await isQueued(lena)).toBe(false);
    await run((db) => undoSent(db, id));
    expect(await verdict(lena)).toBe("READY");
    expect(await isQueued(lena)).toBe(true);
    expect(await run((db) => getDraft(db, lena))).toBe("Hi Lena, good to meet you.");
  });

  test("uses the draft kept before, of any length", async () => {
    const lena = await ready();
    const draft = await run((db) => saveDraft(db, lena, "x".repeat(900)));
    expect(await run((db) => saveDraft(db, lena, "Shorter"))).toBe(draft);
    expect(await send(lena, "Shorter still")).toBe(draft);
    expect(await run((db) => getDraft(db, lena))).toBeNull();
  });

  test("can't hold a field nobody filled, nor more characters than the owner's limit", async () => {
    const lena = await ready();
    await expect(send(lena, "Hi {first name}")).rejects.toMatchObject({ code: "unfilled", field: "note" });
    await expect(send(lena, "👩‍👩‍👧‍👦".repeat(201))).rejects.toMatchObject({
      code: "noteTooLong",
      params: { maximum: 200 },
    });
    await run((db) => saveDeskSetting(db, { ...freeAccount, noteLength: 300 }));
    await send(lena, "👩‍👩‍👧‍👦".repeat(201));
    expect(await verdict(lena)).toBe("PENDING");
  });

  test("can't be sent twice", async () => {
    const lena = await ready();
    await send(lena);
    await expect(send(lena)).rejects.toMatchObject({ code: "alreadyInvited" });
  });

  test("raises the contact's version, so that a form opened before can't undo it unawares", async () => {
    const lena = await ready();
    const version = () =>
      run(
        async (db) => (await db.contact.findFirstOrThrow({ where: { id: lena }, select: { version: true } })).version,
      );
    const before = await version();
    await send(lena);
    expect(await version()).toBe(before + 1);
  });
});

describe("the answer to an invitation sent", () => {
  test("accepted connects, and can be taken back", async () => {
    const lena = await ready();
    const id = await send(lena);
    await run((db) => answerOutgoing(db, id, "ACCEPTED", { today }));
    expect(await stands(lena)).toMatchObject({ connectionStatus: "CONNECTED", connectedOn: new Date(today) });
    await run((db) => undoOutgoingAnswer(db, id));
    expect(await stands(lena)).toMatchObject({ connectionStatus: "INVITED", connectedOn: null });
  });

  test("ignored returns to the queue", async () => {
    const lena = await ready();
    const id = await send(lena);
    await run((db) => answerOutgoing(db, id, "IGNORED", { today }));
    expect(await verdict(lena)).toBe("READY");
    await run((db) => undoOutgoingAnswer(db, id));
    expect(await verdict(lena)).toBe("PENDING");
  });

  test("withdrawn blocks for 21 days and no longer", async () => {
    const lena = await ready();
    const id = await send(lena);
    const now = new Date();
    await run((db) => answerOutgoing(db, id, "WITHDRAWN", { today, now }));
    expect((await stands(lena)).strength).toEqual({ verdict: "BLOCKED", blockers: ["invitation.cooldown"] });
    const at = (days: number, seconds: number) =>
      run(async (db) => {
        const moment = new Date(now.getTime() + days * 86_400_000 + seconds * 1000);
        const [row] = await db.$queryRaw<{ verdict: string }[]>`
          select verdict from relationship_strength_at(${moment}) where contact_id = ${lena}::uuid`;
        return row?.verdict;
      });
    expect(await at(21, -1)).toBe("BLOCKED");
    expect(await at(21, 1)).toBe("READY");
    const { items } = await run((db) => listInvitations(db, "ended"));
    const until = items.find((item) => item.id === id)?.coolDownUntil;
    expect(until).toBe(new Date(now.getTime() + 21 * 86_400_000).toISOString());
  });

  test("can be given once only", async () => {
    const id = await send(await ready());
    await run((db) => answerOutgoing(db, id, "IGNORED", { today }));
    await expect(run((db) => answerOutgoing(db, id, "ACCEPTED", { today }))).rejects.toMatchObject({
      code: "changedElsewhere",
    });
    await expect(run((db) => undoSent(db, id))).rejects.toMatchObject({ code: "changedElsewhere" });
  });

  test("agrees with an import that found the connection first, and keeps its day", async () => {
    const lena = await ready();
    const id = await send(lena);
    const connected = { connectionStatus: "CONNECTED", connectedOn: new Date("2026-11-01") } as const;
    await run((db) => db.contact.updateMany({ where: { id: lena }, data: connected }));
    await run((db) => answerOutgoing(db, id, "ACCEPTED", { today }));
    expect(await stands(lena)).toMatchObject(connected);
  });
});

describe("an invitation received", () => {
  const receive = (contactId: string) => run((db) => receiveInvitation(db, contactId, "We met in Oslo"));

  test("waits for an answer, once", async () => {
    const rob = await ready("Rob Becker");
    const id = await receive(rob);
    expect(await stands(rob)).toMatchObject({ connectionStatus: "RECEIVED" });
    const { items } = await run((db) => listInvitations(db, "toAnswer"));
    expect(items.find((item) => item.id === id)).toMatchObject({ status: "RECEIVED", note: "We met in Oslo" });
    await expect(receive(rob)).rejects.toMatchObject({ code: "alreadyReceived" });
  });

  test("from somebody connected already is refused", async () => {
    const rob = await ready("Rob Becker");
    await run((db) => db.contact.updateMany({ where: { id: rob }, data: { connectionStatus: "CONNECTED" } }));
    await expect(receive(rob)).rejects.toMatchObject({ code: "alreadyConnected" });
  });
});

test("lists come in pages, without gaps or repeats, and know their counts", async () => {
  const mine = await database.newOwner();
  await asOwner(mine, async (db) => {
    for (let place = 0; place < 7; place += 1) {
      const { id } = await db.contact.create({ data: { ownerId: mine, fullName: `Contact ${place}` } });
      await markSent(db, id, null, { now: new Date(Date.UTC(2026, 0, 1 + Math.floor(place / 2))) });
    }
  });
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page = await asOwner(mine, (db) => listInvitations(db, "waiting", { after, limit: 3 }));
    seen.push(...page.items.map(({ contact }) => contact.fullName));
    after = page.next ?? undefined;
  } while (after);
  expect(seen).toEqual(["Contact 6", "Contact 5", "Contact 4", "Contact 3", "Contact 2", "Contact 1", "Contact 0"]);
  expect(await asOwner(mine, countInvitations)).toEqual({ toAnswer: 0, asked: 0, waiting: 7 });
});

/** What the lists hold, whoever is on them, in the order of this. */
const rows: [
  name: string,
  direction: string,
  status: string,
  days: Record<"sent" | "asked" | "answered", string | null>,
][] = [
  ["Ada", "INCOMING", "RECEIVED", { sent: "2026-01-03", asked: null, answered: null }],
  ["Ben", "INCOMING", "RECEIVED", { sent: "2026-01-01", asked: null, answered: null }],
  ["Cleo", "INCOMING", "RECEIVED", { sent: null, asked: null, answered: null }], // since it was written down: today
  ["Dan", "INCOMING", "ASKED", { sent: "2026-01-01", asked: "2026-01-05", answered: null }],
  ["Eve", "INCOMING", "ASKED", { sent: "2026-01-02", asked: "2026-01-04", answered: null }],
  ["Finn", "OUTGOING", "SENT", { sent: "2026-01-06", asked: null, answered: null }],
  ["Gil", "OUTGOING", "SENT", { sent: "2026-01-07", asked: null, answered: null }],
  ["Hana", "OUTGOING", "IGNORED", { sent: "2026-01-01", asked: null, answered: "2026-01-08" }],
  ["Ivo", "INCOMING", "DECLINED", { sent: "2026-01-01", asked: null, answered: "2026-01-09" }],
  ["Jo", "OUTGOING", "WITHDRAWN", { sent: "2026-01-01", asked: null, answered: null }], // nobody knows when
  ["Trashed", "INCOMING", "RECEIVED", { sent: "2026-01-01", asked: null, answered: null }],
];

test.each([
  ["toAnswer", ["Ben", "Ada", "Cleo"]],
  ["asked", ["Eve", "Dan"]],
  ["waiting", ["Gil", "Finn"]],
  ["overdue", ["Finn", "Gil"]],
  ["ended", ["Ivo", "Hana", "Jo"]],
] as const)("%s is in its order, one at a time as all at once, without the trash", async (list, names) => {
  const mine = await database.newOwner();
  await asOwner(mine, async (db) => {
    for (const [fullName, direction, status, { sent, asked, answered }] of rows) {
      const { id } = await db.contact.create({
        data: { ownerId: mine, fullName, ...(fullName === "Trashed" && { deletedAt: new Date() }) },
      });
      await db.$executeRaw`
        insert into invitation (owner_id, contact_id, direction, status, sent_at, asked_at, answered_at, question)
        values (${mine}::uuid, ${id}::uuid, ${direction}::invitation_direction, ${status}::invitation_status,
          ${sent}::timestamptz, ${asked}::timestamptz, ${answered}::timestamptz, ${asked && "How do we know each other?"})`;
    }
  });
  const look = (after?: string, limit = 100) =>
    asOwner(mine, (db) => listInvitations(db, list, { after, limit, sentBefore: new Date("2026-02-01") }));
  const namesOf = ({ items }: Awaited<ReturnType<typeof look>>) => items.map(({ contact }) => contact.fullName);
  expect(namesOf(await look())).toEqual(names);
  const seen: string[] = [];
  for (let page = await look(undefined, 1); ; page = await look(page.next ?? undefined, 1)) {
    seen.push(...namesOf(page));
    if (!page.next) break;
  }
  expect(seen).toEqual(names);
});

test("another owner's contacts and invitations are not there, and nothing is written", async () => {
  const lena = await ready();
  const rob = await ready("Rob Becker");
  const sent = await send(lena);
  await run((db) => receiveInvitation(db, rob, null));
  for (const work of [
    (db: OwnerDb) => markSent(db, rob, null),
    (db: OwnerDb) => saveDraft(db, rob, null),
    (db: OwnerDb) => undoSent(db, sent),
    (db: OwnerDb) => answerOutgoing(db, sent, "ACCEPTED", { today }),
    (db: OwnerDb) => undoOutgoingAnswer(db, sent),
    (db: OwnerDb) => receiveInvitation(db, rob, null),
    (db: OwnerDb) => undoSent(db, nobody),
  ]) {
    await expect(asOwner(other, work)).rejects.toMatchObject({ code: "notFound" });
  }
  expect(await asOwner(other, (db) => getDraft(db, lena))).toBeNull();
  expect(await asOwner(other, (db) => listInvitations(db, "waiting"))).toEqual({ items: [], next: null });
  expect(await verdict(lena)).toBe("PENDING");
  expect(await stands(rob)).toMatchObject({ connectionStatus: "RECEIVED" });
});
