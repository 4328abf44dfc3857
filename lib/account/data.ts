import "server-only";
import { noteEvent } from "@/lib/audit/data";
import { asOwner, beforeSignIn, type OwnerId, type SignInDb } from "@/lib/db";
import type { Language } from "@/lib/i18n/languages";
import { log } from "@/lib/log";
import { Refusal } from "@/lib/refusal";
import { hashPassword, verifyPassword } from "./password";
import type { Account, Setup, SignIn } from "./schema";
import { isIdle, sessionExpiry, touchEveryMs } from "./sessions";
import { waitLeft } from "./throttle";
import { hashToken, newToken } from "./token";

/** Whether anybody has an account yet. */
export function hasOwner(): Promise<boolean> {
  return beforeSignIn(async (db) => (await db.appUser.findFirst({ select: { id: true } })) !== null);
}

/** Whether a setup link still works. */
export function isSetupTokenValid(token: string): Promise<boolean> {
  return beforeSignIn(async (db) => {
    const link = await db.oneTimeLink.findUnique({ where: { tokenHash: hashToken(token) } });
    return link !== null && link.purpose === "SETUP" && link.usedAt === null && link.expiresAt > new Date();
  });
}

/** Uses up the setup link and makes the first owner, signed in. Throws a Refusal when the link was used or has expired. */
export async function setUpFirstOwner(
  { token, password, ...account }: Setup & { locale: Language },
  userAgent: string | null,
): Promise<string> {
  const passwordHash = await hashPassword(password);
  return beforeSignIn(async (db) => {
    const used = await db.oneTimeLink.updateMany({
      where: { tokenHash: hashToken(token), purpose: "SETUP", usedAt: null, expiresAt: { gt: new Date() } },
      data: { usedAt: new Date() },
    });
    if (used.count !== 1 || (await db.appUser.findFirst({ select: { id: true } }))) throw new Refusal("setupLink");
    const { id } = await db.appUser.create({ data: { ...account, passwordHash }, select: { id: true } });
    return startSession(db, id, userAgent);
  });
}

/** An account without a session: for samples and seeds. The e-mail must be normalised and new. */
export async function addAccount({ password, ...account }: Omit<Setup, "token">): Promise<OwnerId> {
  const passwordHash = await hashPassword(password);
  const { id } = await beforeSignIn((db) =>
    db.appUser.create({ data: { ...account, passwordHash }, select: { id: true } }),
  );
  return id as OwnerId;
}

/**
 * Checks e-mail and password and starts a session; answers with its token. Throws a Refusal: `wrongPassword` without
 * telling which of the two was wrong, or `wait` with the minutes left after too many wrong tries.
 */
export async function signInWithPassword(
  { email, password }: Omit<SignIn, "next">,
  userAgent: string | null,
): Promise<string> {
  const keyHash = hashToken(`account:${email}`);
  // Counted before the password is looked at, so that parallel guesses are counted too.
  const user = await beforeSignIn(async (db) => {
    const now = new Date();
    const failure = await db.signInFailure.findUnique({ where: { keyHash } });
    const left = failure ? waitLeft(failure.failures, failure.lastAt, now) : 0;
    if (left > 0) throw new Refusal("wait", undefined, { minutes: Math.ceil(left / 60_000) });
    await db.signInFailure.upsert({
      where: { keyHash },
      create: { keyHash, failures: 1, lastAt: now },
      update: { failures: { increment: 1 }, lastAt: now },
    });
    return db.appUser.findUnique({ where: { email }, select: { id: true, passwordHash: true } });
  });
  if (!(await verifyPassword(user?.passwordHash ?? null, password)) || !user) {
    if (user) noteFailedSignIn(user.id as OwnerId);
    throw new Refusal("wrongPassword");
  }
  return beforeSignIn(async (db) => {
    await db.signInFailure.deleteMany({ where: { keyHash } });
    return startSession(db, user.id, userAgent);
  });
}

/** Nobody waits for it: an answer that took longer would tell that the account is there. */
function noteFailedSignIn(owner: OwnerId): void {
  asOwner(owner, (db) => noteEvent(db, "account.signInFailed", "app_user", [owner])).catch((error) =>
    log.error("account.signInFailed", error, { owner }),
  );
}

/** The log's line for it is the database's doing, whatever way in it was: note_account. */
async function startSession(db: SignInDb, userId: string, userAgent: string | null): Promise<string> {
  const token = newToken();
  const now = new Date();
  await db.session.create({
    data: {
      userId,
      tokenHash: hashToken(token),
      userAgent: userAgent?.slice(0, 300) ?? null,
      expiresAt: sessionExpiry(now),
    },
  });
  return token;
}

/** The owner a session token belongs to, or null once it has ended, was idle too long or never was. */
export function findSession(token: string): Promise<{ owner: OwnerId; account: Account } | null> {
  return beforeSignIn(async (db) => {
    const now = new Date();
    const session = await db.session.findUnique({
      where: { tokenHash: hashToken(token), expiresAt: { gt: now } },
      select: {
        id: true,
        lastSeenAt: true,
        user: { select: { id: true, name: true, email: true, locale: true, timeZone: true, theme: true } },
      },
    });
    if (!session || isIdle(session.lastSeenAt, now)) return null;
    if (now.getTime() - session.lastSeenAt.getTime() > touchEveryMs) {
      await db.session.updateMany({ where: { id: session.id }, data: { lastSeenAt: now } });
    }
    const { id, ...account } = session.user;
    return { owner: id as OwnerId, account };
  });
}

export async function endSession(token: string): Promise<void> {
  await beforeSignIn((db) => db.session.deleteMany({ where: { tokenHash: hashToken(token) } }));
}
