import { beforeAll, expect, test } from "vitest";
import { asOwner, type OwnerDb, type OwnerId } from "@/lib/db";
import { testDatabase } from "@/lib/testing/database";
import { getStanding } from "./data";
import { getEvidence } from "./evidence/data";
import { explain } from "./explain";
import { countOverview, listFading, listLapsing } from "./lanes/data";
import { listQueue } from "./lanes/queue/data";

const database = testDatabase();
let owner: OwnerId;
let other: OwnerId;
beforeAll(async () => {
  owner = await database.newOwner();
  other = await database.newOwner();
});
const run = <T>(work: (db: OwnerDb) => Promise<T>, as = owner) => asOwner(as, work);

const dayMs = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * dayMs);

/** Somebody met `days` ago, with everything that readiness asks for; checks and assessment are as old as `evidence`. */
async function newReadyContact(fullName: string, { days = 1, evidence = 0 } = {}): Promise<string> {
  return run(async (db) => {
    const contact = await db.contact.create({
      data: { ownerId: db.owner, fullName, howWeMet: "At a fair", expertise: "Tides" },
      select: { id: true },
    });
    const link = { ownerId: db.owner, contactId: contact.id };
    for (const ago of [days, days + 1]) {
      const { id } = await db.interaction.create({
        data: { ownerId: db.owner, kind: "IN_PERSON", occurredAt: daysAgo(ago) },
        select: { id: true },
      });
      await db.interactionContact.create({ data: { ...link, interactionId: id } });
    }
    const checkedAt = daysAgo(evidence);
    const check = { ...link, finding: "SUPPORTS", independent: true, checkedAt } as const;
    await db.credentialCheck.createMany({
      data: [
        { ...check, kind: "CREDENTIALS", sourceUrl: "https://www.registry.example/42" },
        { ...check, kind: "TESTIMONIAL", sourceName: "Ben" },
      ],
    });
    const yes = "YES" as const;
    await db.assessment.create({
      data: {
        ...link,
        wantsToDeepen: yes,
        iBelieve: yes,
        theyBelieve: yes,
        synergy: yes,
        wouldIntroduce: yes,
        commonGround: ["Tides", "Chess"],
        goal: "A joint talk",
        canSay: "Ran the pilot on time",
        reviewedAt: checkedAt,
      },
    });
    return contact.id;
  });
}

test("a standing says what holds and until when, as ISO moments or forever", async () => {
  const id = await newReadyContact("Ada");
  const standing = await run((db) => getStanding(db, id));
  expect(standing).toMatchObject({ verdict: "READY", rulesMet: 6, missing: [], blockers: [], twoWayDays: 2 });
  expect(standing?.rules.knows).toEqual({ met: true, until: "forever" });
  expect(standing?.rules.desires.until).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
  expect(standing?.strength).toBeGreaterThan(60);
  await run((db) =>
    db.contact.update({ where: { ownerId_id: { ownerId: db.owner, id } }, data: { doNotConnect: true } }),
  );
  expect(await run((db) => getStanding(db, id))).toMatchObject({
    verdict: "BLOCKED",
    blockers: ["contact.do_not_connect"],
    blockedUntil: "forever",
  });
});

test("a contact without anything is building, with every code", async () => {
  const { id } = await run((db) =>
    db.contact.create({ data: { ownerId: db.owner, fullName: "Bob" }, select: { id: true } }),
  );
  const standing = await run((db) => getStanding(db, id));
  expect(standing).toMatchObject({ verdict: "BUILDING", s: 0, strength: 0, band: "cold", lastInteractionAt: null });
  expect(standing?.missing).toHaveLength(15);
  const evidence = await run((db) => getEvidence(db, id));
  if (!standing || !evidence) throw new Error("Bob is there.");
  expect(explain(standing, evidence).nextStep?.code).toBe("know.how_we_met");
});

test("the past is as it was, the future as it will be if nothing happens", async () => {
  const id = await newReadyContact("Carla", { days: 10 });
  const at = (days: number) => run((db) => getStanding(db, id, daysAgo(days).toISOString()));
  expect(await at(12)).toMatchObject({ verdict: "BUILDING", s: 0, interactionCount: 0 });
  expect(await at(10.5)).toMatchObject({ interactionCount: 1, twoWayDays: 1 });
  expect(await at(-30)).toMatchObject({ verdict: "READY" });
  expect(await at(-400)).toMatchObject({
    verdict: "BUILDING",
    missing: ["desires.lapsed", "mutual.lapsed", "verified.lapsed", "vouched.lapsed", "warm.contact"],
  });
});

