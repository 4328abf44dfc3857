// What administrators do. Each of these asks the database whether it is one who asks: whatever a page has checked.
import "server-only";
import { keepingAnAdministrator } from "@/lib/account/last-administrator";
import { hashToken, newToken } from "@/lib/account/token";
import type { Role } from "@/lib/account/words";
import { asOwner, type OwnerId, type SignInDb } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import type { MemberPage, OpenInvite } from "./schema";
import type { SignUp } from "./words";

export const inviteDays = 7;
const dayMs = 86_400_000;
const pageSize = 50;

/**
 * The sign-in tables, for an administrator, by whom the log of whatever account it changes is told (note_administrator). Throws
 * the Refusal `notAdministrator`.
 */
async function asAdministrator<T>(who: OwnerId, work: (db: SignInDb) => Promise<T>): Promise<T> {
  return asOwner(who, async (owned) => {
    const db = owned as unknown as SignInDb;
    const where = { id: who, role: "ADMINISTRATOR", closedAt: null } as const;
    if (!(await db.appUser.findFirst({ where, select: { id: true } }))) throw new Refusal("notAdministrator");
    return work(db);
  });
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
      where: { expiresAt: { gt: new Date() } },
      orderBy: { id: "desc" },
      select: { id: true, forWhom: true, role: true, expiresAt: true },
    });
    return invites.map(({ expiresAt, ...invite }) => ({ ...invite, expiresAt: expiresAt.toISOString() }));
  });
}

/** A link for one account; answers with its token, of which only the hash is kept. */
export function makeInvite(
  who: OwnerId,
  { forWhom, role }: { forWhom: string | null; role: Role },
): Promise<{ id: string; token: string }> {
  const token = newToken();
  return asAdministrator(who, async (db) => {
    await db.invite.deleteMany({ where: { expiresAt: { lte: new Date() } } });
    const expiresAt = new Date(Date.now() + inviteDays * dayMs);
    const data = { tokenHash: hashToken(token), madeBy: who, forWhom, role, expiresAt };
    return { ...(await db.invite.create({ data, select: { id: true } })), token };
  });
}

export async function revokeInvite(who: OwnerId, id: string): Promise<void> {
  await asAdministrator(who, async (db) => {
    const { count } = await db.invite.deleteMany({ where: { id } });
    if (count === 0) throw new Refusal("inviteUsed");
  });
}

/** Throws the Refusal `lastAdministrator`. Who is one no longer leaves no open invitations behind. */
export async function setRole(who: OwnerId, { id, role }: { id: string; role: Role }): Promise<void> {
  await changeAccount(who, async (db) => {
    if (role === "OWNER") await db.invite.deleteMany({ where: { madeBy: id } });
    return db.appUser.updateMany({ where: { id }, data: { role } });
  });
}

/** Signs them out everywhere and lets nobody sign in; what they recorded stays. Throws the Refusal `closeYourself`. */
export async function closeAccount(who: OwnerId, id: string): Promise<void> {
  if (id === who) throw new Refusal("closeYourself");
  await changeAccount(who, async (db) => {
    await db.session.deleteMany({ where: { userId: id } });
    await db.invite.deleteMany({ where: { madeBy: id } });
    return db.appUser.updateMany({ where: { id, closedAt: null }, data: { closedAt: new Date() } });
  });
}

export async function reopenAccount(who: OwnerId, id: string): Promise<void> {
  await changeAccount(who, (db) => db.appUser.updateMany({ where: { id }, data: { closedAt: null } }));
}

async function changeAccount(who: OwnerId, change: (db: SignInDb) => Promise<{ count: number }>): Promise<void> {
  const changing = asAdministrator(who, async (db) => {
    const { count } = await change(db);
    if (count === 0) throw new Refusal("unknownAccount");
  });
  await keepingAnAdministrator(changing);
}

export async function setSignUp(who: OwnerId, signUp: SignUp): Promise<void> {
  await asAdministrator(who, (db) =>
    db.houseRule.upsert({ where: { id: true }, create: { signUp }, update: { signUp }, select: { id: true } }),
  );
}
