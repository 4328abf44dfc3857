import { expect, test, vi } from "vitest";
import { setUpFirstOwner, signInWithPassword } from "../account/data";
import { deleteAccount } from "../account/leave/data";
import { hashPassword } from "../account/password";
import { hashToken } from "../account/token";
import { createContact } from "../contacts/data";
import { deleteContact, trashContact } from "../contacts/trash/data";
import { asOwner, type OwnerDb, type OwnerId } from "../db";
import { downloads } from "../exports/downloads";
import { logInteraction } from "../interactions/data";
import { newOperationKey } from "../operation-key";
import { testDatabase } from "../testing/database";
import { listEvents, listEventsToTake, noteEvent } from "./data";
import { auditQuery } from "./schema";

const database = testDatabase();
const { admin, app } = database;

const everything = auditQuery.parse({});
const actionsOf = async (owner: OwnerId) =>
  (await asOwner(owner, (db) => listEvents(db, everything, null))).events.map(({ action }) => action);

const met = {
  ...{ newNames: [], names: [], kind: "IN_PERSON" as const, direction: "JOINT" as const, depth: "NORMAL" as const },
  ...{ groupSize: null, followUpTitle: null, followUpDue: null, occurredAt: "2026-11-20T12:00:00.000Z" },
  ...{ notes: null, mentions: [] },
};

test("a line can't be changed or deleted, by the application or by whoever owns the schema, but goes with its account", async () => {
  const owner = await database.newOwner();
  await asOwner(owner, (db) => noteEvent(db, "contacts.create", "contact"));
  for (const statement of ["update audit_event set action = 'x'", "delete from audit_event"]) {
    await expect(database.app.query(statement)).rejects.toMatchObject({ code: "42501" });
    await expect(admin.query(statement)).rejects.toMatchObject({ code: "42501" });
  }
  await expect(admin.query("truncate audit_event")).rejects.toMatchObject({ code: "42501" });
  expect(await actionsOf(owner)).toEqual(["contacts.create", "account.made"]);

  const { rows } = await admin.query("select email from app_user where id = $1", [owner]);
  await deleteAccount(owner, rows[0].email, rows[0].email);
  expect((await admin.query("select from audit_event where owner_id = $1", [owner])).rowCount).toBe(0);
  const other = await database.newOwner();
  await admin.query("delete from app_user where id = $1", [other]);
  expect((await admin.query("select from audit_event where owner_id = $1", [other])).rowCount).toBe(0);
});

test("signing in, failing to, signing out and a new password are on record, and nobody's but the account's", async () => {
  const owner = await database.newOwner();
  const stranger = await database.newOwner();
  const { rows } = await admin.query("update app_user set password_hash = $2 where id = $1 returning email", [
    owner,
    await hashPassword("correct horse battery"),
  ]);
  const email = rows[0].email as string;
  await expect(signInWithPassword({ email, password: "wrong" }, null)).rejects.toThrow("wrongPassword");
  await expect(signInWithPassword({ email: "nobody@example.test", password: "wrong" }, null)).rejects.toThrow();
  // Noted beside the answer, which must not take longer for an account that is there.
  await vi.waitFor(async () => expect(await actionsOf(owner)).toContain("account.signInFailed"));
  const token = await signInWithPassword({ email, password: "correct horse battery" }, null);
  await admin.query("delete from session where token_hash = $1", [hashToken(token)]);
  expect(await actionsOf(owner)).toEqual([
    ...["account.signOut", "account.signIn", "account.signInFailed", "account.password", "account.made"],
  ]);
  expect(await actionsOf(stranger)).toEqual(["account.made"]);
});

test("what an administrator does to an account is in that account's log, as theirs; what the owner does, as the owner's", async () => {
  const [boss, owner, stranger] = [await database.newOwner(), await database.newOwner(), await database.newOwner()];
  await admin.query("update app_user set role = 'ADMINISTRATOR' where id = $1", [boss]);
  for (const set of ["role = 'ADMINISTRATOR'", "role = 'ADMINISTRATOR'", "closed_at = now()", "closed_at = null"])
    await app.query(
      `begin; select set_config('app.owner_id', '${boss}', true); update app_user set ${set} where id = '${owner}'; commit`,
    );
  const { events } = await asOwner(owner, (db) => listEvents(db, everything, null));
  expect(events.map(({ action, by }) => [action, by])).toEqual([
    ...[
      ["account.reopen", "administrator"],
      ["account.close", "administrator"],
      ["account.role", "administrator"],
    ],
    ["account.made", "owner"],
  ]);
  const { rows } = await admin.query("select distinct actor_id from audit_event where owner_id = $1", [owner]);
  expect(rows.map((row) => row.actor_id).sort()).toEqual([boss, owner].sort());
  const [, taken] = await asOwner(owner, (db) => listEventsToTake(db, null, 10));
  expect(taken).toMatchObject({ action: "account.role", by: "administrator" });
  expect(await actionsOf(stranger)).toEqual(["account.made"]);
  expect(await actionsOf(boss)).not.toContain("account.close");
});

