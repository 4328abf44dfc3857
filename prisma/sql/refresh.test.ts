// When the standing is refreshed, by whom, and what may not be written.
import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { testDatabase } from "@/lib/testing/database";
import { defaults } from "./brute-force";
import { standings, writeAssessment, writeHistory, writeInteraction, writePolicy } from "./history";
import { check, daysAgo, emptyHistory, interaction, readyHistory, viewOf } from "./ready";

const database = testDatabase();
const { admin, app } = database;
let owner: string;
beforeEach(async () => {
  owner = await database.newOwner();
});

/** Runs statements as the application, for the owner named (or nobody). */
async function asApp<T>(named: string | null, work: (query: typeof app.query) => Promise<T>): Promise<T> {
  const client = await app.connect();
  try {
    await client.query("begin");
    if (named) await client.query("select set_config('app.owner_id', $1, true)", [named]);
    const result = await work(client.query.bind(client) as typeof app.query);
    await client.query("commit");
    return result;
  } catch (error) {
    await client.query("rollback");
    throw error;
  } finally {
    client.release();
  }
}

const standingCount = async () =>
  (await admin.query("select from contact_standing where owner_id = $1", [owner])).rowCount;

test("a new contact has a standing at once, and one without reads as unmet", async () => {
  const id = randomUUID();
  await writeHistory(admin, owner, emptyHistory([{ id }]));
  const stored = await viewOf(admin, id);
  await admin.query("delete from contact_standing where contact_id = $1", [id]);
  expect(await viewOf(admin, id)).toEqual(stored);
  expect(stored).toMatchObject({ verdict: "BUILDING", rules_met: 0, heat: null, s: 0, strength: 0, band: "cold" });
});

test("the application writes facts, and the standing follows in the same transaction", async () => {
  const { id, history } = readyHistory();
  await asApp(owner, (query) => writeHistory({ query }, owner, history));
  expect(await viewOf(admin, id)).toMatchObject({ verdict: "READY" });
});

test("the application can't write a standing, nor refresh another owner's", async () => {
  const { id, history } = readyHistory();
  await writeHistory(admin, owner, history);
  const stranger = await database.newOwner();
  const denied = { code: "42501" };
  for (const sql of [
    "update contact_standing set heat = 99",
    "delete from contact_standing",
    `insert into contact_standing (owner_id, contact_id) values ('${owner}', '${id}')`,
  ]) {
    await expect(asApp(owner, (query) => query(sql))).rejects.toMatchObject(denied);
  }
  const refresh = `select refresh_standing('${owner}', array['${id}']::uuid[])`;
  await expect(asApp(stranger, (query) => query(refresh))).rejects.toMatchObject(denied);
  await expect(asApp(null, (query) => query(refresh))).rejects.toMatchObject(denied);
  await asApp(owner, (query) => query(refresh));
  const past = "select * from standing_as_of($1, $2, now())";
  expect((await asApp(owner, (query) => query(past, [owner, id]))).rowCount).toBe(1);
  expect((await asApp(stranger, (query) => query(past, [owner, id]))).rowCount).toBe(0);
  expect((await asApp(stranger, (query) => query("select * from relationship_strength_at(now())"))).rowCount).toBe(0);
});

test("a superuser who has taken the application's role is refused like the application", async () => {
  const client = await admin.connect();
  await client.query("begin");
  await client.query("set local role vouch_app");
  await expect(client.query(`select refresh_standing('${owner}', '{}')`)).rejects.toMatchObject({ code: "42501" });
  await client.query("rollback");
  client.release();
});

test("a refresh leaves the owner the transaction names, and its planner settings, as they were", async () => {
  const settings =
    "select current_setting('app.owner_id', true) as owner, current_setting('enable_seqscan') as seqscan";
  const before = { owner, seqscan: "on" };
  await asApp(owner, async (query) => {
    expect((await query(settings)).rows[0]).toEqual(before);
    await writeHistory({ query }, owner, readyHistory().history);
    expect((await query(settings)).rows[0]).toEqual(before);
  });
});

test("an interaction with one person more or less changes the weight for everyone on it", async () => {
  const [ada, ben] = [randomUUID(), randomUUID()];
  await writeHistory(admin, owner, emptyHistory([{ id: ada }, { id: ben }]));
  const meeting = interaction([ada], { occurredAt: daysAgo(1) });
  await writeInteraction(meeting)(admin, owner);
  const alone = await standings(admin, owner);
  await admin.query("insert into interaction_contact values ($1, $2, $3)", [owner, meeting.id, ben]);
  const together = await standings(admin, owner);
  expect(together[ada]?.heat).toEqual(together[ben]?.heat);
  expect(together[ada]?.heat).not.toEqual(alone[ada]?.heat);
  await admin.query("delete from contact where id = $1", [ben]);
  expect((await standings(admin, owner))[ada]).toEqual(alone[ada]);
});

test("a fact moved to another contact leaves the one and reaches the other", async () => {
  const from = readyHistory();
  const to = readyHistory();
  await writeHistory(admin, owner, from.history);
  await writeHistory(admin, owner, { ...to.history, checks: [] });
  await admin.query("update credential_check set contact_id = $2 where contact_id = $1", [from.id, to.id]);
  expect((await viewOf(admin, from.id)).missing).toEqual(["verify.checks", "verify.kinds"]);
  expect(await viewOf(admin, to.id)).toMatchObject({ verdict: "READY" });
});

