import { expect, test } from "vitest";
import { newAccount, newLink, password } from "@/lib/testing/account";
import { testDatabase } from "@/lib/testing/database";
import { findSession, isSetupTokenValid, setUpFirstOwner, signInWithPassword } from "../data";
import { hashToken } from "../token";
import { isResetTokenValid, resetPassword, sweepLinks } from "./data";

const database = testDatabase();
const other = "quite another battery";

test("a link sets a new password once: every session ends, nobody waits any more, and the log says it", async () => {
  const { owner, email } = await newAccount(database.admin);
  const session = await signInWithPassword({ email, password }, null);
  for (let n = 0; n < 12; n++) await signInWithPassword({ email, password: "a wrong guess" }, null).catch(() => {});
  const token = await newLink(database.admin, owner);
  expect(await isResetTokenValid(token)).toBe(true);

  await expect(resetPassword({ token, password: "passwordpassword" })).rejects.toThrow("passwordCommon");
  const both = await Promise.allSettled([1, 2].map((n) => resetPassword({ token, password: `${other} ${n}` })));
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await isResetTokenValid(token)).toBe(false);
  await expect(resetPassword({ token, password: other })).rejects.toThrow("resetLink");
  expect(await findSession(session)).toBeNull();
  const n = both.findIndex(({ status }) => status === "fulfilled") + 1;
  const again = await signInWithPassword({ email, password: `${other} ${n}` }, null);
  expect((await findSession(again))?.owner).toBe(owner);
  await expect(signInWithPassword({ email, password }, null)).rejects.toThrow("wrongPassword");
  const { rows } = await database.admin.query("select action, entity_ids from audit_event where owner_id = $1", [
    owner,
  ]);
  expect(rows.filter(({ action }) => action === "account.resetPassword")).toHaveLength(1);
  expect(rows).toContainEqual({ action: "account.resetPassword", entity_ids: [owner] });
});

test("the browser that failed at the old password needn't wait with the new one", async () => {
  const { owner, email } = await newAccount(database.admin);
  const here = { address: null, browser: "the browser at home" };
  await database.admin.query("insert into sign_in_failure (key_hash, failures) values ($1, 100)", [
    hashToken(`browser:${here.browser}`),
  ]);
  await expect(signInWithPassword({ email, password }, null, here)).rejects.toThrow("wait");
  await resetPassword({ token: await newLink(database.admin, owner), password: other }, async () => here);
  await signInWithPassword({ email, password: other }, null, here);
});

test("a made-up link costs no hashing, and must wait in the end; a right one isn't counted", async () => {
  const { owner } = await newAccount(database.admin);
  const from = async () => ({ address: "192.0.2.77", browser: null });
  const setUp = { name: "Ada", email: "late@example.test", timeZone: "UTC", locale: "en" as const };
  // A common password is refused by newPasswordHash alone: as long as the link is wrong nothing has got that far.
  for (const token of ["made up", await newLink(database.admin, owner, "-1 second")])
    await expect(resetPassword({ token, password: "passwordpassword" }, from)).rejects.toThrow("resetLink");
  const setting = setUpFirstOwner({ ...setUp, token: "made up", password: "passwordpassword" }, null, "192.0.2.77");
  await expect(setting).rejects.toThrow("setupLink");
  const failures = async () =>
    (
      await database.admin.query("select failures from sign_in_failure where key_hash = $1", [
        hashToken("address:192.0.2.77"),
      ])
    ).rows;
  expect(await failures()).toEqual([{ failures: 3 }]);
  await resetPassword({ token: await newLink(database.admin, owner), password: other }, from);
  expect(await failures()).toEqual([{ failures: 3 }]);
  await database.admin.query("update sign_in_failure set failures = 100, last_at = now() where key_hash = $1", [
    hashToken("address:192.0.2.77"),
  ]);
  const token = await newLink(database.admin, owner);
  await expect(resetPassword({ token, password: other }, from)).rejects.toThrow("wait");
  expect(await isResetTokenValid(token)).toBe(true);
});

test("one that has expired, was made up, or is for something else sets nothing", async () => {
  const { owner, email } = await newAccount(database.admin);
  const [expired, setup] = [await newLink(database.admin, owner, "-1 second"), await newLink(database.admin, null)];
  for (const token of [expired, setup, "made up"]) {
    expect(await isResetTokenValid(token)).toBe(false);
    await expect(resetPassword({ token, password: other })).rejects.toThrow("resetLink");
  }
  expect(await isSetupTokenValid(setup)).toBe(true);
  expect(await isSetupTokenValid(await newLink(database.admin, owner))).toBe(false);
  await expect(signInWithPassword({ email, password }, null)).resolves.toBeTruthy();
});

test("another account's link is another account's", async () => {
  const [mine, theirs] = [await newAccount(database.admin), await newAccount(database.admin)];
  const session = await signInWithPassword({ email: theirs.email, password }, null);
  await resetPassword({ token: await newLink(database.admin, mine.owner), password: other });
  expect(await findSession(session)).not.toBeNull();
  await expect(signInWithPassword({ email: theirs.email, password: other }, null)).rejects.toThrow("wrongPassword");
});

test("links that were used or have expired are swept away, others not", async () => {
  const { owner } = await newAccount(database.admin);
  const [used, expired, open] = [
    await newLink(database.admin, owner),
    await newLink(database.admin, owner, "-1 second"),
    await newLink(database.admin, owner),
  ];
  await database.admin.query("update one_time_link set used_at = now() where token_hash = $1", [hashToken(used)]);
  await sweepLinks();
  const { rows } = await database.admin.query("select token_hash from one_time_link where token_hash = any($1)", [
    [used, expired, open].map((token) => Buffer.from(hashToken(token))),
  ]);
  expect(rows).toEqual([{ token_hash: Buffer.from(hashToken(open)) }]);
});
