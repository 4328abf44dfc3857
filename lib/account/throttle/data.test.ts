import { expect, test } from "vitest";
import { newAccount, password } from "@/lib/testing/account";
import { testDatabase } from "@/lib/testing/database";
import { signInWithPassword } from "../data";
import { withAccount, withAddress } from "../throttle";
import { hashToken } from "../token";
import { nowhere, sweepTries } from "./data";

const database = testDatabase();

const tryIn = (email: string, typed: string, address: string | null = null) =>
  signInWithPassword({ email, password: typed }, null, { ...nowhere, address }).then(
    () => "in",
    (error: Error) => error.message,
  );

async function fail(times: number, email: string, address: string | null = null) {
  for (let n = 0; n < times; n++) expect(await tryIn(email, "a wrong guess", address)).toBe("wrongPassword");
}

/** As if so many tries had failed, the last of them so long ago. */
const failedBefore = (key: string, failures: number, ago: string) =>
  database.admin.query(
    `insert into sign_in_failure (key_hash, failures, last_at) values ($1, $2, now() - $3::interval)
     on conflict (key_hash) do update set failures = excluded.failures, last_at = excluded.last_at`,
    [hashToken(key), failures, ago],
  );

const failuresOf = async (key: string) =>
  (await database.admin.query("select failures from sign_in_failure where key_hash = $1", [hashToken(key)])).rows[0]
    ?.failures;

test("after five wrong passwords an account waits, and the right one too; the sentence says how long", async () => {
  const { email } = await newAccount(database.admin);
  await fail(withAccount.free, email);
  await failedBefore(`account:${email}`, 10, "0 seconds"); // 32 seconds, however slow this machine is
  await expect(signInWithPassword({ email, password }, null)).rejects.toMatchObject({
    code: "waitSeconds",
    params: { seconds: expect.toSatisfy((left: number) => left > 20 && left <= 32) },
  });
  await failedBefore(`account:${email}`, 1_000, "1 minute");
  await expect(signInWithPassword({ email, password }, null)).rejects.toMatchObject({
    code: "wait",
    params: { minutes: 14 },
  });
});

test("never for good: once the wait is over the right password signs in, and what failed is forgotten", async () => {
  const { email } = await newAccount(database.admin);
  await failedBefore(`account:${email}`, 1_000_000, "15 minutes 1 second");
  expect(await tryIn(email, password)).toBe("in");
  expect(await failuresOf(`account:${email}`)).toBeUndefined();
});

test("a try while waiting doesn't make the wait longer", async () => {
  const { email } = await newAccount(database.admin);
  await failedBefore(`account:${email}`, 20, "1 minute");
  expect(await tryIn(email, "a wrong guess")).toBe("wait");
  expect(await failuresOf(`account:${email}`)).toBe(20);
});

test("fifty guesses at the same time are no more than five", async () => {
  const { email } = await newAccount(database.admin);
  const answers = await Promise.all(Array.from({ length: 50 }, (_, n) => tryIn(email, `a wrong guess, ${n}`)));
  const looked = answers.filter((answer) => answer === "wrongPassword").length;
  expect(looked).toBeGreaterThanOrEqual(withAccount.free);
  expect(looked).toBeLessThanOrEqual(withAccount.free + 3); // one after each second, two and four that went by
});

test("an address that guesses at everybody waits, whomever it asks for, and others don't", async () => {
  const [tried, other] = [await newAccount(database.admin), await newAccount(database.admin)];
  await fail(3, tried.email, "192.0.2.1");
  await fail(2, "nobody@example.test", "192.0.2.1");
  expect(await failuresOf("address:192.0.2.1")).toBe(5);
  await failedBefore("address:192.0.2.1", withAddress.free + 8, "0 seconds");
  expect(await tryIn(other.email, password, "192.0.2.1")).toBe("wait");
  expect(await tryIn(other.email, password, "192.0.2.2")).toBe("in");
});

test("a stranger who never stops guessing doesn't keep out a browser that was in before, which has its own five", async () => {
  const { email } = await newAccount(database.admin);
  await failedBefore(`account:${email}`, 1_000, "0 seconds");
  await failedBefore("address:192.0.2.9", 1_000, "0 seconds"); // they sit at the same address
  const known = { address: "192.0.2.9", browser: "a browser's id" };
  expect(await tryIn(email, password, "192.0.2.9")).toBe("wait");
  await expect(signInWithPassword({ email, password }, null, known)).resolves.toBeTruthy();
  await failedBefore("browser:a browser's id", withAccount.free + 9, "0 seconds");
  await expect(signInWithPassword({ email, password }, null, known)).rejects.toThrow("wait");
  expect(await failuresOf("address:192.0.2.9")).toBe(1_000);
});

test("whoever signs in from a busy address doesn't wipe out what others tried there", async () => {
  const { email } = await newAccount(database.admin);
  await failedBefore("address:192.0.2.3", 20, "0 seconds");
  expect(await tryIn(email, password, "192.0.2.3")).toBe("in");
  expect(await failuresOf("address:192.0.2.3")).toBe(20);
});

test("what failed is in the database: a server that starts anew goes on counting, and a day later begins again", async () => {
  const { email } = await newAccount(database.admin);
  await failedBefore(`account:${email}`, 8, "1 second"); // by a server that is gone
  expect(await tryIn(email, password)).toBe("waitSeconds");
  await failedBefore(`account:${email}`, 8, "25 hours");
  await fail(withAccount.free, email);
  expect(await failuresOf(`account:${email}`)).toBe(withAccount.free);
});

test("what is too long ago to count is swept away", async () => {
  await failedBefore("account:long-ago@example.test", 8, "25 hours");
  await failedBefore("account:today@example.test", 8, "23 hours");
  expect(await sweepTries()).toBe(1);
  expect(await failuresOf("account:today@example.test")).toBe(8);
});
