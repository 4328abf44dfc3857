import { expect, test } from "vitest";
import { addAccount, findSession, setUpFirstOwner, signInWithPassword } from "../account/data";
import { deleteAccount } from "../account/leave/data";
import * as oidc from "../account/oidc/data";
import { hashPassword } from "../account/password";
import { hashToken, newToken } from "../account/token";
import { findFeed, renewFeed } from "../calendar-feed/data";
import { asking } from "../testing/asking";
import * as data from "./data";
import { joinWithPassword } from "./join/data";
import {
  by,
  closeAccount,
  makeInvite,
  membersTest,
  newEmail,
  password,
  person,
  reopenAccount,
  revokeInvite,
  setRole,
  setSignUp,
  zone,
} from "./testing/members-test";

const { database, admin, house, account, emailOf, roleOf, invite, whileUncommitted } = membersTest();
const { signInByIdentity } = oidc;
const connectIdentity = asking(oidc.connectIdentity);

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

test("who signs in while their account is being closed has no session, also once it is opened again", async () => {
  const owner = await account();
  await connectIdentity(owner, { issuer: "https://login.example/", subject: "late" });
  const answer = await whileUncommitted("update app_user set closed_at = now() where id = $1", [owner], () =>
    signInByIdentity({ issuer: "https://login.example/", subject: "late" }, null),
  );
  expect(answer).toBe("closed");
  await reopenAccount(house.boss, owner);
  expect((await admin.query("select from session where user_id = $1", [owner])).rowCount).toBe(0);
});

test("whatever an owner asks for that is an administrator's is refused, and nothing changes", async () => {
  const owner = await account();
  const { id: link } = await makeInvite(house.boss, { forWhom: "Ida", role: "OWNER" });
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
    () => closeAccount(owner, house.boss),
    () => reopenAccount(owner, owner),
    () => setSignUp(owner, "OPEN"),
  ]) {
    await expect(asked()).rejects.toThrow("notAdministrator");
  }
  expect(await everything()).toBe(before);
});

test("the last administrator stays one: by role, by closing, by leaving, also when two go at once", async () => {
  await expect(setRole(house.boss, { id: house.boss, role: "OWNER" })).rejects.toThrow("lastAdministrator");
  const other = await account();
  await expect(setRole(house.boss, { id: house.boss, role: "OWNER" })).rejects.toThrow("lastAdministrator");
  await expect(closeAccount(house.boss, house.boss)).rejects.toThrow("closeYourself");
  await expect(deleteAccount(house.boss, "x", "x")).rejects.toThrow("lastAdministrator");
  for (let n = 0; n < 10; n++) {
    await setRole(house.boss, { id: other, role: "ADMINISTRATOR" });
    const both = await Promise.allSettled([
      setRole(house.boss, { id: house.boss, role: "OWNER" }),
      closeAccount(house.boss, other),
    ]);
    expect(both.filter(({ status }) => status === "rejected")).toHaveLength(1);
    await admin.query("update app_user set role = 'ADMINISTRATOR', closed_at = null");
  }
  await deleteAccount(house.boss, "x", "x"); // the other one stays
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
  await closeAccount(house.boss, owner);
  expect(await findSession(session)).toBeNull();
  expect(await findFeed(feed)).toBeNull();
  await expect(signInWithPassword({ email, password }, null)).rejects.toThrow("closed");
  await expect(signInWithPassword({ email, password: "not this one" }, null)).rejects.toThrow("wrongPassword");
  await expect(signInByIdentity({ issuer: "https://login.example/", subject: "ida" }, null)).rejects.toThrow("closed");
  await expect(closeAccount(house.boss, owner)).rejects.toThrow("unknownAccount"); // it is
  await reopenAccount(house.boss, owner);
  expect(await findSession(session)).toBeNull();
  expect(await findFeed(feed)).toMatchObject({ owner });
  await signInWithPassword({ email, password }, null);
});

test("accounts are found by name and e-mail, page by page, with when they were last here", async () => {
  const ids = await Promise.all(Array.from({ length: 60 }, () => database.newOwner()));
  const first = await data.listMembers(house.boss);
  expect([first.members.length, first.total]).toEqual([50, 61]);
  const second = await data.listMembers(house.boss, { before: first.next ?? "" });
  expect(second.next).toBeNull();
  const all = [...first.members, ...second.members].map(({ id }) => id);
  expect(new Set(all)).toEqual(new Set([...ids, house.boss]));

  const token = await invite();
  const { owner, session } = await joinWithPassword({ ...person(token), name: "100% Zoë" }, by());
  await admin.query("delete from session");
  expect(await findSession(session)).toBeNull();
  const found = await data.listMembers(house.boss, { asked: "100% zo" });
  expect(found).toMatchObject({ total: 1, members: [{ id: owner, name: "100% Zoë", lastSeen: expect.any(String) }] });
  expect(
    (await data.listMembers(house.boss, { asked: await emailOf(house.boss) })).members.map(({ id }) => id),
  ).toEqual([house.boss]);
});
