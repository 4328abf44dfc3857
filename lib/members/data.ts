// What administrators do. Each of these asks the database whether it is one who asks: whatever a page has checked.
import "server-only";
import { keepingAnAdministrator } from "@/lib/account/last-administrator";
import { hashToken, newToken } from "@/lib/account/token";
import type { Role } from "@/lib/account/words";
import { type AccountDb, beforeSignIn, type OwnerId, type SignInDb } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import { stillOpen } from "./open-invites";
import type { MemberPage, OpenInvite } from "./schema";
import type { SignUp } from "./words";

export const inviteDays = 7;
const dayMs = 86_400_000;
const pageSize = 50;

const administrator = (id: OwnerId) => ({ id, role: "ADMINISTRATOR", closedAt: null }) as const;

/** For reading. The sign-in tables alone: no owned row is visible there. Throws the Refusal `notAdministrator`. */
async function asAdministrator<T>(who: OwnerId, work: (db: SignInDb) => Promise<T>): Promise<T> {
  return beforeSignIn(async (db) => {
    if ((await db.appUser.count({ where: administrator(who) })) === 0) throw new Refusal("notAdministrator");
    return work(db);
  });
}

/**
 * Before writing: the row is held until the transaction ends, so that nobody writes by a right that is being taken away.
 * Throws the Refusal `notAdministrator`.
 */
async function expectAdministrator(db: AccountDb): Promise<void> {
  const { count } = await db.appUser.updateMany({ where: administrator(db.owner), data: { role: "ADMINISTRATOR" } });
  if (count === 0) throw new Refusal("notAdministrator");
}

/** The newest first, of those whose name or e-mail holds `asked`; `before` is an earlier page's `next`. */
export function listMembers(who: OwnerId, { asked = "", before = "" } = {}): Promise<MemberPage> {
  return asAdministrator(who, async (db) => {
    const holds = { contains: asked, mode: "insensitive" } as const;
    const where = asked ? { OR: [{ name: holds }, { email: holds }] } : {};
    const found = await db.appUser.findMany({
      where: { ...where, ...(before && { id: { lt: before } }) }, // ids follow time
      orderBy: { id: "desc" },
      take: pageSize + 1,
      select: { id: true, name: true, email: true, role: true, closedAt: true, createdAt: true, lastSeenAt: true },
    });
    const members = found.slice(0, pageSize).map(({ closedAt, createdAt, lastSeenAt, ...member }) => ({
      ...member,
      isClosed: closedAt !== null,
      since: createdAt.toISOString(),
      lastSeen: lastSeenAt?.toISOString() ?? null,
    }));
    const next = found.length > pageSize ? (members.at(-1)?.id ?? null) : null;
    return { members, total: await db.appUser.count({ where }), next };
  });
}

/** Invitations that still work, the newest first. */
export function listInvites(who: OwnerId): Promise<OpenInvite[]> {
  return asAdministrator(who, async (db) => {
    const invites = await db.invite.findMany({
      where: stillOpen(),
      orderBy: { id: "desc" },
      select: { id: true, forWhom: true, role: true, expiresAt: true },
    });
    return invites.map(({ expiresAt, ...invite }) => ({ ...invite, expiresAt: expiresAt.toISOString() }));
  });
}

/** A link for one account; answers with its token, of which only the hash is kept. */
export async function makeInvite(
  db: AccountDb,
  { forWhom, role }: { forWhom: string | null; role: Role },
): Promise<{ id: string; token: string }> {
  await expectAdministrator(db);
  await db.invite.deleteMany({ where: { expiresAt: { lte: new Date() } } });
  const token = newToken();
  const expiresAt = new Date(Date.now() + inviteDays * dayMs);
  const data = { tokenHash: hashToken(token), madeBy: db.owner, forWhom, role, expiresAt };
  return { ...(await db.invite.create({ data, select: { id: true } })), token };
}

export async function revokeInvite(db: AccountDb, id: string): Promise<void> {
  await expectAdministrator(db);
  const { count } = await db.invite.deleteMany({ where: { id } });
  if (count === 0) throw new Refusal("inviteUsed");
}

/** Throws the Refusal `lastAdministrator`. Who is one no longer leaves no open invitations behind. */
export async function setRole(db: AccountDb, { id, role }: { id: string; role: Role }): Promise<void> {
  await changeAccount(db, { id }, { role });
  if (role === "OWNER") await db.invite.deleteMany({ where: { madeBy: id } });
}

/** Signs them out everywhere and lets nobody sign in; what they recorded stays. Throws the Refusal `closeYourself`. */
export async function closeAccount(db: AccountDb, id: string): Promise<void> {
  if (id === db.owner) throw new Refusal("closeYourself");
  await changeAccount(db, { id, closedAt: null }, { closedAt: new Date() });
  // Then only: whoever signs in meanwhile waits for the row (startSession), and finds it closed.
  await db.session.deleteMany({ where: { userId: id } });
  await db.invite.deleteMany({ where: { madeBy: id } });
}

export async function reopenAccount(db: AccountDb, id: string): Promise<void> {
  await changeAccount(db, { id }, { closedAt: null });
}

async function changeAccount(
  db: AccountDb,
  where: { id: string; closedAt?: null },
  data: { role: Role } | { closedAt: Date | null },
): Promise<void> {
  await expectAdministrator(db);
  const { count } = await keepingAnAdministrator(db.appUser.updateMany({ where, data }));
  if (count === 0) throw new Refusal("unknownAccount");
}

export async function setSignUp(db: AccountDb, signUp: SignUp): Promise<void> {
  await expectAdministrator(db);
  await db.houseRule.upsert({ where: { id: true }, create: { signUp }, update: { signUp }, select: { id: true } });
}
