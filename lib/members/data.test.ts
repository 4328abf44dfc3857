import { beforeEach, expect, test } from "vitest";
import { addAccount, findSession, setUpFirstOwner, signInWithPassword } from "../account/data";
import { deleteAccount } from "../account/leave/data";
import * as oidc from "../account/oidc/data";
import { connectedSince, signInByIdentity } from "../account/oidc/data";
import { hashPassword } from "../account/password";
import { chooseFirstPassword as chooseHash, hasPassword } from "../account/password/data";
import { isResetTokenValid } from "../account/reset/data";
import { hashToken, newToken } from "../account/token";
import type { Role } from "../account/words";
import { findFeed, renewFeed } from "../calendar-feed/data";
import type { OwnerId } from "../db";
import { newLink } from "../testing/account";
import { asking } from "../testing/asking";
import { testDatabase } from "../testing/database";
import { somebodyWaits } from "../testing/waiting";
import * as data from "./data";
import { getSignUp, getWelcome, joinWithIdentity, joinWithPassword } from "./join/data";

const database = testDatabase();
const { admin } = database;
const password = "correct horse battery";
const zone = { timeZone: "Europe/Oslo", locale: "en" as const };
let count = 0;
const [makeInvite, revokeInvite] = [asking(data.makeInvite), asking(data.revokeInvite)];
const [setRole, setSignUp] = [asking(data.setRole), asking(data.setSignUp)];
const [connectIdentity, disconnectIdentity] = [asking(oidc.connectIdentity), asking(oidc.disconnectIdentity)];
const chooseFirstPassword = async (who: OwnerId, chosen: string) => asking(chooseHash)(who, await hashPassword(chosen));
const [closeAccount, reopenAccount] = [asking(data.closeAccount), asking(data.reopenAccount)];

const newEmail = () => `member${++count}@example.test`;
/** From another address each time, unless a test is about the same one. */
const by = (address = `192.0.2.${++count}`) => ({ userAgent: null, address });
const person = (token: string, email = newEmail()) => ({ token, name: "Ida Invited", email, password, ...zone });

async function account(role: Role = "OWNER"): Promise<OwnerId> {
  const owner = await database.newOwner();
  await admin.query("update app_user set role = $2 where id = $1", [owner, role]);
  return owner;
}
const emailOf = async (id: OwnerId) =>
  (await admin.query("select email from app_user where id = $1", [id])).rows[0].email as string;
const roleOf = async (id: OwnerId) =>
  (await admin.query("select role from app_user where id = $1", [id])).rows[0].role as Role;

let boss: OwnerId;
beforeEach(async () => {
  await admin.query("delete from app_user");
  boss = await account("ADMINISTRATOR");
  await setSignUp(boss, "INVITE");
});

const invite = async (role: Role = "OWNER") => (await makeInvite(boss, { forWhom: "Ida", role })).token;

test("the first account is an administrator's, however it is made; later ones are not", async () => {
  const newAccount = () => ({ name: "Ada", email: newEmail(), password, timeZone: "UTC" });
  await admin.query("delete from app_user");
  expect(await roleOf(await addAccount(newAccount()))).toBe("ADMINISTRATOR");
  expect(await roleOf(await addAccount(newAccount()))).toBe("OWNER");
  await admin.query("delete from app_user");
  const token = newToken();
  await admin.query(
    "insert into one_time_link (purpose, token_hash, expires_at) values ('SETUP', $1, now() + interval '1 hour')",
    [hashToken(token)],
  );
  const session = await setUpFirstOwner({ ...newAccount(), ...zone, token }, null);
  expect((await findSession(session))?.account.role).toBe("ADMINISTRATOR");
});

test("of twenty who use an invitation at the same moment one gets in, with the role it gives", async () => {
  const token = await invite("ADMINISTRATOR");
  expect(await getWelcome(token)).toBe("welcome");
  const tries = await Promise.allSettled(Array.from({ length: 20 }, () => joinWithPassword(person(token), by())));
  const joined = tries.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  expect(joined).toHaveLength(1);
  const [first] = joined;
  expect((await findSession(first?.session ?? ""))?.account).toMatchObject({ role: "ADMINISTRATOR" });
  expect((await admin.query("select from app_user")).rowCount).toBe(2);
  expect(await getWelcome(token)).toBe("inviteGone");
});

