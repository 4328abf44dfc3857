// The golden cases of the rule, by their numbers. Case 14, the properties, is in properties.test.ts.
import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { testDatabase } from "@/lib/testing/database";
import { type History, standings, writeCheck, writeHistory, writeInteraction, writeInvitation } from "./history";
import { check, day, daysAgo, emptyHistory, interaction, readyHistory, viewOf } from "./ready";

const database = testDatabase();
let owner: string;
beforeEach(async () => {
  owner = await database.newOwner();
});

const write = (history: History) => writeHistory(database.admin, owner, history);
const view = (id: string, at?: Date) => viewOf(database.admin, id, at);

async function newContact() {
  const id = randomUUID();
  await write(emptyHistory([{ id }]));
  return id;
}
const log = (contactIds: string[], facts: Parameters<typeof interaction>[1] = {}) =>
  writeInteraction(interaction(contactIds, facts))(database.admin, owner);

test("1: one meeting alone, now: S 8, strength 50, warm for 180 days", async () => {
  const id = await newContact();
  const occurredAt = new Date();
  await log([id], { occurredAt });
  const at = await view(id, occurredAt);
  expect(at.s).toBeCloseTo(8, 9);
  expect(at.strength).toBeCloseTo(50, 9);
  expect(at.band).toBe("warm");
  expect(Math.abs(Number(at.warm_until) - (occurredAt.getTime() + 180 * day))).toBeLessThanOrEqual(1);
  expect((await view(id, new Date(occurredAt.getTime() + 180 * day))).strength).toBeCloseTo(100 / 3, 9);
});

test("2: the same with two contacts weighs 8/√2 for each", async () => {
  const ids = [await newContact(), await newContact()];
  const occurredAt = new Date();
  await log(ids, { occurredAt });
  for (const id of ids) {
    const at = await view(id, occurredAt);
    expect(at.s).toBeCloseTo(8 / Math.SQRT2, 9);
    expect(at.strength).toBeCloseTo(41.4, 1);
  }
});

test("3: the same at a conference with sixteen others: S 2, strength 20, not warm", async () => {
  const id = await newContact();
  const occurredAt = new Date();
  await log([id], { occurredAt, groupSize: 16 });
  expect(await view(id, occurredAt)).toMatchObject({ warm: false, band: "cool" });
  expect((await view(id, occurredAt)).strength).toBeCloseTo(20, 9);
});

test("4: ten messages out and no reply: S just under 2.5, not warm, know.contact missing", async () => {
  const id = await newContact();
  for (let days = 0; days < 10; days++) {
    await log([id], { kind: "MESSAGE", direction: "OUTBOUND", occurredAt: daysAgo(days) });
  }
  const now = await view(id);
  expect(now.s).toBeGreaterThan(2.4);
  expect(now.s).toBeLessThan(2.5);
  expect(Math.round(now.strength)).toBe(23);
  expect(now).toMatchObject({ warm: false, two_way_days: 0 });
  expect(now.missing).toContain("know.contact");
});

test("5: five in, five out on alternate days: S just under 5, strength about 38, warm, five two-way days", async () => {
  const id = await newContact();
  for (let days = 0; days < 10; days++) {
    await log([id], { kind: "MESSAGE", direction: days % 2 ? "INBOUND" : "OUTBOUND", occurredAt: daysAgo(days) });
  }
  const now = await view(id);
  expect(now.s).toBeGreaterThan(4.8);
  expect(now.s).toBeLessThan(5);
  expect(Math.round(now.strength)).toBe(38);
  expect(now).toMatchObject({ warm: true, two_way_days: 5 });
});

test("6: twenty messages in one day and one direction count as one", async () => {
  const id = await newContact();
  const noon = Math.floor(Date.now() / day - 1) * day + day / 2;
  for (let minute = 0; minute < 20; minute++) {
    await log([id], { kind: "MESSAGE", direction: "INBOUND", occurredAt: new Date(noon + minute * 60_000) });
  }
  const last = await view(id, new Date(noon + 19 * 60_000));
  expect(last.s).toBeCloseTo(0.25, 9);
  expect(last).toMatchObject({ interaction_count: 20, two_way_days: 0 });
});

test("7: everything written, met, two checks from two hosts and of two kinds: READY", async () => {
  const { id, history } = readyHistory();
  await write(history);
  expect(await view(id)).toMatchObject({ verdict: "READY", rules_met: 6, missing: [], blockers: [] });
});

test.each([
  ["ticked as not independent", { independent: false }, {}],
  ["on the contact's own page", {}, { links: ["https://press.example/"] }],
  [
    "on the contact's LinkedIn page",
    { sourceUrl: "https://no.linkedin.com/in/ada-42/details" },
    { links: ["https://no.linkedin.com/in/ada-42"] },
  ],
  ["on a LinkedIn address of theirs", { sourceUrl: "https://www.linkedin.com/in/ada-42/" }, { slugs: ["ada-42"] }],
])("7: one of the checks %s: verify.checks", async (_, facts, contact) => {
  const { id, history } = readyHistory(new Date(), contact);
  Object.assign(history.checks[1] ?? {}, facts);
  await write(history);
  const now = await view(id);
  expect(now).toMatchObject({ verdict: "ALMOST", verified: false });
  expect(now.missing).toContain("verify.checks");
});