test("it reads newest first, page by page, by kind, by day and by person, with rows as they are called today", async () => {
  const owner = await database.newOwner();
  const run = <T>(work: (db: OwnerDb) => Promise<T>) => asOwner(owner, work);
  const [ada, bo] = await run(async (db) => [
    await createContact(db, { fullName: "Ada" }),
    await createContact(db, { fullName: "Bo" }),
  ]);
  const meeting = newOperationKey();
  await run((db) => noteEvent(db, "contacts.create", "contact", [ada]));
  await run((db) => noteEvent(db, "contacts.create", "contact", [bo]));
  await run(async (db) => {
    await logInteraction(db, meeting, { ...met, contactIds: [ada] });
    await noteEvent(db, "interactions.log", "interaction", [meeting]);
  });
  await admin.query("update contact set full_name = 'Ada Byron' where owner_id = $1 and id = $2", [owner, ada]);

  const ask = (asked: object, day: { from: string; before: string } | null = null, limit = 50) =>
    run((db) => listEvents(db, auditQuery.parse(asked), day, limit));
  const first = await ask({}, null, 2);
  expect(first.events.map(({ action, rows }) => [action, ...rows])).toEqual([
    ["interactions.log", { name: "Ada Byron", href: `/log/${meeting}` }],
    ["contacts.create", { name: "Bo", href: `/contacts/${bo}` }],
  ]);
  const rest = await ask({ older: first.older });
  expect(rest.events.map(({ action }) => action)).toEqual(["contacts.create", "account.made"]);
  expect(rest.older).toBeNull();
  expect((await ask({ kind: "meetings" })).events).toHaveLength(1);
  expect((await ask({ kind: "account" })).events).toMatchObject([{ action: "account.made" }]);
  expect((await ask({ of: ada })).events.map(({ action }) => action)).toEqual(["interactions.log", "contacts.create"]);
  const yesterday = { from: "2020-01-01T00:00:00Z", before: "2020-01-02T00:00:00Z" };
  expect((await ask({}, yesterday)).events).toEqual([]);

  await run((db) => trashContact(db, bo));
  await run((db) => deleteContact(db, bo));
  expect((await ask({ of: bo })).events).toMatchObject([{ action: "contacts.create", rows: [] }]);
});

test("nobody reads another's lines, or what another's rows are called", async () => {
  const [owner, other] = [await database.newOwner(), await database.newOwner()];
  const theirs = await asOwner(other, (db) => createContact(db, { fullName: "Theirs" }));
  await asOwner(other, (db) => noteEvent(db, "contacts.create", "contact", [theirs]));
  await asOwner(owner, (db) => noteEvent(db, "contacts.update", "contact", [theirs]));
  const { events } = await asOwner(owner, (db) => listEvents(db, auditQuery.parse({ of: theirs }), null));
  expect(events).toMatchObject([{ action: "contacts.update", rows: [] }]);
});

test("as a table it has a row a line, and no cell that a spreadsheet would run", async () => {
  const owner = await database.newOwner();
  const id = newOperationKey();
  await asOwner(owner, (db) => noteEvent(db, "contacts.create", "=1+1", [id]));
  let table = "";
  await asOwner(owner, async (db) => {
    for await (const text of downloads["history.csv"].write(db, { locale: "en" })) table += text;
  });
  const lines = table.split("\r\n");
  expect(lines[0]).toBe("\uFEFFEvent id,Occurred at,Who,Action,Rows of,Ids");
  expect(lines).toHaveLength(4);
  expect(lines[2]).toMatch(new RegExp(`,owner,contacts\\.create,'=1\\+1,${id}$`));
});

test("the first account is made and signed in, and both are on record", async () => {
  await admin.query("delete from app_user");
  const token = "a token";
  await admin.query(
    "insert into one_time_link (purpose, token_hash, expires_at) values ('SETUP', $1, now() + interval '1 day')",
    [hashToken(token)],
  );
  const account = { token, name: "Olive", email: "olive@example.test", password: "a long password", timeZone: "UTC" };
  await setUpFirstOwner({ ...account, locale: "en" }, null);
  const { rows } = await admin.query("select id from app_user");
  expect(await actionsOf(rows[0].id)).toEqual(["account.signIn", "account.made"]);
});
