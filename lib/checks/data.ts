import "server-only";
import { requireContact } from "@/lib/contacts/existing/data";
import type { OwnerDb } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import type { CheckDetail, CheckInput, DeletedCheck } from "./schema";
import { isOwnPage } from "./source";

const dayMs = 86_400_000;

/** `id` is made by the form: sent twice, it is written once. Throws a Refusal `notFound` where the contact is not there. */
export async function createCheck(db: OwnerDb, id: string, contactId: string, input: CheckInput): Promise<void> {
  await requireContact(db, contactId);
  await db.credentialCheck.createMany({
    data: { ownerId: db.owner, id, contactId, ...input },
    skipDuplicates: true,
  });
}

/**
 * Changes the version that was read. A saved concern stays one: it is resolved in writing, not by choosing another
 * finding. Throws a Refusal: `changedElsewhere`, `notFound`, `concernStays`.
 */
export async function updateCheck(db: OwnerDb, id: string, version: number, input: CheckInput): Promise<void> {
  const stored = await requireCheck(db, id);
  if (stored.finding === "CONCERN" && input.finding !== "CONCERN") throw new Refusal("concernStays", "finding");
  await change(db, id, version, input);
}

/** Closes a concern with the reason it no longer stands, kept with it. Throws a Refusal: `changedElsewhere`, `notFound`, `noConcern`. */
export async function resolveConcern(db: OwnerDb, id: string, version: number, resolution: string): Promise<void> {
  const stored = await requireCheck(db, id);
  if (stored.finding !== "CONCERN") throw new Refusal("noConcern");
  await change(db, id, version, { resolution, resolvedAt: new Date() });
}

/** The concern stands again; what had been written to resolve it stays readable. */
export async function reopenConcern(db: OwnerDb, id: string, version: number): Promise<void> {
  await requireCheck(db, id);
  await change(db, id, version, { resolvedAt: null });
}

/** An open concern can't be deleted: it is resolved first. Throws a Refusal: `changedElsewhere`, `notFound`, `openConcern`. */
export async function deleteCheck(db: OwnerDb, id: string, version: number): Promise<void> {
  const stored = await requireCheck(db, id);
  if (stored.finding === "CONCERN" && stored.resolvedAt === null) throw new Refusal("openConcern");
  const { count } = await db.credentialCheck.deleteMany({ where: { ownerId: db.owner, id, version } });
  if (count === 0) throw await changedElsewhere(db, id);
}

/** A deleted one is there again; where it is there already, nothing happens. Throws a Refusal `notFound` where the contact is not there. */
export async function bringBackCheck(db: OwnerDb, { version, ...check }: DeletedCheck): Promise<void> {
  await requireContact(db, check.contactId);
  await db.credentialCheck.createMany({
    data: { ownerId: db.owner, ...check, version: version + 1 },
    skipDuplicates: true,
  });
}

export async function getCheck(db: OwnerDb, contactId: string, id: string): Promise<CheckDetail | null> {
  const found = await db.credentialCheck.findUnique({
    where: { ownerId_id: { ownerId: db.owner, id }, contactId, contact: { deletedAt: null } },
    select: columns,
  });
  return found && detail(found, await getCheckMaxAge(db), await listOwnPages(db, contactId));
}

/** All of a contact's checks, the latest first. */
export async function listChecks(db: OwnerDb, contactId: string): Promise<CheckDetail[]> {
  const found = await db.credentialCheck.findMany({
    where: { ownerId: db.owner, contactId },
    select: columns,
    orderBy: [{ checkedAt: "desc" }, { id: "desc" }],
  });
  if (found.length === 0) return [];
  const maxAge = await getCheckMaxAge(db);
  const ownPages = await listOwnPages(db, contactId);
  return found.map((row) => detail(row, maxAge, ownPages));
}

/** For how many days a check without a date of its own counts. */
export async function getCheckMaxAge(db: OwnerDb): Promise<number> {
  const [policy] = await db.$queryRaw<{ check_max_age_days: number }[]>`
    select check_max_age_days from policy_in_force(${db.owner}::uuid)`;
  if (!policy) throw new Error("policy_in_force answers for every owner");
  return policy.check_max_age_days;
}

/** The contact's own pages: their links and LinkedIn addresses. */
export async function listOwnPages(db: OwnerDb, contactId: string): Promise<string[]> {
  const mine = { ownerId: db.owner, contactId };
  const points = await db.contactPoint.findMany({ where: { ...mine, kind: "URL" }, select: { value: true } });
  const aliases = await db.linkedinAlias.findMany({ where: mine, select: { slug: true } });
  return [...points.map(({ value }) => value), ...aliases.map(({ slug }) => `linkedin.com/in/${slug}`)];
}

const columns = {
  id: true,
  contactId: true,
  kind: true,
  claim: true,
  finding: true,
  sourceName: true,
  sourceUrl: true,
  origin: true,
  independent: true,
  note: true,
  checkedAt: true,
  expiresAt: true,
  resolvedAt: true,
  resolution: true,
  version: true,
} as const;

type Row = Omit<CheckDetail, "checkedAt" | "expiresAt" | "resolvedAt" | "validUntil" | "ownPage"> & {
  checkedAt: Date;
  expiresAt: Date | null;
  resolvedAt: Date | null;
};

function detail({ checkedAt, expiresAt, resolvedAt, ...row }: Row, maxAge: number, ownPages: string[]): CheckDetail {
  const validUntil = expiresAt ?? new Date(checkedAt.getTime() + maxAge * dayMs);
  return {
    ...row,
    checkedAt: checkedAt.toISOString(),
    expiresAt: expiresAt?.toISOString() ?? null,
    resolvedAt: resolvedAt?.toISOString() ?? null,
    validUntil: validUntil.toISOString(),
    ownPage: isOwnPage(row.sourceUrl, row.sourceName, ownPages),
  };
}

async function requireCheck(db: OwnerDb, id: string) {
  const found = await db.credentialCheck.findUnique({
    where: { ownerId_id: { ownerId: db.owner, id } },
    select: { contactId: true, claim: true, finding: true, resolvedAt: true },
  });
  if (!found) throw new Refusal("notFound");
  return found;
}

async function change(
  db: OwnerDb,
  id: string,
  version: number,
  data: Partial<CheckInput> | { resolution?: string; resolvedAt: Date | null },
): Promise<void> {
  const { count } = await db.credentialCheck.updateMany({
    where: { ownerId: db.owner, id, version },
    data: { ...data, version: { increment: 1 } },
  });
  if (count === 0) throw await changedElsewhere(db, id);
}

/** With the way to the other version. */
async function changedElsewhere(db: OwnerDb, id: string): Promise<Refusal> {
  const { contactId, claim } = await requireCheck(db, id);
  return new Refusal("changedElsewhere", undefined, {}, { href: `/contacts/${contactId}/checks/${id}`, label: claim });
}
