import { Secret } from "otpauth";
import { expect, test } from "vitest";
import { beforeSignIn, type OwnerId } from "@/lib/db";
import { asking } from "@/lib/testing/asking";
import { authenticator, wrongCode } from "@/lib/testing/authenticator";
import { testDatabase } from "@/lib/testing/database";
import { CodeAsked, findSession, signInWithPassword } from "../data";
import { hashPassword } from "../password";
import { startStep } from "../steps";
import { hashToken } from "../token";
import * as data from "./data";
import { isCodeAwaited, signInWithCode } from "./sign-in/data";

const database = testDatabase();
const { admin } = database;
const password = "correct horse battery";
const passwordHash = hashPassword(password);

type App = { address: string; typed: string } | null;

/**
 * The code of now, or of some half minutes from now. Switching on takes the code of now, signing in the next one: both are
 * taken for as long as a test runs.
 */
const codeOf = (app: App, late = 0) => authenticator(app?.typed ?? "")(late);

async function newOwner() {
  const owner = await database.newOwner();
  await admin.query("update app_user set password_hash = $2 where id = $1", [owner, await passwordHash]);
  const { rows } = await admin.query<{ email: string }>("select email from app_user where id = $1", [owner]);
  return { owner, input: { email: rows[0]?.email ?? "", password } };
}

const startSetUp = asking(data.startSetUp);
const cancelSetUp = asking(data.cancelSetUp);
const switchOff = asking(data.switchOff);
const renewRecoveryCodes = asking(data.renewRecoveryCodes);
/** As the action does it. */
async function switchOn(owner: OwnerId, code: string) {
  await data.countCode(owner);
  return asking(data.switchOn)(owner, code);
}

/** An owner who is asked for codes. Switching on has used up the code of now. */
async function withApp() {
  const { owner, input } = await newOwner();
  await startSetUp(owner);
  const app = await setUpOf(owner);
  const codes = await switchOn(owner, codeOf(app));
  return { owner, input, app, codes };
}

/** As after the right password. */
const waitForCode = (owner: OwnerId) => beforeSignIn((db) => startStep(db, "CODE", owner));

const setUpOf = (owner: OwnerId) => beforeSignIn((db) => data.getSetUp(db, owner, "ada@example.test"));
const secondOf = (owner: OwnerId) => beforeSignIn((db) => data.getSecondFactor(db, owner));
const isAsked = (owner: OwnerId) => beforeSignIn((db) => data.isCodeAsked(db, owner));
const sessionsOf = async (owner: OwnerId) =>
  (await admin.query("select from session where user_id = $1", [owner])).rowCount;

test("codes are asked for once the app has given a right one, and the secret is shown only until then", async () => {
  const { owner, input } = await newOwner();
  await startSetUp(owner);
  const app = await setUpOf(owner);
  await expect(switchOn(owner, wrongCode(authenticator(app?.typed ?? "")))).rejects.toThrow("wrongCode");
  expect(await isAsked(owner)).toBe(false);
  await signInWithPassword(input, null);

  const codes = await switchOn(owner, codeOf(app));
  expect(codes).toHaveLength(10);
  expect(await secondOf(owner)).toEqual({ isOn: true, codesLeft: 10 });
  expect(await setUpOf(owner)).toBeNull();
  await expect(startSetUp(owner)).rejects.toThrow("alreadyOn");
  await expect(signInWithPassword(input, null)).rejects.toThrow(CodeAsked);
});

test("neither the secret nor a recovery code can be read from the database", async () => {
  const { owner, app, codes } = await withApp();
  const { rows } = await admin.query<{ all: string }>(
    `select (select a::text from authenticator_app a where user_id = $1)
       || (select string_agg(c::text, '') from recovery_code c where user_id = $1) as all`,
    [owner],
  );
  const secret = Buffer.from(Secret.fromBase32(app?.typed.replaceAll(" ", "") ?? "").bytes);
  expect(rows[0]?.all).not.toContain(secret.toString("hex"));
  for (const code of codes) {
    for (const written of [code, code.replaceAll("-", "")]) {
      expect(rows[0]?.all).not.toContain(written);
      expect(rows[0]?.all).not.toContain(Buffer.from(written).toString("hex"));
    }
  }
});

test("after the right password nobody is signed in; the code signs in, once", async () => {
  const { owner, input, app } = await withApp();
  await expect(signInWithPassword(input, null)).rejects.toThrow(CodeAsked);
  expect(await sessionsOf(owner)).toBe(0);
  const step = await waitForCode(owner);
  expect(await findSession(step)).toBeNull();
  const { session, isRecovery } = await signInWithCode(step, ` ${codeOf(app, 1).replace(/^.../, "$& ")} `, "a browser");
  expect((await findSession(session))?.owner).toBe(owner);
  expect(isRecovery).toBe(false);
  expect(await isCodeAwaited(step)).toBe(false);
  await expect(signInWithCode(step, codeOf(app, 1), null)).rejects.toThrow("stepGone");
});

test("a code is good once, and none from before it", async () => {
  const { owner, app } = await withApp();
  const code = codeOf(app, 1);
  await signInWithCode(await waitForCode(owner), code, null);
  const step = await waitForCode(owner);
  await expect(signInWithCode(step, code, null)).rejects.toThrow("usedCode");
  await expect(signInWithCode(step, codeOf(app, 0), null)).rejects.toThrow("usedCode");
  expect(await isCodeAwaited(step)).toBe(true); // a wrong code leaves another try
});

