import "server-only";
import { type AccountDb, beforeSignIn, type OwnerId, type SignInDb } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import { hashToken } from "../token";
import { countTry, forgetTries } from "../tries";
import { newRecoveryCodes, plainCode } from "./recovery-codes";
import type { SecondFactor, SetUp } from "./schema";
import { seal, unseal } from "./seal";
import { invitation, newSecret, stepOf } from "./totp";

/** An app that was shown its secret this long ago and still gave no code has to be shown another. */
const setUpMs = 60 * 60_000;

/** Whether the owner is asked for a code after their password. */
export async function isCodeAsked(db: SignInDb, owner: OwnerId): Promise<boolean> {
  const app = await db.authenticatorApp.findUnique({ where: { userId: owner }, select: { confirmedAt: true } });
  return Boolean(app?.confirmedAt);
}

/** What the settings show. */
export async function getSecondFactor(db: SignInDb, owner: OwnerId): Promise<SecondFactor> {
  return {
    isOn: await isCodeAsked(db, owner),
    codesLeft: await db.recoveryCode.count({ where: { userId: owner, usedAt: null } }),
  };
}

/** Gives the owner's app a new secret. Nobody is asked for its codes before switchOn. Throws a Refusal where one is in use. */
export async function startSetUp(db: AccountDb): Promise<void> {
  const app = { secret: seal(newSecret(), db.owner), createdAt: new Date(), lastStep: 0 };
  await cancelSetUp(db);
  if (await isCodeAsked(db, db.owner)) throw new Refusal("alreadyOn");
  await db.authenticatorApp.create({ data: { userId: db.owner, ...app } });
}

/** Forgets a secret that was shown and not taken. */
export async function cancelSetUp(db: AccountDb): Promise<void> {
  await db.authenticatorApp.deleteMany({ where: { userId: db.owner, confirmedAt: null } });
}

/** What an app is to be given, while it is being set up; null before and after. `label` is what the app calls the account. */
export async function getSetUp(db: SignInDb, owner: OwnerId, label: string): Promise<SetUp | null> {
  const app = await db.authenticatorApp.findFirst({ where: waiting(owner) });
  const secret = app && unseal(app.secret, owner);
  return secret && invitation(secret, label);
}

const waiting = (owner: OwnerId) => ({
  userId: owner,
  confirmedAt: null,
  createdAt: { gt: new Date(Date.now() - setUpMs) },
});

/** Counts a code before it is looked at, for good: a wrong one takes back what its transaction did. Throws the Refusal `wait`. */
export async function countCode(owner: OwnerId): Promise<void> {
  await beforeSignIn((db) => countTry(db, triesOf(owner)));
}

/**
 * From now on the owner is asked for a code: `code` shows that their app knows the secret, and countCode has counted it.
 * Answers with their recovery codes, which nobody can read again. Throws a Refusal: `wrongCode`, or `setUpGone` where nothing
 * is being set up.
 */
export async function switchOn(db: AccountDb, code: string): Promise<string[]> {
  const { owner } = db;
  const app = await db.authenticatorApp.findFirst({ where: waiting(owner) });
  const secret = app && unseal(app.secret, owner);
  if (!secret) throw new Refusal("setUpGone");
  const step = stepOf(secret, digitsOf(code), new Date());
  if (step === null) throw new Refusal("wrongCode", "code");
  const { count } = await db.authenticatorApp.updateMany({
    where: { ...waiting(owner), secret: app.secret },
    data: { confirmedAt: new Date(), lastStep: step },
  });
  if (count !== 1) throw new Refusal("setUpGone");
  await forgetTries(db, triesOf(owner));
  return replaceRecoveryCodes(db, owner);
}

/** The owner is asked for no code any more. Their passkeys stay. */
export async function switchOff(db: AccountDb): Promise<void> {
  const where = { userId: db.owner };
  await db.authenticatorApp.deleteMany({ where });
  await db.recoveryCode.deleteMany({ where });
  await db.signInStep.deleteMany({ where });
}

/** Ten new recovery codes; those before stop working. */
export async function renewRecoveryCodes(db: AccountDb): Promise<string[]> {
  if (!(await isCodeAsked(db, db.owner))) throw new Refusal("notOn");
  return replaceRecoveryCodes(db, db.owner);
}

/** Under what wrong codes of the owner are counted. */
export const triesOf = (owner: OwnerId) => `code:${owner}`;

/**
 * Uses up a code of the owner's app, or one of their recovery codes. Throws the Refusal `wrongCode`; `usedCode` where the
 * app's code, or a later one, was used before; `unreadable` where VOUCH_SECRET isn't what it was.
 */
export async function takeCode(db: SignInDb, owner: OwnerId, code: string): Promise<{ isRecovery: boolean }> {
  const isRecovery = !/^\d{6}$/.test(digitsOf(code));
  if (isRecovery) await takeRecoveryCode(db, owner, code);
  else await takeAppCode(db, owner, digitsOf(code));
  return { isRecovery };
}

async function takeRecoveryCode(db: SignInDb, owner: OwnerId, code: string) {
  const { count } = await db.recoveryCode.updateMany({
    where: { userId: owner, codeHash: hashToken(plainCode(code)), usedAt: null },
    data: { usedAt: new Date() },
  });
  if (count !== 1) throw new Refusal("wrongCode", "code");
}

async function takeAppCode(db: SignInDb, owner: OwnerId, code: string) {
  const app = await db.authenticatorApp.findFirst({ where: { userId: owner, confirmedAt: { not: null } } });
  if (!app) throw new Refusal("wrongCode", "code");
  const secret = unseal(app.secret, owner);
  if (!secret) throw new Refusal("unreadable", "code");
  const step = stepOf(secret, code, new Date());
  if (step === null) throw new Refusal("wrongCode", "code");
  const { count } = await db.authenticatorApp.updateMany({
    where: { userId: owner, secret: app.secret, lastStep: { lt: step } },
    data: { lastStep: step },
  });
  if (count !== 1) throw new Refusal("usedCode", "code");
}

/** Apps show "123 456". */
const digitsOf = (code: string) => code.replaceAll(/\s/g, "");

async function replaceRecoveryCodes(db: SignInDb, owner: OwnerId): Promise<string[]> {
  const codes = newRecoveryCodes();
  await db.recoveryCode.deleteMany({ where: { userId: owner } });
  await db.recoveryCode.createMany({
    data: codes.map((code) => ({ userId: owner, codeHash: hashToken(plainCode(code)) })),
  });
  return codes;
}
