import "server-only";
import { askBeforeSignIn, beforeSignIn, type OwnerId, type SignInDb } from "@/lib/db";
import type { Language } from "@/lib/i18n/languages";
import { Refusal } from "@/lib/refusal";
import { hashPassword } from "./password";
import { isStillProven, proveByPassword } from "./password/data";
import { newPasswordHash } from "./password/new-password";
import type { Account, Setup, SignIn } from "./schema";
import { isCodeAsked } from "./second-factor/data";
import { sessionExpiry, stillOpen, touchEveryMs } from "./sessions";
import { startStep } from "./steps";
import { countAt, nowhere, uncountAt } from "./throttle/data";
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

/**
 * Uses up the setup link and makes the first owner, signed in. Throws the Refusal `setupLink` when the link was used or has
 * expired, or `wait` after too many tries from the address.
 */
export async function setUpFirstOwner(
  { token, password, ...account }: Setup & { locale: Language },
  userAgent: string | null,
  address: string | null = null,
): Promise<string> {
  // The link first: to hash a password is meant to be slow, and strangers needn't be able to ask for it.
  await beforeSignIn((db) => countAt(db, address));
  if (!(await isSetupTokenValid(token))) throw new Refusal("setupLink");
  const passwordHash = await newPasswordHash(password);
  return beforeSignIn(async (db) => {
    const used = await db.oneTimeLink.updateMany({
      where: { tokenHash: hashToken(token), purpose: "SETUP", usedAt: null, expiresAt: { gt: new Date() } },
      data: { usedAt: new Date() },
    });
    if (used.count !== 1 || (await db.appUser.findFirst({ select: { id: true } }))) throw new Refusal("setupLink");
    await uncountAt(db, address);
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

/** Thrown after the right password where a code is asked for as well: nobody is signed in yet, `step` waits for the code. */
export class CodeAsked extends Error {
  constructor(readonly step: string) {
    super("codeAsked");
  }
}

/**
 * Checks e-mail and password and starts a session; answers with its token. `from` is where the request comes from.
 * Throws CodeAsked, or a Refusal: `wrongPassword` without telling which of the two was wrong, or `wait` or `waitSeconds`
 * with how long after too many wrong tries.
 */
export async function signInWithPassword(
  { email, password }: Omit<SignIn, "next">,
  userAgent: string | null,
  from = nowhere,
): Promise<string> {
  const proven = await proveByPassword({ email, ...from }, password);
  const entered = await beforeSignIn<{ step: string } | { session: string }>(async (db) => {
    if (!proven || !(await isStillProven(db, proven))) throw new Refusal("wrongPassword");
    const owner = proven.userId as OwnerId;
    if (await isCodeAsked(db, owner)) return { step: await startStep(db, "CODE", owner) };
    return { session: await startSession(db, owner, userAgent) };
  });
  if ("step" in entered) throw new CodeAsked(entered.step);
  return entered.session;
}

/**
 * Signs in: whoever calls it has seen all that was asked for. Answers with the session's token; throws the Refusal
 * `closed`. The log's line for it is the database's doing, whatever way in it was: note_account.
 */
export async function startSession(db: SignInDb, userId: string, userAgent: string | null): Promise<string> {
  // Holds the row: an account that is being closed has this session ended, or never started.
  const { count } = await db.appUser.updateMany({ where: { id: userId, closedAt: null }, data: { closedAt: null } });
  if (count === 0) throw new Refusal("closed");
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

/** Who is signed in, and the id of the session. */
export type SignedIn = { owner: OwnerId; account: Account; session: string };

type SessionRow = Account & { owner: OwnerId; session: string; lastSeenAt: Date };

/** Whose session a token belongs to, or null once it has ended, was idle too long or never was. */
export async function findSession(token: string): Promise<SignedIn | null> {
  const now = new Date();
  const { expiresAt, lastSeenAt: seenAt } = stillOpen(now);
  const [found] = await askBeforeSignIn(
    (db) => db.$queryRaw<SessionRow[]>`
      select u.id as owner, s.id as session, s.last_seen_at as "lastSeenAt",
        u.name, u.email, u.role, u.locale, u.time_zone as "timeZone", u.theme
      from session s join app_user u on u.id = s.user_id
      where s.token_hash = ${hashToken(token)} and s.expires_at > ${expiresAt.gt} and s.last_seen_at > ${seenAt.gt}
        and u.closed_at is null`,
  );
  if (!found) return null;
  const { owner, session, lastSeenAt, ...account } = found;
  if (now.getTime() - lastSeenAt.getTime() > touchEveryMs) {
    await beforeSignIn((db) => db.session.updateMany({ where: { id: session }, data: { lastSeenAt: now } }));
  }
  return { owner, account, session };
}

export async function endSession(token: string): Promise<void> {
  await beforeSignIn((db) => db.session.deleteMany({ where: { tokenHash: hashToken(token) } }));
}