test("trash takes a contact out of the view and the queue, restoring brings both back", async () => {
  const { id, history } = readyHistory();
  await writeHistory(admin, owner, history);
  const before = await standings(admin, owner);
  await admin.query("update contact set deleted_at = now() where id = $1", [id]);
  expect((await admin.query("select from relationship_strength where contact_id = $1", [id])).rowCount).toBe(0);
  const inNoLane = { warm_until: null, evidence_until: null, ready_until: null, queue_until: null };
  expect((await standings(admin, owner))[id]).toMatchObject(inNoLane);
  await admin.query("update contact set deleted_at = null where id = $1", [id]);
  expect(await standings(admin, owner)).toEqual(before);
});

test("a policy rebuilds its owner's standings; without one, and with its defaults, they are the same", async () => {
  const { id, history } = readyHistory();
  await writeHistory(admin, owner, history);
  const before = await standings(admin, owner);
  await writePolicy({})(admin, owner);
  const { rows } = await admin.query(
    "select to_jsonb(p) as given, (select to_jsonb(f) from policy_in_force($1) f) as used from policy p where owner_id = $1",
    [owner],
  );
  expect(rows[0].given).toMatchObject(rows[0].used);
  expect(Object.keys(rows[0].used)).toHaveLength(Object.keys(defaults).length);
  expect(await standings(admin, owner)).toEqual(before);

  await admin.query("update policy set half_life_days = 30, min_checks = 3 where owner_id = $1", [owner]);
  expect((await viewOf(admin, id)).missing).toEqual(["verify.checks"]);
  await admin.query("delete from policy where owner_id = $1", [owner]);
  expect(await standings(admin, owner)).toEqual(before);
});

test("deleting contacts or the owner leaves nothing and stumbles over nothing", async () => {
  for (let count = 0; count < 3; count++) await writeHistory(admin, owner, readyHistory().history);
  await writePolicy({})(admin, owner);
  await asApp(owner, (query) => query("delete from contact where id = (select id from contact limit 1)"));
  expect(await standingCount()).toBe(2);
  await asApp(owner, (query) => query("delete from app_user where id = $1", [owner]));
  expect(await standingCount()).toBe(0);
});

test("an owner is deleted also where no owner is named", async () => {
  await writeHistory(admin, owner, readyHistory().history);
  await asApp(null, (query) => query("delete from app_user where id = $1", [owner]));
  expect(await standingCount()).toBe(0);
});

test("one statement over several owners refreshes each", async () => {
  const second = await database.newOwner();
  const ids = [randomUUID(), randomUUID()];
  await admin.query("insert into contact (owner_id, id, full_name) values ($1, $3, 'Ada'), ($2, $4, 'Ben')", [
    owner,
    second,
    ...ids,
  ]);
  for (const id of ids) expect(await viewOf(admin, id)).toMatchObject({ verdict: "BUILDING" });
});

test("what is planned has not happened: an interaction in the future is refused", async () => {
  const id = randomUUID();
  await writeHistory(admin, owner, emptyHistory([{ id }]));
  const at = (occurredAt: Date) => writeInteraction(interaction([id], { occurredAt }))(admin, owner);
  await expect(at(daysAgo(-1))).rejects.toMatchObject({ constraint: "interaction_not_in_future" });
  await at(new Date(Date.now() + 30_000)); // clocks disagree a little
});

test("what nobody confirmed counts for nothing, until somebody does", async () => {
  const id = randomUUID();
  await writeHistory(admin, owner, emptyHistory([{ id }]));
  const meeting = interaction([id], { confirmed: false });
  await writeInteraction(meeting)(admin, owner);
  expect(await viewOf(admin, id)).toMatchObject({ heat: null, interaction_count: 0, last_interaction_at: null });
  await admin.query("update interaction set confirmed = true where id = $1", [meeting.id]);
  expect(await viewOf(admin, id)).toMatchObject({ interaction_count: 1, warm: true });
});

test("an assessment with blanks is not written", async () => {
  const { id, history } = readyHistory(new Date(), { howWeMet: " \n\t", expertise: "\u00a0" });
  history.assessments = [];
  await writeHistory(admin, owner, history);
  await writeAssessment({ contactId: id, goal: " ", canSay: "\t", commonGround: ["Chess", " chess", ""] })(
    admin,
    owner,
  );
  expect((await viewOf(admin, id)).missing).toEqual(
    expect.arrayContaining(["know.how_we_met", "know.expertise", "mutual.goal", "vouch.say", "desire.common_ground"]),
  );
});

test.each([
  ["https://www.Example.org:8080/team/?a#b", null, "example.org"],
  ["example.org/ada", "Ignored", "example.org"],
  ["mailto:ben@press.example", null, "press.example"],
  ["http://no.linkedin.com/in/ada", null, "linkedin.com"],
  [" ", "  The Registry ", "the registry"],
  ["see the printed book", "Library", "library"],
  [null, null, ""],
])("a check's origin: %s, %s → %s", async (sourceUrl, sourceName, origin) => {
  const { rows } = await admin.query("select check_origin($1, $2) as origin", [sourceUrl, sourceName]);
  expect(rows[0].origin).toBe(origin);
});

test("an origin follows its source; one that is given is kept until the source changes", async () => {
  const id = randomUUID();
  await writeHistory(admin, owner, emptyHistory([{ id }]));
  const facts = check(id);
  const columns = "owner_id, id, contact_id, kind, finding, source_url, origin";
  await admin.query(
    `insert into credential_check (${columns}) values ($1, $2, $3, 'BACKGROUND', 'SUPPORTS', $4, ' Given ')`,
    [owner, facts.id, id, facts.sourceUrl],
  );
  const origin = async (change: string) =>
    (await admin.query(`update credential_check set ${change} where id = $1 returning origin`, [facts.id])).rows[0]
      .origin;
  expect(await origin("note = 'seen'")).toBe("given");
  expect(await origin("source_url = 'https://other.example'")).toBe("other.example");
  expect(await origin("source_url = null, source_name = 'Ben'")).toBe("ben");
});
