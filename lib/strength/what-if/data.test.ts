import { beforeAll, expect, test } from "vitest";
import { createCheck } from "@/lib/checks/data";
import { asOwner, asOwnerWhatIf, type OwnerDb, type OwnerId } from "@/lib/db";
import { newOperationKey } from "@/lib/operation-key";
import { testDatabase } from "@/lib/testing/database";
import { addReadyContact } from "@/lib/testing/ready-contact";
import { getStanding } from "../data";
import { getExplained } from "../page/data";
import type { StrengthQuery } from "../page/schema";
import type { Standing } from "../schema";
import { askWhatIf } from "./ask";
import { suppose } from "./data";
import type { Supposition } from "./schema";

const database = testDatabase();
let owner: OwnerId;
beforeAll(async () => {
  owner = await database.newOwner();
});
const run = <T>(work: (db: OwnerDb) => Promise<T>) => asOwner(owner, work);
const whatIf = (id: string, supposition: Supposition, now: Date, at?: Date) =>
  asOwnerWhatIf(owner, (db) => suppose(db, id, supposition, now.toISOString(), at?.toISOString()));

const dayMs = 86_400_000;
const days = (from: Date, count: number) => new Date(from.getTime() + count * dayMs);
const nothing = { at: null, meet: null, how: null, check: null, years: null };

/** Somebody met once `ago` days before `now`, with one check: what misses is contact and a source. */
async function addAlmost(now = new Date(), ago = 30): Promise<string> {
  return run(async (db) => {
    const id = await addReadyContact(db, "Lena Okafor", now);
    const where = { ownerId: db.owner, contactId: id };
    await db.credentialCheck.deleteMany({ where: { ...where, kind: "TESTIMONIAL" } });
    await db.interaction.deleteMany({ where: { ownerId: db.owner, contacts: { some: { contactId: id } } } });
    await meet(db, id, days(now, -ago));
    return id;
  });
}

async function meet(db: OwnerDb, contactId: string, occurredAt: Date): Promise<void> {
  const { id: interactionId } = await db.interaction.create({
    data: { ownerId: db.owner, kind: "IN_PERSON", occurredAt },
    select: { id: true },
  });
  await db.interactionContact.create({ data: { ownerId: db.owner, interactionId, contactId } });
}

/** Every row of every table with who last wrote it, as Postgres has them. */
async function everything(): Promise<Record<string, string>> {
  const { rows: tables } = await database.admin.query<{ name: string }>(
    "select oid::regclass::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1",
  );
  const found: Record<string, string> = {};
  for (const { name } of tables) {
    const { rows } = await database.admin.query<{ rows: string }>(
      `select coalesce(string_agg(concat_ws(' ', ctid, xmin, t), '\n' order by ctid), '') as rows from ${name} t`,
    );
    found[name] = rows[0]?.rows ?? "";
  }
  return found;
}

test("a meeting and a check that are only supposed leave the database bit for bit as it was", async () => {
  const now = new Date();
  const id = await addAlmost(now);
  const before = await everything();
  const { standing } = await whatIf(
    id,
    { meeting: { kind: "IN_PERSON", at: now.toISOString() }, check: "EXPERTISE" },
    now,
  );
  expect(standing).toMatchObject({ verdict: "READY", twoWayDays: 2 });
  expect(await everything()).toEqual(before);
  expect(await run((db) => getStanding(db, id))).toMatchObject({ verdict: "BUILDING", twoWayDays: 1 });
});

test("what is supposed for today is what really doing it gives", async () => {
  const now = new Date();
  const id = await addAlmost(now);
  const later = days(now, 40);
  const supposed = await whatIf(
    id,
    { meeting: { kind: "IN_PERSON", at: now.toISOString() }, check: "EXPERTISE" },
    now,
    later,
  );
  await run(async (db) => {
    await meet(db, id, now);
    await createCheck(db, newOperationKey(), id, {
      kind: "EXPERTISE",
      claim: "Knows her field",
      finding: "SUPPORTS",
      sourceName: "A former client",
      sourceUrl: null,
      independent: true,
      checkedAt: now.toISOString(),
      expiresAt: null,
      note: null,
    });
  });
  const really = await run((db) => getExplained(db, id, later.toISOString()));
  expect(supposed.standing).toEqual(really?.standing);
});