test("one code, tried many times at once, signs in once", async () => {
  const { owner, app } = await withApp();
  const steps = await Promise.all(Array.from({ length: 5 }, () => waitForCode(owner)));
  const code = codeOf(app, 1);
  const tries = await Promise.allSettled(steps.map((step) => signInWithCode(step, code, null)));
  expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await sessionsOf(owner)).toBe(1);
});

test("guessing codes is slowed down, and a right one must wait as well, under whatever password it was given", async () => {
  const { owner, app } = await withApp();
  const wrong = wrongCode(authenticator(app?.typed ?? ""));
  const step = await waitForCode(owner);
  for (let n = 0; n < 5; n++) await expect(signInWithCode(step, wrong, null)).rejects.toThrow("wrongCode");
  // As if it had gone on: what comes first are seconds, which may pass while a test runs.
  const counted = await admin.query(
    "update sign_in_failure set failures = failures + 20, last_at = now() where key_hash = $1 and failures = 5",
    [hashToken(data.triesOf(owner))],
  );
  expect(counted.rowCount).toBe(1);
  await expect(signInWithCode(step, codeOf(app, 1), null)).rejects.toThrow("wait");
  await expect(signInWithCode(await waitForCode(owner), codeOf(app, 1), null)).rejects.toThrow("wait");
});

test("a code is waited for ten minutes", async () => {
  const { owner, app } = await withApp();
  const step = await waitForCode(owner);
  await admin.query("update sign_in_step set expires_at = now() - interval '1 second' where user_id = $1", [owner]);
  expect(await isCodeAwaited(step)).toBe(false);
  await expect(signInWithCode(step, codeOf(app, 1), null)).rejects.toThrow("stepGone");
  expect(await sessionsOf(owner)).toBe(0);
});

test("a recovery code signs in once, however often it is tried at once, and stands in the log without its text", async () => {
  const { owner, codes } = await withApp();
  const [code = ""] = codes;
  const steps = await Promise.all(Array.from({ length: 4 }, () => waitForCode(owner)));
  const tries = await Promise.allSettled(steps.map((step) => signInWithCode(step, code.toUpperCase(), null)));
  expect(tries.filter(({ status }) => status === "fulfilled")).toMatchObject([{ value: { isRecovery: true } }]);
  expect(await secondOf(owner)).toEqual({ isOn: true, codesLeft: 9 });
  const { rows } = await admin.query("select action, entity_ids from audit_event where owner_id = $1", [owner]);
  expect(rows.filter(({ action }) => action.startsWith("keys."))).toEqual([
    { action: "keys.signInWithRecoveryCode", entity_ids: [owner] },
  ]);
});

test("where the log can't be written a recovery code isn't used up, and nobody is signed in by it", async () => {
  const { owner, codes } = await withApp();
  const step = await waitForCode(owner);
  await admin.query(
    "alter table audit_event add constraint no_log check (action <> 'keys.signInWithRecoveryCode') not valid",
  );
  await expect(signInWithCode(step, codes[0] ?? "", null)).rejects.toThrow();
  await admin.query("alter table audit_event drop constraint no_log");
  expect([await sessionsOf(owner), (await secondOf(owner)).codesLeft]).toEqual([0, 10]);
  await signInWithCode(step, codes[0] ?? "", null);
});

test("new recovery codes end the old ones", async () => {
  const { owner, codes } = await withApp();
  const renewed = await renewRecoveryCodes(owner);
  await expect(signInWithCode(await waitForCode(owner), codes[1] ?? "", null)).rejects.toThrow("wrongCode");
  await signInWithCode(await waitForCode(owner), renewed[1] ?? "", null);
  expect((await secondOf(owner)).codesLeft).toBe(9);
});

test("another owner's codes, of app or paper, open nothing", async () => {
  const [mine, theirs] = [await withApp(), await withApp()];
  await expect(signInWithCode(await waitForCode(mine.owner), theirs.codes[0] ?? "", null)).rejects.toThrow("wrongCode");
  await expect(signInWithCode(await waitForCode(mine.owner), codeOf(theirs.app), null)).rejects.toThrow("wrongCode");
  expect((await secondOf(theirs.owner)).codesLeft).toBe(10);
});

test("a secret that was moved to another account, or sealed elsewhere, isn't taken for one", async () => {
  const [mine, theirs] = [await withApp(), await withApp()];
  await admin.query(
    "update authenticator_app set secret = (select secret from authenticator_app where user_id = $2) where user_id = $1",
    [mine.owner, theirs.owner],
  );
  const step = await waitForCode(mine.owner);
  await expect(signInWithCode(step, codeOf(theirs.app), null)).rejects.toThrow("unreadable");
  await signInWithCode(step, mine.codes[0] ?? "", null); // the way out
});

test("a secret that was shown and not taken is forgotten", async () => {
  const { owner } = await newOwner();
  await startSetUp(owner);
  const first = await setUpOf(owner);
  await startSetUp(owner);
  await expect(switchOn(owner, codeOf(first))).rejects.toThrow("wrongCode");
  await admin.query("update authenticator_app set created_at = now() - interval '61 minutes' where user_id = $1", [
    owner,
  ]);
  expect(await setUpOf(owner)).toBeNull();
  await startSetUp(owner);
  await cancelSetUp(owner);
  await expect(switchOn(owner, "123456")).rejects.toThrow("setUpGone");
});

test("switched off, the password alone signs in, and codes that are waited for lead nowhere", async () => {
  const { owner, input, app } = await withApp();
  const step = await waitForCode(owner);
  await switchOff(owner);
  expect(await secondOf(owner)).toEqual({ isOn: false, codesLeft: 0 });
  await expect(signInWithCode(step, codeOf(app, 1), null)).rejects.toThrow("stepGone");
  expect((await findSession(await signInWithPassword(input, null)))?.owner).toBe(owner);
});
