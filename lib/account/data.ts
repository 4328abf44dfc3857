import "server-only";
import { beforeSignIn, type OwnerId, type SignInDb } from "@/lib/db";
import type { Language } from "@/lib/i18n/languages";
import { Refusal } from "@/lib/refusal";
import { hashPassword, verifyPassword } from "./password";
import type { Account, Setup, SignIn } from "./schema";
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
    const data = { ...account, passwordHash, role: "ADMINISTRATOR" } as const;
    const { id } = await db.appUser.create({ data, select: { id: true } });
    return startSession(db, id, userAgent);
  });
}

/**
 * An account without a session: for samples and seeds; the first one is an administrator's. The e-mail must be normalised
 * and new.
 */
export async function addAccount({ password, ...account }: Omit<Setup, "token">): Promise<OwnerId> {
  const passwordHash = await hashPassword(password);
  const { id } = await beforeSignIn(async (db) => {
    const role = (await db.appUser.findFirst({ select: { id: true } })) ? "OWNER" : "ADMINISTRATOR";
    return db.appUser.create({ data: { ...account, passwordHash, role }, select: { id: true } });
  });
  return id as OwnerId;
}

/**
 * Checks e-mail and password and starts a session; answers with its token. Throws a Refusal: `wrongPassword` without
 * telling which of the two was wrong, `wait` with the minutes left after too many wrong tries, or `closed`.
 */
export async function signInWithPassword(
  { email, password }: Omit<SignIn, "next">,
  userAgent: string | null,
): Promise<string> {
  const key = `account:${email}`;
  const user = await beforeSignIn(async (db) => {
    await countTry(db, key);
    return db.appUser.findUnique({ where: { email }, select: { id: true, passwordHash: true } });
  });
  if (!(await verifyPassword(user?.passwordHash ?? null, password)) || !user) throw new Refusal("wrongPassword");
  return beforeSignIn(async (db) => {
    await forgetTries(db, key);
    return startSession(db, user.id, userAgent);
  });
}

/** Signs the account in, whatever it was that let it in; answers with the session's token. Throws the Refusal `closed`. */
export async function startSession(db: SignInDb, userId: string, userAgent: string | null): Promise<string> {
  const { closedAt } = await db.appUser.findUniqueOrThrow({ where: { id: userId }, select: { closedAt: true } });
  if (closedAt) throw new Refusal("closed");
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
      where: { tokenHash: hashToken(token), expiresAt: { gt: now }, user: { closedAt: null } },
      select: {
        id: true,
        lastSeenAt: true,
        user: { select: { id: true, name: true, email: true, role: true, locale: true, timeZone: true, theme: true } },
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