test("an invitation that ran out, was taken back, or whose maker is no administrator any more, lets nobody in", async () => {
  const expired = await invite();
  await admin.query("update invite set expires_at = now() - interval '1 second'");
  await expect(joinWithPassword(person(expired), by())).rejects.toThrow("inviteGone");
  const { id, token } = await makeInvite(boss, { forWhom: null, role: "OWNER" });
  expect(await data.listInvites(boss)).toMatchObject([{ id, forWhom: null, role: "OWNER" }]); // the one that works
  await revokeInvite(boss, id);
  await expect(joinWithPassword(person(token), by())).rejects.toThrow("inviteGone");
  await expect(revokeInvite(boss, id)).rejects.toThrow("inviteUsed");

  const second = await account("ADMINISTRATOR");
  const third = await account("ADMINISTRATOR");
  const theirs = await Promise.all(
    [second, third].map((who) => makeInvite(who, { forWhom: null, role: "ADMINISTRATOR" })),
  );
  await setRole(boss, { id: second, role: "OWNER" });
  await closeAccount(boss, third);
  for (const one of theirs) expect(await getWelcome(one.token)).toBe("inviteGone");
});

/** Runs `meanwhile` while a transaction has done `change` and not committed; answers once both are over. */
async function whileUncommitted<T>(change: string, values: unknown[], meanwhile: () => Promise<T>) {
  const other = await admin.connect();
  try {
    await other.query("begin");
    await other.query(change, values);
    const asked = meanwhile().then(
      (answer) => answer,
      (error: Error) => error.message,
    );
    await somebodyWaits(admin);
    await other.query("commit");
    return await asked;
  } finally {
    await other.query("rollback"); // where it was committed there is nothing to take back
    other.release();
  }
}

test("whose right is being taken away invites nobody any more, and an invitation of theirs lets nobody in", async () => {
  const second = await account("ADMINISTRATOR");
  const { token } = await makeInvite(second, { forWhom: null, role: "ADMINISTRATOR" });
  const answer = await whileUncommitted("update app_user set role = 'OWNER' where id = $1", [second], () =>
    makeInvite(second, { forWhom: null, role: "ADMINISTRATOR" }),
  );
  expect(answer).toBe("notAdministrator");
  expect(await getWelcome(token)).toBe("inviteGone"); // although it is there still
  expect(await data.listInvites(boss)).toEqual([]);
});

test("who signs in while their account is being closed has no session, also once it is opened again", async () => {
  const owner = await account();
  await connectIdentity(owner, { issuer: "https://login.example/", subject: "late" });
  const answer = await whileUncommitted("update app_user set closed_at = now() where id = $1", [owner], () =>
    signInByIdentity({ issuer: "https://login.example/", subject: "late" }, null),
  );
  expect(answer).toBe("closed");
  await reopenAccount(boss, owner);
  expect((await admin.query("select from session where user_id = $1", [owner])).rowCount).toBe(0);
});

test("a refused try leaves the invitation as it was; the token itself is kept nowhere", async () => {
  const token = await invite();
  await expect(joinWithPassword(person(token, await emailOf(boss)), by())).rejects.toThrow("emailTaken");
  expect(await getWelcome(token)).toBe("welcome");
  const { rows } = await admin.query("select to_jsonb(i)::text as row from invite i");
  expect(rows[0].row).not.toContain(token);
  expect(rows[0].row).not.toContain(Buffer.from(token).toString("hex"));
});

test("nobody, who is invited, everybody: as the administrators say", async () => {
  const token = await invite();
  expect(await getSignUp()).toBe("INVITE");
  await expect(joinWithPassword(person(""), by())).rejects.toThrow("byInvitation");
  await setSignUp(boss, "CLOSED");
  await expect(joinWithPassword(person(token), by())).rejects.toThrow("closed");
  await setSignUp(boss, "OPEN");
  const { owner } = await joinWithPassword(person(""), by());
  expect(await roleOf(owner)).toBe("OWNER");
  await joinWithPassword(person(token), by());
});