test("the past of a connection is that of somebody not yet connected", async () => {
  const id = await newReadyContact("Dora", { days: 20, evidence: 15 });
  const connected = { connectionStatus: "CONNECTED", connectedOn: daysAgo(5) } as const;
  await run((db) => db.contact.update({ where: { ownerId_id: { ownerId: db.owner, id } }, data: connected }));
  await run((db) =>
    db.invitation.create({
      data: {
        ownerId: db.owner,
        contactId: id,
        direction: "OUTGOING",
        status: "ACCEPTED",
        sentAt: daysAgo(8),
        answeredAt: daysAgo(5),
      },
    }),
  );
  const verdictAt = async (days: number) =>
    (await run((db) => getStanding(db, id, daysAgo(days).toISOString())))?.verdict;
  expect(await verdictAt(0)).toBe("CONNECTED");
  expect(await verdictAt(6)).toBe("PENDING");
  expect(await verdictAt(10)).toBe("READY");
});

test("the queue is strongest first, page by page, without those who are blocked", async () => {
  const mine = await database.newOwner();
  const before = owner;
  owner = mine;
  const ids: string[] = [];
  for (const days of [30, 10, 20]) ids.push(await newReadyContact(`Met ${days} days ago`, { days }));
  const [weakest, strongest, middle] = ids as [string, string, string];
  const blocked = await newReadyContact("In cool-down");
  const withdrawn = { direction: "OUTGOING", status: "WITHDRAWN", answeredAt: daysAgo(2) } as const;
  await run((db) => db.invitation.create({ data: { ownerId: db.owner, contactId: blocked, ...withdrawn } }));

  const first = await run((db) => listQueue(db, { limit: 2 }));
  expect(first.rows.map(({ contactId }) => contactId)).toEqual([strongest, middle]);
  expect(first.rows[0]).toMatchObject({ fullName: "Met 10 days ago", twoWayDays: 2 });
  const next = await run((db) => listQueue(db, { limit: 2, after: first.next ?? undefined }));
  expect(next).toMatchObject({ rows: [{ contactId: weakest }], next: null });

  const overview = await run(countOverview);
  expect(overview.verdicts).toMatchObject({ READY: 3, BLOCKED: 1, ALMOST: 0 });
  expect(Object.values(overview.bands).reduce((sum, count) => sum + count)).toBe(4);
  owner = before;
});

test("fading and lapsing are the ones whose moment comes within their window", async () => {
  const mine = await database.newOwner();
  const before = owner;
  owner = mine;
  // Two meetings weigh just under 16: warm for a little under two half-lives.
  const fading = await newReadyContact("Fading", { days: 345 });
  const lapsing = await newReadyContact("Lapsing", { evidence: 350 });
  await newReadyContact("Neither");
  expect((await run((db) => listFading(db))).map(({ contactId }) => contactId)).toEqual([fading]);
  expect((await run((db) => listLapsing(db))).map(({ contactId }) => contactId)).toEqual([lapsing]);
  expect((await run(countOverview)).lanes).toEqual({ fading: 1, lapsing: 1 });
  owner = before;
});

test("another owner's contact, and one in the trash, has no standing", async () => {
  const id = await newReadyContact("Eve");
  expect(await run((db) => getStanding(db, id), other)).toBeNull();
  expect(await run((db) => getStanding(db, id, daysAgo(1).toISOString()), other)).toBeNull();
  expect(await run((db) => getEvidence(db, id), other)).toBeNull();
  expect((await run(countOverview, other)).lanes).toEqual({ fading: 0, lapsing: 0 });
  const trashed = { deletedAt: new Date() };
  await run((db) => db.contact.update({ where: { ownerId_id: { ownerId: db.owner, id } }, data: trashed }));
  expect(await run((db) => getStanding(db, id))).toBeNull();
});

test("evidence counts the checks that count, and names what is due", async () => {
  const id = await newReadyContact("Finn");
  await run((db) =>
    db.contactPoint.create({
      data: {
        ownerId: db.owner,
        contactId: id,
        kind: "URL",
        value: "https://finn.example",
        normalised: "https://finn.example",
      },
    }),
  );
  await run((db) =>
    db.credentialCheck.create({
      data: {
        ownerId: db.owner,
        contactId: id,
        kind: "EXPERTISE",
        finding: "SUPPORTS",
        independent: true,
        sourceUrl: "https://finn.example/about",
      },
    }),
  );
  const evidence = await run((db) => getEvidence(db, id));
  expect(evidence?.checks.map(({ origin }) => origin).sort()).toEqual(["ben", "registry.example"]);
  expect(evidence).toMatchObject({
    howWeMet: "At a fair",
    callDays: 0,
    callSpanDays: 0,
    supportGiven: 0,
    openConcerns: [],
  });
  expect(evidence?.lastMeeting?.at).toMatch(/Z$/);
  expect(evidence?.lastContact).toEqual(evidence?.lastMeeting);
  expect(evidence?.lastCall).toBeNull();
  const { reviewedAt = "", dueAt = "" } = evidence?.assessment ?? {};
  expect(Date.parse(dueAt) - Date.parse(reviewedAt)).toBe(365 * dayMs);
});
