import "server-only";
import { allOf } from "@/lib/all-of";
import { aboutContact } from "@/lib/contacts/about";
import { linkedInAddress } from "@/lib/contacts/linkedin-address";
import { setSlugs } from "@/lib/contacts/points/data";
import { dayOf } from "@/lib/dates/format";
import type { OwnerDb } from "@/lib/db";
import { withContact } from "@/lib/interactions/with-contact/data";
import { Refusal } from "@/lib/refusal";
import type { LaneRow } from "@/lib/strength/schema";
import { Prisma } from "@/prisma/generated/client";
import type { ReadyPerson, ReadyRecord } from "./schema";

const { sql } = Prisma;

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
    select: { id: true, direction: true, note: true, template: true },
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

/** The facts about one contact, ready or not; null where there is none outside the trash. */
export async function getReadyRecord(db: OwnerDb, contactId: string, timeZone: string): Promise<ReadyRecord | null> {
  const [record] = await listReadyRecords(db, [contactId], timeZone);
  return record ?? null;
}

/** Rows of the queue, each with its record, in their order. */
export async function withRecords(db: OwnerDb, rows: LaneRow[], timeZone: string): Promise<ReadyPerson[]> {
  const contactIds = rows.map(({ contactId }) => contactId);
  const records = new Map((await listReadyRecords(db, contactIds, timeZone)).map((record) => [record.id, record]));
  return rows.flatMap((item) => {
    const record = records.get(item.contactId);
    return record ? [{ item, record }] : [];
  });
}

/** The facts about several contacts, in no order, in as many statements as about one. */
export async function listReadyRecords(db: OwnerDb, contactIds: string[], timeZone: string): Promise<ReadyRecord[]> {
  if (contactIds.length === 0) return [];
  const { found, evidence } = await allOf({
    found: db.contact.findMany({
      where: { ownerId: db.owner, id: { in: contactIds }, deletedAt: null },
      select: person,
    }),
    evidence: getEvidence(db, contactIds),
  });
  return found.flatMap((contact) => {
    const known = evidence.get(contact.id);
    return known ? [toRecord(contact, known, timeZone)] : [];
  });
}

function toRecord(found: Prisma.ContactGetPayload<{ select: typeof person }>, evidence: Evidence, timeZone: string) {
  const { headline, position, company, aliases, assessment, invitations, ...contact } = found;
  const day = (moment: Date) => dayOf(moment, timeZone);
  const slug = aliases[0]?.slug;
  const draft = invitations.find(({ direction }) => direction === "OUTGOING");
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
    draft: draft?.note ?? null,
    draftTemplate: draft?.template ?? null,
    theirInvitationId: invitations.find(({ direction }) => direction === "INCOMING")?.id ?? null,
  } satisfies ReadyRecord;
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

async function getEvidence(db: OwnerDb, contactIds: string[]): Promise<Map<string, Evidence>> {
  const rows = await db.$queryRaw<(Evidence & { id: string })[]>`
    select asked.id, met.*, coalesce(checks.origins, '{}') as origins, help.*
    from unnest(${contactIds}::uuid[]) as asked (id)
    cross join lateral (
      select
        count(*) filter (where i.kind = 'IN_PERSON')::int as met,
        max(i.occurred_at) filter (where i.kind = 'IN_PERSON') as "lastMet",
        count(*) filter (where i.kind <> 'IN_PERSON')::int as spoke,
        min(i.occurred_at) filter (where i.kind <> 'IN_PERSON') as "firstSpoke",
        max(i.occurred_at) filter (where i.kind <> 'IN_PERSON') as "lastSpoke"
      from interaction i
      where ${withContact(sql`${db.owner}::uuid`, sql`asked.id`)}
        and i.confirmed and i.kind in ('IN_PERSON', 'VIDEO', 'CALL')
    ) met
    left join (
      select contact_id, array_agg(distinct origin order by origin) as origins
      from supporting_checks(${db.owner}::uuid, ${contactIds}::uuid[], now()) where until > now()
      group by contact_id
    ) checks on checks.contact_id = asked.id
    cross join lateral (
      select
        count(*) filter (where s.direction = 'GIVEN')::int as given,
        count(*) filter (where s.direction = 'RECEIVED')::int as received
      from support_act s
      where s.owner_id = ${db.owner}::uuid and s.contact_id = asked.id
    ) help`;
  return new Map(rows.map(({ id, ...evidence }) => [id, evidence]));
}