test("where nobody has an account nobody joins: what was allowed before went with the last one", async () => {
  await setSignUp(boss, "OPEN");
  await deleteAccount(boss, "x", "x");
  expect((await admin.query("select from house_rule")).rowCount).toBe(0);
  await admin.query("insert into house_rule (sign_up) values ('OPEN')"); // as it was left by accounts that went otherwise
  expect(await getWelcome("")).toBe("closed");
  await expect(joinWithPassword(person(""), by())).rejects.toThrow("closed");
  expect((await admin.query("select from app_user")).rowCount).toBe(0);
});

test("a try that was right isn't counted", async () => {
  await setSignUp(boss, "OPEN");
  const from = by("192.0.2.251");
  await joinWithPassword(person("no token"), from).catch(() => {});
  for (let n = 0; n < 3; n++) await joinWithPassword(person(""), from);
  const { rows } = await admin.query("select failures from sign_in_failure where key_hash = $1", [
    hashToken("join:192.0.2.251"),
  ]);
  expect(rows).toEqual([{ failures: 1 }]);
});

test("too many tries from one address must wait", async () => {
  const token = await invite();
  for (let n = 0; n < 52; n++) await joinWithPassword(person("not a token"), by("192.0.2.250")).catch(() => {});
  await expect(joinWithPassword(person(token), by("192.0.2.250"))).rejects.toThrow("wait");
  await joinWithPassword(person(token), by());
});

test("whatever an owner asks for that is an administrator's is refused, and nothing changes", async () => {
  const owner = await account();
  const { id: link } = await makeInvite(boss, { forWhom: "Ida", role: "OWNER" });
  const everything = async () =>
    JSON.stringify(
      await Promise.all(
        ["app_user", "invite", "house_rule"].map((table) => admin.query(`select * from ${table} order by 1`)),
      ).then((all) => all.map(({ rows }) => rows)),
    );
  const before = await everything();
  for (const asked of [
    () => data.listMembers(owner),
    () => data.listInvites(owner),
    () => makeInvite(owner, { forWhom: null, role: "ADMINISTRATOR" }),
    () => revokeInvite(owner, link),
    () => setRole(owner, { id: owner, role: "ADMINISTRATOR" }),
    () => closeAccount(owner, boss),
    () => reopenAccount(owner, owner),
    () => setSignUp(owner, "OPEN"),
  ]) {
    await expect(asked()).rejects.toThrow("notAdministrator");
  }
  expect(await everything()).toBe(before);
});

test("the last administrator stays one: by role, by closing, by leaving, also when two go at once", async () => {
  await expect(setRole(boss, { id: boss, role: "OWNER" })).rejects.toThrow("lastAdministrator");
  const other = await account();
  await expect(setRole(boss, { id: boss, role: "OWNER" })).rejects.toThrow("lastAdministrator");
  await expect(closeAccount(boss, boss)).rejects.toThrow("closeYourself");
  await expect(deleteAccount(boss, "x", "x")).rejects.toThrow("lastAdministrator");
  for (let n = 0; n < 10; n++) {
    await setRole(boss, { id: other, role: "ADMINISTRATOR" });
    const both = await Promise.allSettled([setRole(boss, { id: boss, role: "OWNER" }), closeAccount(boss, other)]);
    expect(both.filter(({ status }) => status === "rejected")).toHaveLength(1);
    await admin.query("update app_user set role = 'ADMINISTRATOR', closed_at = null");
  }
  await deleteAccount(boss, "x", "x"); // the other one stays
  await deleteAccount(other, "x", "x"); // nobody is left behind
  expect((await admin.query("select from app_user")).rowCount).toBe(0);
});