test("what is supposed for a day to come is what really doing it on that day will give", async () => {
  // The same history, once with its meeting today and once as it was 90 days before that.
  const now = new Date();
  const earlier = days(now, -90);
  const [id, twin] = [await addAlmost(earlier), await addAlmost(now)];
  for (const [contactId, moment] of [
    [id, earlier],
    [twin, now],
  ] as const) {
    const where = { ownerId: owner, contactId };
    await run((db) => db.assessment.updateMany({ where, data: { reviewedAt: moment } }));
    await run((db) => db.credentialCheck.updateMany({ where, data: { checkedAt: moment } }));
  }
  await run((db) => meet(db, id, now));
  const really = await run((db) => getStanding(db, id, days(now, 10).toISOString()));
  const supposed = await whatIf(
    twin,
    { meeting: { kind: "IN_PERSON", at: days(now, 90).toISOString() }, check: null },
    now,
    days(now, 100),
  );
  const moments = (standing: Standing | null, shift: number) =>
    Object.values(standing?.rules ?? {}).map(({ met, until }) => [
      met,
      until === null || until === "forever" ? until : Math.round((Date.parse(until) - shift * dayMs) / 1000),
    ]);
  expect(moments(supposed.standing, 90)).toEqual(moments(really, 0));
  expect(supposed.standing.s).toBeCloseTo(really?.s ?? 0, 9);
  expect(supposed.standing.missing).toEqual(really?.missing);
});

test("one more check is one more source, whatever was checked before, and only one", async () => {
  const now = new Date();
  const id = await addAlmost(now, 0);
  const check = (kind: "CREDENTIALS" | "BACKGROUND") => whatIf(id, { meeting: null, check: kind }, now);
  expect((await check("BACKGROUND")).standing.rules.verified.met).toBe(true);
  expect((await check("CREDENTIALS")).standing.missing).toContain("verify.kinds"); // two sources, one kind
});

test("another owner's contact, and one in the trash, is not found, and nothing is written", async () => {
  const now = new Date();
  const id = await addAlmost(now);
  const before = await everything();
  const other = await database.newOwner();
  const supposition = { meeting: { kind: "CALL", at: now.toISOString() }, check: "EXPERTISE" } as const;
  await expect(asOwnerWhatIf(other, (db) => suppose(db, id, supposition, now.toISOString()))).rejects.toMatchObject({
    code: "notFound",
  });
  expect({ ...(await everything()), app_user: "", audit_event: "" }).toEqual({
    ...before,
    app_user: "",
    audit_event: "",
  });
  await run((db) => db.contact.updateMany({ where: { id }, data: { deletedAt: now } }));
  await expect(whatIf(id, supposition, now)).rejects.toMatchObject({ code: "notFound" });
});

test("the address asks: both sides are shown on the day of the meeting, or on the later day looked at", async () => {
  const id = await addAlmost();
  const now = new Date();
  const clock = { now: now.toISOString(), today: clockDay(now), timeZone: "UTC" };
  const ask = (query: Partial<StrengthQuery>) => askWhatIf(owner, id, { ...nothing, ...query }, clock);
  const later = (count: number) => clockDay(days(now, count));
  expect(await ask({})).toBeNull();
  expect(await ask({ check: "EXPERTISE" })).toMatchObject({ isToday: true, supposition: { meeting: null } });
  const meeting = await ask({ meet: later(20), how: "VIDEO", at: later(10) });
  if (meeting === null || meeting === "busy") throw new Error("there is an answer");
  expect(meeting.supposition.meeting).toEqual({ kind: "VIDEO", at: `${later(20)}T12:00:00Z` });
  expect(meeting.supposed.standing.at).toBe(`${later(20)}T23:59:59.999Z`);
  expect(meeting.asIs.standing.at).toBe(meeting.supposed.standing.at);
  expect(meeting.supposed.standing.interactionCount).toBe(meeting.asIs.standing.interactionCount + 1);
  const looked = await ask({ meet: later(20), at: later(30) });
  expect(looked).toMatchObject({ supposed: { standing: { at: `${later(30)}T23:59:59.999Z` } } });
});

test("while the owner's data is being written it says so, instead of waiting", async () => {
  const id = await addAlmost();
  const now = new Date().toISOString();
  const writer = await database.admin.connect();
  try {
    await writer.query("begin");
    await writer.query("select lock_standing($1)", [owner]);
    const query = { ...nothing, check: "EXPERTISE" } as const;
    expect(await askWhatIf(owner, id, query, { now, today: now.slice(0, 10), timeZone: "UTC" })).toBe("busy");
  } finally {
    await writer.query("rollback");
    writer.release();
  }
});

function clockDay(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}
