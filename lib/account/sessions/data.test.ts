import { expect, test } from "vitest";
import { newAccount, password } from "@/lib/testing/account";
import { asking } from "@/lib/testing/asking";
import { testDatabase } from "@/lib/testing/database";
import { findSession, signInWithPassword } from "../data";
import { deleteAccount } from "../leave/data";
import { hashToken } from "../token";
import * as data from "./data";
import { listSessions, sweepSessions } from "./data";

const database = testDatabase();
const [endOneSession, endSessions] = [asking(data.endOneSession), asking(data.endSessions)];

const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";

/** Signs in; answers with the token and the session's id. */
async function signIn(email: string, userAgent: string | null = null) {
  const token = await signInWithPassword({ email, password }, userAgent);
  return { token, id: (await findSession(token))?.session ?? "" };
}

const isOpen = async ({ token }: { token: string }) => (await findSession(token)) !== null;

const age = (token: string, change: string) =>
  database.admin.query(`update session set ${change} where token_hash = $1`, [hashToken(token)]);

test("every sign-in is a session of its own, of which the database keeps the hash alone", async () => {
  const { email } = await newAccount(database.admin);
  const [one, two] = [await signIn(email), await signIn(email)];
  expect(one.token).not.toBe(two.token);
  expect(one.id).not.toBe(two.id);
  const { rows } = await database.admin.query("select token_hash, session::text as row from session where id = $1", [
    one.id,
  ]);
  expect(Buffer.from(hashToken(one.token)).equals(rows[0].token_hash)).toBe(true);
  expect(rows[0].row).not.toContain(one.token);
  expect(rows[0].row).not.toContain(Buffer.from(one.token, "base64url").toString("hex"));
});

test("the list names the browser, puts this one first, and shows nobody else's and none that is over", async () => {
  const [{ owner, email }, other] = [await newAccount(database.admin), await newAccount(database.admin)];
  await signIn(other.email);
  const here = await signIn(email);
  const idle = await signIn(email);
  await age(idle.token, "last_seen_at = now() - interval '15 days'");
  const elsewhere = await signIn(email, firefox);
  expect(await listSessions(owner, here.id)).toMatchObject([
    { id: here.id, isThisOne: true, device: { browser: null, system: null } },
    { id: elsewhere.id, isThisOne: false, device: { browser: "Firefox", system: "Linux" } },
  ]);
});

test("one that is ended is nobody's at the next request; another owner's can't be", async () => {
  const [mine, theirs] = [await newAccount(database.admin), await newAccount(database.admin)];
  const [here, elsewhere, foreign] = [await signIn(mine.email), await signIn(mine.email), await signIn(theirs.email)];
  await endOneSession(mine.owner, elsewhere.id);
  expect([await isOpen(here), await isOpen(elsewhere)]).toEqual([true, false]);
  await expect(endOneSession(mine.owner, elsewhere.id)).rejects.toThrow("sessionGone");
  await expect(endOneSession(mine.owner, foreign.id)).rejects.toThrow("sessionGone");
  expect(await isOpen(foreign)).toBe(true);
});

test("everywhere else, and everywhere", async () => {
  const [mine, theirs] = [await newAccount(database.admin), await newAccount(database.admin)];
  const [here, one, two] = [await signIn(mine.email), await signIn(mine.email), await signIn(mine.email)];
  const foreign = await signIn(theirs.email);
  expect((await endSessions(mine.owner, { kept: here.id })).sort()).toEqual([one.id, two.id].sort());
  expect([await isOpen(here), await isOpen(one), await isOpen(two)]).toEqual([true, false, false]);
  expect(await endSessions(mine.owner)).toEqual([here.id]);
  expect([await isOpen(here), await isOpen(foreign)]).toEqual([false, true]);
});

test("fourteen days unused, or sixty in all, and a session is over whatever its cookie says; a sweep deletes it", async () => {
  const { email } = await newAccount(database.admin);
  const [used, idle, old] = [await signIn(email), await signIn(email), await signIn(email)];
  const { rows } = await database.admin.query(
    "select round(extract(epoch from expires_at - created_at) / 86400)::int as days from session where id = $1",
    [used.id],
  );
  expect(rows[0].days).toBe(60);
  await age(used.token, "last_seen_at = now() - interval '13 days 23 hours'");
  await age(idle.token, "last_seen_at = now() - interval '14 days 1 second'");
  await age(old.token, "expires_at = now() - interval '1 second'");
  expect([await isOpen(used), await isOpen(idle), await isOpen(old)]).toEqual([true, false, false]);
  await age(used.token, "last_seen_at = now() - interval '10 minutes'");
  await findSession(used.token); // using it is what keeps it
  await sweepSessions();
  const left = await database.admin.query(
    "select id, last_seen_at > now() - interval '1 minute' as seen from session where id = any($1)",
    [[used.id, idle.id, old.id]],
  );
  expect(left.rows).toEqual([{ id: used.id, seen: true }]);
});

test("with the account every session of it is gone", async () => {
  const { owner, email } = await newAccount(database.admin);
  const sessions = [await signIn(email), await signIn(email)];
  await deleteAccount(owner, email, email);
  for (const session of sessions) expect(await isOpen(session)).toBe(false);
});
