import "server-only";
import { beforeSignIn, type OwnerId, type SignInDb } from "@/lib/db";
import type { Language } from "@/lib/i18n/languages";
import { Refusal } from "@/lib/refusal";
import { hashPassword, verifyPassword } from "./password";
import type { Account, Setup, SignIn } from "./schema";
import { isCodeAsked } from "./second-factor/data";
import { isIdle, sessionExpiry, touchEveryMs } from "./sessions";
import { hashToken, newToken } from "./token";
import { countTry, forgetTries } from "./tries";

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
 * Whose e-mail and password these are. Throws a Refusal: `wrongPassword` without telling which of the two was wrong, or
 * `wait` with the minutes left after too many wrong tries.
 */
export async function checkPassword({ email, password }: Omit<SignIn, "next">): Promise<OwnerId> {
  const key = `account:${email}`;
  // Counted before the password is looked at, so that parallel guesses are counted too.
  const user = await beforeSignIn(async (db) => {
    await countTry(db, key);
    return db.appUser.findUnique({ where: { email }, select: { id: true, passwordHash: true } });
  });
  if (!(await verifyPassword(user?.passwordHash ?? null, password)) || !user) throw new Refusal("wrongPassword");
  await beforeSignIn((db) => forgetTries(db, key));
  return user.id as OwnerId;
}

/** Thrown after the right password where a code is asked for as well: nobody is signed in yet. */
export class CodeAsked extends Error {
  constructor(readonly owner: OwnerId) {
    super("codeAsked");
  }
}

/** Checks e-mail and password as checkPassword does and starts a session; answers with its token, or throws CodeAsked. */
export async function signInWithPassword(input: Omit<SignIn, "next">, userAgent: string | null): Promise<string> {
  const owner = await checkPassword(input);
  return beforeSignIn(async (db) => {
    if (await isCodeAsked(db, owner)) throw new CodeAsked(owner);
    return startSession(db, owner, userAgent);
  });
}

/** Signs in: whoever calls it has seen all that was asked for. Answers with the session's token. */
export async function startSession(db: SignInDb, userId: string, userAgent: string | null): Promise<string> {
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