test("a closed account is signed out everywhere, its calendar is shut, and it opens again with all that is in it", async () => {
  const owner = await account();
  const email = await emailOf(owner);
  await admin.query("update app_user set password_hash = $2 where id = $1", [owner, await hashPassword(password)]);
  await connectIdentity(owner, { issuer: "https://login.example/", subject: "ida" });
  const session = await signInWithPassword({ email, password }, null);
  const feed = await asking(renewFeed)(owner, false);
  await closeAccount(boss, owner);
  expect(await findSession(session)).toBeNull();
  expect(await findFeed(feed)).toBeNull();
  await expect(signInWithPassword({ email, password }, null)).rejects.toThrow("closed");
  await expect(signInWithPassword({ email, password: "not this one" }, null)).rejects.toThrow("wrongPassword");
  await expect(signInByIdentity({ issuer: "https://login.example/", subject: "ida" }, null)).rejects.toThrow("closed");
  await expect(closeAccount(boss, owner)).rejects.toThrow("unknownAccount"); // it is
  await reopenAccount(boss, owner);
  expect(await findSession(session)).toBeNull();
  expect(await findFeed(feed)).toMatchObject({ owner });
  await signInWithPassword({ email, password }, null);
});

test("accounts are found by name and e-mail, page by page, with when they were last here", async () => {
  const ids = await Promise.all(Array.from({ length: 60 }, () => database.newOwner()));
  const first = await data.listMembers(boss);
  expect([first.members.length, first.total]).toEqual([50, 61]);
  const second = await data.listMembers(boss, { before: first.next ?? "" });
  expect(second.next).toBeNull();
  const all = [...first.members, ...second.members].map(({ id }) => id);
  expect(new Set(all)).toEqual(new Set([...ids, boss]));

  const token = await invite();
  const { owner, session } = await joinWithPassword({ ...person(token), name: "100% Zoë" }, by());
  await admin.query("delete from session");
  expect(await findSession(session)).toBeNull();
  const found = await data.listMembers(boss, { asked: "100% zo" });
  expect(found).toMatchObject({ total: 1, members: [{ id: owner, name: "100% Zoë", lastSeen: expect.any(String) }] });
  expect((await data.listMembers(boss, { asked: await emailOf(boss) })).members.map(({ id }) => id)).toEqual([boss]);
});

test("an identity belongs to one account, and goes only where a password remains", async () => {
  const [owner, other] = [await account(), await account()];
  const identity = { issuer: "https://login.example/", subject: "same" };
  const both = await Promise.allSettled([connectIdentity(owner, identity), connectIdentity(other, identity)]);
  expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "taken" } });
  // The same subject elsewhere is somebody else.
  expect(await signInByIdentity({ ...identity, issuer: "https://other.example/" }, null)).toBeNull();
  const mine = both[0]?.status === "fulfilled" ? owner : other;
  const session = await signInByIdentity(identity, null);
  expect((await findSession(session ?? ""))?.owner).toBe(mine);

  const token = await invite();
  const joiner = { token, name: "Nora", email: newEmail(), ...zone };
  await expect(joinWithIdentity(joiner, identity, by())).rejects.toThrow("taken");
  const once = { issuer: identity.issuer, subject: "twice at once" };
  await setSignUp(boss, "OPEN");
  const twice = await Promise.allSettled(
    [1, 2].map(() => joinWithIdentity({ ...joiner, token: "", email: newEmail() }, once, by())),
  );
  expect(twice.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "taken" } });
  const theirs = { ...identity, subject: "nora" };
  const { owner: nora } = await joinWithIdentity(joiner, theirs, by());
  expect(await connectedSince(nora, identity.issuer)).toEqual(expect.any(String));
  expect(await hasPassword(nora)).toBe(false);
  await expect(disconnectIdentity(nora, identity.issuer)).rejects.toThrow("passwordFirst");
  await expect(signInWithPassword({ email: joiner.email, password }, null)).rejects.toThrow("wrongPassword");
  const link = await newLink(admin, nora);
  await chooseFirstPassword(nora, password);
  expect(await isResetTokenValid(link)).toBe(false);
  await expect(chooseFirstPassword(nora, "another one, later")).rejects.toThrow("hasPassword");
  await signInWithPassword({ email: joiner.email, password }, null);
  await disconnectIdentity(nora, identity.issuer);
  await expect(disconnectIdentity(nora, identity.issuer)).rejects.toThrow("notConnected");
  await disconnectIdentity(mine, identity.issuer);
  expect(await signInByIdentity(identity, null)).toBeNull();
});
