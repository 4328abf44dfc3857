import "server-only";
import { aboutContact } from "@/lib/contacts/about";
import { linkedInAddress } from "@/lib/contacts/linkedin-address";
import { setSlugs } from "@/lib/contacts/points/data";
import { dayOf } from "@/lib/dates/format";
import type { OwnerDb } from "@/lib/db";
import { getAllowances } from "@/lib/desk/data";
import { Refusal } from "@/lib/refusal";
import { getStanding } from "@/lib/strength/data";
import { countOverview, listQueue } from "@/lib/strength/lanes/data";
import type { Prisma } from "@/prisma/generated/client";
import type { Card, Desk, ReadyRecord } from "./schema";

const person = {
  id: true,
  fullName: true,
  headline: true,
  position: true,
  company: true,
  location: true,
  howWeMet: true,
  expertise: true,
  aliases: { orderBy: { lastSeen: "desc" }, take: 1, select: { slug: true } },
  assessment: { select: { commonGround: true, goal: true, canSay: true, wouldIntroduce: true } },
  invitations: {
    where: {
      OR: [
        { direction: "OUTGOING", status: "DRAFT" },
        { direction: "INCOMING", status: { in: ["RECEIVED", "ASKED"] } },
      ],
    },
    orderBy: { createdAt: "desc" },
    select: { id: true, direction: true, note: true },
  },
} satisfies Prisma.ContactSelect;

type Evidence = {
  met: number;
  lastMet: Date | null;
  spoke: number;
  firstSpoke: Date | null;
  lastSpoke: Date | null;
  origins: string[];
  given: number;
  received: number;
};

/** How many are shown beside the card. */
const nextShown = 8;

/**
 * All that the queue's page shows: the contact chosen, or else the strongest, with the record behind the reasons; who is
 * next; and, where the contact chosen isn't in the queue, how it stands instead.
 */
export async function getDesk(db: OwnerDb, chosen: string | undefined, timeZone: string): Promise<Desk> {
  const { rows } = await listQueue(db, { limit: nextShown + 1 });
  const wanted = chosen ? await getCard(db, chosen, timeZone) : null;
  const card = wanted?.verdict === "READY" ? wanted : rows[0] && (await getCard(db, rows[0].contactId, timeZone));
  return {
    card: card ?? null,
    place: card ? await placeOf(db, card.record.id) : 0,
    count: (await countOverview(db)).verdicts.READY,
    next: rows.filter(({ contactId }) => contactId !== card?.record.id).slice(0, nextShown),
    missed: wanted && wanted !== card ? { ...wanted.record, verdict: wanted.verdict } : null,
    allowances: await getAllowances(db, timeZone),
  };
}

async function getCard(db: OwnerDb, contactId: string, timeZone: string): Promise<Card | null> {
  const standing = await getStanding(db, contactId);
  const record = standing && (await getReadyRecord(db, contactId, timeZone));
  return record && { record, verdict: standing.verdict, strength: standing.strength, readyUntil: standing.readyUntil };
}

/** The queue's own order: contacts of equal strength by id. */
async function placeOf(db: OwnerDb, contactId: string): Promise<number> {
  const [row] = await db.$queryRaw<{ ahead: number }[]>`
    select count(*)::int as ahead
    from relationship_strength r
    join contact_standing me on me.owner_id = r.owner_id and me.contact_id = ${contactId}::uuid
    where r.owner_id = ${db.owner}::uuid and r.queue_until > now()
      and (r.blocked_until is null or r.blocked_until <= now())
      and (r.heat > me.heat or r.heat = me.heat and r.contact_id < me.contact_id)`;
  return (row?.ahead ?? 0) + 1;
}

/** The facts about one contact, ready or not; null where there is none outside the trash. */
export async function getReadyRecord(db: OwnerDb, contactId: string, timeZone: string): Promise<ReadyRecord | null> {
  const found = await db.contact.findFirst({
    where: { ownerId: db.owner, id: contactId, deletedAt: null },
    select: person,
  });
  if (!found) return null;
  const { headline, position, company, aliases, assessment, invitations, ...contact } = found;
  const evidence = await getEvidence(db, contactId);
  const day = (moment: Date) => dayOf(moment, timeZone);
  const slug = aliases[0]?.slug;
  return {
    ...contact,
    about: aboutContact({ headline, position, company }),
    address: slug ? linkedInAddress(slug) : null,
    commonGround: assessment?.commonGround ?? [],
    goal: assessment?.goal ?? null,
    canSay: assessment?.canSay ?? null,
    wouldIntroduce: assessment?.wouldIntroduce === "YES",
    met: evidence.lastMet && { times: evidence.met, last: day(evidence.lastMet) },
    spoke: evidence.firstSpoke &&
      evidence.lastSpoke && { times: evidence.spoke, first: day(evidence.firstSpoke), last: day(evidence.lastSpoke) },
    origins: evidence.origins,
    helpGiven: evidence.given,
    helpReceived: evidence.received,
    draft: invitations.find(({ direction }) => direction === "OUTGOING")?.note ?? null,
    theirInvitationId: invitations.find(({ direction }) => direction === "INCOMING")?.id ?? null,
  };
}

/** Adds a LinkedIn address (a slug) as the one in use. Throws the Refusal `linkedInTaken` where it is somebody else's. */
export async function addAddress(db: OwnerDb, contactId: string, slug: string): Promise<void> {
  const contact = await db.contact.findFirst({
    where: { ownerId: db.owner, id: contactId, deletedAt: null },
    select: { aliases: { orderBy: { lastSeen: "desc" }, select: { slug: true } } },
  });
  if (!contact) throw new Refusal("notFound");
  const earlier = contact.aliases.map((alias) => alias.slug).filter((known) => known !== slug);
  await setSlugs(db, contactId, [slug, ...earlier]);
}

async function getEvidence(db: OwnerDb, contactId: string): Promise<Evidence> {
  const [evidence] = await db.$queryRaw<Evidence[]>`
    select met.*, checks.*, help.*
    from (
      select
        count(*) filter (where i.kind = 'IN_PERSON')::int as met,
        max(i.occurred_at) filter (where i.kind = 'IN_PERSON') as "lastMet",
        count(*) filter (where i.kind <> 'IN_PERSON')::int as spoke,
        min(i.occurred_at) filter (where i.kind <> 'IN_PERSON') as "firstSpoke",
        max(i.occurred_at) filter (where i.kind <> 'IN_PERSON') as "lastSpoke"
      from interaction_contact ic
      join interaction i on i.owner_id = ic.owner_id and i.id = ic.interaction_id
      where ic.owner_id = ${db.owner}::uuid and ic.contact_id = ${contactId}::uuid
        and i.confirmed and i.kind in ('IN_PERSON', 'VIDEO', 'CALL')
    ) met
    cross join (
      select coalesce(array_agg(distinct origin order by origin), '{}') as origins
      from supporting_checks(${db.owner}::uuid, array[${contactId}::uuid], now()) where until > now()
    ) checks
    cross join (
      select
        count(*) filter (where s.direction = 'GIVEN')::int as given,
        count(*) filter (where s.direction = 'RECEIVED')::int as received
      from support_act s
      where s.owner_id = ${db.owner}::uuid and s.contact_id = ${contactId}::uuid
    ) help`;
  if (!evidence) throw new Error("an aggregate has one row");
  return evidence;
}
