import "server-only";
import type { OwnerDb } from "@/lib/db";
import type { TakenInteraction } from "./schema";

const select = {
  id: true,
  kind: true,
  direction: true,
  depth: true,
  occurredAt: true,
  updatedAt: true,
  groupSize: true,
  confirmed: true,
  notes: true,
  contacts: {
    select: { contact: { select: { fullName: true } } },
    where: { contact: { deletedAt: null } },
    orderBy: { contact: { fullName: "asc" } },
  },
} as const;

/** The owner's interactions by id, at most `most` after `after`; those only with people in the trash have nobody. */
export async function listInteractionsToTake(
  db: OwnerDb,
  after: string | null,
  most: number,
): Promise<TakenInteraction[]> {
  const found = await db.interaction.findMany({
    where: { ownerId: db.owner, ...(after && { id: { gt: after } }) },
    select,
    orderBy: { id: "asc" },
    take: most,
  });
  return found.map(taken);
}

/** The newest since a moment, at most `most`. */
export async function listNewestInteractions(db: OwnerDb, since: Date, most: number): Promise<TakenInteraction[]> {
  const found = await db.interaction.findMany({
    where: { ownerId: db.owner, occurredAt: { gte: since } },
    select,
    orderBy: [{ occurredAt: "desc" }, { id: "asc" }],
    take: most,
  });
  return found.map(taken);
}

type Row = Omit<TakenInteraction, "occurredAt" | "updatedAt" | "people"> & {
  occurredAt: Date;
  updatedAt: Date;
  contacts: { contact: { fullName: string } }[];
};

function taken({ contacts, occurredAt, updatedAt, ...rest }: Row): TakenInteraction {
  return {
    ...rest,
    occurredAt: occurredAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    people: contacts.map(({ contact }) => contact.fullName),
  };
}
