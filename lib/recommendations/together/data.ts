import "server-only";
import { dayOf } from "@/lib/dates/format";
import type { OwnerDb } from "@/lib/db";
import type { Together } from "./schema";

/** What the record holds about the two; null where there is no such contact. Of meetings, help and checks the newest `limit`. */
export async function getTogether(
  db: OwnerDb,
  contactId: string,
  timeZone: string,
  limit = 12,
): Promise<Together | null> {
  const contact = await db.contact.findFirst({
    where: { ownerId: db.owner, id: contactId, deletedAt: null },
    select: { howWeMet: true, expertise: true },
  });
  if (!contact) return null;
  const of = { ownerId: db.owner, contactId };
  const works = await db.recommendation.findMany({
    where: { ...of, work: { not: null } },
    distinct: ["work"],
    orderBy: { updatedAt: "desc" },
    take: limit,
    select: { work: true },
  });
  const meetings = await db.interactionContact.findMany({
    where: { ...of, interaction: { confirmed: true, kind: { in: ["IN_PERSON", "VIDEO", "CALL"] } } },
    orderBy: { interaction: { occurredAt: "desc" } },
    take: limit,
    select: { interaction: { select: { id: true, kind: true, occurredAt: true } } },
  });
  const acts = await db.supportAct.findMany({
    where: { ...of, kind: { not: "RECOMMENDATION" } },
    orderBy: [{ occurredAt: "desc" }, { id: "desc" }],
    take: limit,
    select: {
      ...{ id: true, direction: true, kind: true, occurredAt: true, note: true },
      introduced: { select: { fullName: true } },
    },
  });
  const testimonials = await db.credentialCheck.findMany({
    where: { ...of, kind: "TESTIMONIAL", finding: "SUPPORTS", independent: true },
    orderBy: [{ checkedAt: "desc" }, { id: "desc" }],
    take: limit,
    select: { id: true, checkedAt: true, claim: true, sourceName: true, origin: true, note: true },
  });
  const day = (moment: Date) => dayOf(moment, timeZone);
  return {
    howWeMet: written(contact.howWeMet),
    expertise: written(contact.expertise),
    works: works.flatMap(({ work }) => written(work) ?? []),
    meetings: meetings.map(({ interaction: { id, kind, occurredAt } }) => ({
      id,
      kind: kind as Together["meetings"][number]["kind"],
      day: day(occurredAt),
    })),
    messages: await messagesWith(db, contactId, timeZone),
    acts: acts.map(({ occurredAt, introduced, ...act }) => ({
      ...act,
      day: day(occurredAt),
      introduced: introduced?.fullName ?? null,
    })),
    testimonials: testimonials.map(({ checkedAt, sourceName, origin, ...check }) => ({
      ...check,
      day: day(checkedAt),
      source: written(sourceName) ?? origin,
    })),
  };
}

const written = (text: string | null) => text?.trim() || null;

/** How many messages went between them, and from when to when. */
async function messagesWith(db: OwnerDb, contactId: string, timeZone: string): Promise<Together["messages"]> {
  const { _count, _min, _max } = await db.interaction.aggregate({
    where: {
      ownerId: db.owner,
      confirmed: true,
      kind: "MESSAGE",
      contacts: { some: { ownerId: db.owner, contactId } },
    },
    _count: true,
    _min: { occurredAt: true },
    _max: { occurredAt: true },
  });
  if (!_min.occurredAt || !_max.occurredAt) return null;
  return { count: _count, first: dayOf(_min.occurredAt, timeZone), last: dayOf(_max.occurredAt, timeZone) };
}
