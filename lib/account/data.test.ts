import { expect, test } from "vitest";
import { testDatabase } from "@/lib/testing/database";
import { endSession, findSession, hasOwner, isSetupTokenValid, setUpFirstOwner, signInWithPassword } from "./data";
import { hashPassword } from "./password";
import { hashToken, newToken } from "./token";

const database = testDatabase();
const password = "correct horse battery";

async function setupLink(expires = "1 hour") {
  const token = newToken();
  await database.admin.query(
    "insert into one_time_link (purpose, token_hash, expires_at) values ('SETUP', $1, now() + $2::interval)",
    [hashToken(token), expires],
  );
  return token;
}

async function account(email: string) {
  await database.admin.query("insert into app_user (email, name, password_hash) values ($1, 'Ada', $2)", [
    email,
    await hashPassword(password),
  ]);
  return email;
}

test("the setup link makes the first owner once, signed in", async () => {
  expect(await hasOwner()).toBe(false);
  const expired = await setupLink("-1 minute");
  expect(await isSetupTokenValid(expired)).toBe(false);
  const token = await setupLink();
  expect(await isSetupTokenValid(token)).toBe(true);

  const input = {
    token,
    name: "Ada",
    email: "first@example.test",
    password,
    timeZone: "Europe/Oslo",
    locale: "de" as const,
  };
  await expect(setUpFirstOwner({ ...input, token: expired }, null)).rejects.toThrow("setupLink");
  const both = await Promise.allSettled([setUpFirstOwner(input, "a browser"), setUpFirstOwner(input, null)]);
  const made = both.filter((result) => result.status === "fulfilled");
  expect(made).toHaveLength(1);
  expect((await findSession(made[0]?.value ?? ""))?.account).toMatchObject({
    name: "Ada",
    timeZone: "Europe/Oslo",
    locale: "de",
  });
  expect(await hasOwner()).toBe(true);
  await expect(setUpFirstOwner({ ...input, token: await setupLink() }, null)).rejects.toThrow("setupLink");
});

test("the right password signs in, and signing out ends the session at once", async () => {
  const email = await account("in@example.test");
  const token = await signInWithPassword({ email, password }, null);
  expect((await findSession(token))?.account.email).toBe(email);
  await endSession(token);
  expect(await findSession(token)).toBeNull();
});

test("a wrong password and an unknown e-mail get the same answer", async () => {
  const email = await account("wrong@example.test");
  await expect(signInWithPassword({ email, password: "not this one" }, null)).rejects.toThrow("wrongPassword");
  await expect(signInWithPassword({ email: "no@example.test", password }, null)).rejects.toThrow("wrongPassword");
});

test("guessing is slowed down, also in parallel, and a right password must wait as well", async () => {
  const email = await account("slow@example.test");
  for (let n = 0; n < 12; n++) await signInWithPassword({ email, password: "a wrong guess" }, null).catch(() => {});
  await expect(signInWithPassword({ email, password }, null)).rejects.toThrow("wait");
});

test("a session that ran out or lay idle is nobody's", async () => {
  const email = await account("old@example.test");
  const idle = await signInWithPassword({ email, password }, null);
  await database.admin.query("update session set last_seen_at = now() - interval '15 days' where token_hash = $1", [
    hashToken(idle),
  ]);
  expect(await findSession(idle)).toBeNull();
  const over = await signInWithPassword({ email, password }, null);
  await database.admin.query("update session set expires_at = now() - interval '1 second' where token_hash = $1", [
    hashToken(over),
  ]);
  expect(await findSession(over)).toBeNull();
});
