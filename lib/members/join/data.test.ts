import { expect, test } from "vitest";
import { findSession, signInWithPassword } from "@/lib/account/data";
import { deleteAccount } from "@/lib/account/leave/data";
import * as oidc from "@/lib/account/oidc/data";
import { hashPassword } from "@/lib/account/password";
import { chooseFirstPassword as chooseHash, hasPassword } from "@/lib/account/password/data";
import { isResetTokenValid } from "@/lib/account/reset/data";
import { hashToken } from "@/lib/account/token";
import type { OwnerId } from "@/lib/db";
import { newLink } from "@/lib/testing/account";
import { asking } from "@/lib/testing/asking";
import * as data from "../data";
import {
  by,
  closeAccount,
  makeInvite,
  membersTest,
  newEmail,
  password,
  person,
  revokeInvite,
  setRole,
  setSignUp,
  zone,
} from "../testing/members-test";
import { getSignUp, getWelcome, joinWithIdentity, joinWithPassword } from "./data";

const { admin, house, account, emailOf, roleOf, invite, whileUncommitted } = membersTest();
const { connectedSince, signInByIdentity } = oidc;
const [connectIdentity, disconnectIdentity] = [asking(oidc.connectIdentity), asking(oidc.disconnectIdentity)];
const chooseFirstPassword = async (who: OwnerId, chosen: string) => asking(chooseHash)(who, await hashPassword(chosen));

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
  const { id, token } = await makeInvite(house.boss, { forWhom: null, role: "OWNER" });
  expect(await data.listInvites(house.boss)).toMatchObject([{ id, forWhom: null, role: "OWNER" }]); // the one that works
  await revokeInvite(house.boss, id);
  await expect(joinWithPassword(person(token), by())).rejects.toThrow("inviteGone");
  await expect(revokeInvite(house.boss, id)).rejects.toThrow("inviteUsed");

  const second = await account("ADMINISTRATOR");
  const third = await account("ADMINISTRATOR");
  const theirs = await Promise.all(
    [second, third].map((who) => makeInvite(who, { forWhom: null, role: "ADMINISTRATOR" })),
  );
  await setRole(house.boss, { id: second, role: "OWNER" });
  await closeAccount(house.boss, third);
  for (const one of theirs) expect(await getWelcome(one.token)).toBe("inviteGone");
});

test("whose right is being taken away invites nobody any more, and an invitation of theirs lets nobody in", async () => {
  const second = await account("ADMINISTRATOR");
  const { token } = await makeInvite(second, { forWhom: null, role: "ADMINISTRATOR" });
  const answer = await whileUncommitted("update app_user set role = 'OWNER' where id = $1", [second], () =>
    makeInvite(second, { forWhom: null, role: "ADMINISTRATOR" }),
  );
  expect(answer).toBe("notAdministrator");
  expect(await getWelcome(token)).toBe("inviteGone"); // although it is there still
  expect(await data.listInvites(house.boss)).toEqual([]);
});

test("a refused try leaves the invitation as it was; the token itself is kept nowhere", async () => {
  const token = await invite();
  await expect(joinWithPassword(person(token, await emailOf(house.boss)), by())).rejects.toThrow("emailTaken");
  expect(await getWelcome(token)).toBe("welcome");
  const { rows } = await admin.query("select to_jsonb(i)::text as row from invite i");
  expect(rows[0].row).not.toContain(token);
  expect(rows[0].row).not.toContain(Buffer.from(token).toString("hex"));
});

test("nobody, who is invited, everybody: as the administrators say", async () => {
  const token = await invite();
  expect(await getSignUp()).toBe("INVITE");
  await expect(joinWithPassword(person(""), by())).rejects.toThrow("byInvitation");
  await setSignUp(house.boss, "CLOSED");
  await expect(joinWithPassword(person(token), by())).rejects.toThrow("closed");
  await setSignUp(house.boss, "OPEN");
  const { owner } = await joinWithPassword(person(""), by());
  expect(await roleOf(owner)).toBe("OWNER");
  await joinWithPassword(person(token), by());
});

test("where nobody has an account nobody joins: what was allowed before went with the last one", async () => {
  await setSignUp(house.boss, "OPEN");
  await deleteAccount(house.boss, "x", "x");
  expect((await admin.query("select from house_rule")).rowCount).toBe(0);
  await admin.query("insert into house_rule (sign_up) values ('OPEN')"); // as it was left by accounts that went otherwise
  expect(await getWelcome("")).toBe("closed");
  await expect(joinWithPassword(person(""), by())).rejects.toThrow("closed");
  expect((await admin.query("select from app_user")).rowCount).toBe(0);
});

test("a try that was right isn't counted", async () => {
  await setSignUp(house.boss, "OPEN");
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
  await setSignUp(house.boss, "OPEN");
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