test("7: another page of a host that also has the contact's own page is independent", async () => {
  const { id, history } = readyHistory(new Date(), { links: ["https://press.example/people/ada"] });
  await write(history);
  expect(await view(id)).toMatchObject({ verdict: "READY" });
});

test("8: two checks from the same host: verify.checks; of the same kind: verify.kinds", async () => {
  const sameHost = readyHistory();
  Object.assign(sameHost.history.checks[1] ?? {}, { sourceUrl: "https://registry.example:443/other?page=2" });
  await write(sameHost.history);
  expect((await view(sameHost.id)).missing).toEqual(["verify.checks"]);

  const sameKind = readyHistory();
  Object.assign(sameKind.history.checks[1] ?? {}, { kind: "CREDENTIALS" });
  await write(sameKind.history);
  expect((await view(sameKind.id)).missing).toEqual(["verify.kinds"]);
});

test("9: READY, then a concern: BLOCKED; resolved: READY again", async () => {
  const { id, history } = readyHistory();
  await write(history);
  const concern = check(id, { finding: "CONCERN" });
  await writeCheck(concern)(database.admin, owner);
  expect(await view(id)).toMatchObject({ verdict: "BLOCKED", blockers: ["concern.open"], queue_until: null });
  await database.admin.query("update credential_check set resolved_at = now(), resolution = 'A mix-up' where id = $1", [
    concern.id,
  ]);
  const now = await view(id);
  expect(now).toMatchObject({ verdict: "READY", blockers: [] });
  expect(now.queue_until).toEqual(now.ready_until);
});

test.each([
  ["warmth", 0, "warm.contact"],
  ["the assessment", 200, "desires.lapsed"],
])("10: READY until %s runs out, and then it says so", async (_, evidenceAge, code) => {
  const { id, history } = readyHistory();
  for (const assessment of history.assessments) assessment.reviewedAt = daysAgo(evidenceAge);
  await write(history);
  const { ready_until } = await view(id);
  const moment = Number(ready_until);
  expect(await view(id, new Date(moment - 1000))).toMatchObject({ verdict: "READY" });
  const after = await view(id, new Date(moment + 1000));
  expect(after.verdict).not.toBe("READY");
  expect(after.missing).toContain(code);
});

test("10: of three sources the second latest decides how long two suffice", async () => {
  const { id, history } = readyHistory();
  const [first, second] = history.checks;
  Object.assign(first ?? {}, { expiresAt: daysAgo(-10) });
  Object.assign(second ?? {}, { expiresAt: daysAgo(-20) });
  history.checks.push(check(id, { kind: "EXPERTISE", sourceUrl: "https://third.example", expiresAt: daysAgo(-30) }));
  await write(history);
  expect((await view(id)).evidence_until).toEqual(second?.expiresAt);
  expect((await view(id, daysAgo(-21))).missing).toEqual(["verified.lapsed"]);
});

test.each([
  [60, 3, true],
  [59, 3, false],
  [60, 2, false],
])("11: far apart, three video days over %i days, %i sources: verified is %s", async (span, sources, verified) => {
  const { id, history } = readyHistory(new Date(), { geographicBarrier: "An ocean" });
  history.interactions = [0, 30, span].map((days) => interaction([id], { kind: "VIDEO", occurredAt: daysAgo(days) }));
  if (sources === 3) history.checks.push(check(id, { sourceUrl: "https://third.example" }));
  await write(history);
  const now = await view(id);
  expect(now.verified).toBe(verified);
  expect(now.missing.filter((code) => code !== "warm.contact")).toEqual(
    verified ? [] : span < 60 ? ["met.in_person"] : ["verify.checks"],
  );
});

test("11: without a barrier written, calls are no meeting", async () => {
  const { id, history } = readyHistory(new Date(), { geographicBarrier: "  " });
  history.interactions = [0, 30, 60].map((days) => interaction([id], { kind: "VIDEO", occurredAt: daysAgo(days) }));
  history.checks.push(check(id, { sourceUrl: "https://third.example" }));
  await write(history);
  expect((await view(id)).missing).toContain("met.in_person");
});

test("12: an invitation withdrawn: BLOCKED for 21 days, then READY by itself", async () => {
  const { id, history } = readyHistory();
  await write(history);
  const answeredAt = daysAgo(1);
  await writeInvitation({ id: randomUUID(), contactId: id, direction: "OUTGOING", status: "WITHDRAWN", answeredAt })(
    database.admin,
    owner,
  );
  expect(await view(id)).toMatchObject({ verdict: "BLOCKED", blockers: ["invitation.cooldown"] });
  expect(await view(id, new Date(answeredAt.getTime() + 21 * day + 1000))).toMatchObject({
    verdict: "READY",
    blockers: [],
  });
  // It may wait in the queue: the queue asks for the blockers in force, too.
  expect((await view(id)).queue_until).not.toBeNull();
});

test("13: a backdated meeting: last contact unmoved, S as if it had been logged then", async () => {
  const [early, late] = [await newContact(), await newContact()];
  const [first, second] = [daysAgo(40), daysAgo(2)];
  for (const occurredAt of [first, second]) await log([early], { occurredAt });
  for (const occurredAt of [second, first]) await log([late], { occurredAt });
  const all = await standings(database.admin, owner);
  expect({ ...all[late], contact_id: early }).toEqual(all[early]);
  expect((await view(late)).last_interaction_at).toEqual(second);
});
