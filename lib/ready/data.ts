import "server-only";
import { allOf } from "@/lib/all-of";
import { aboutContact } from "@/lib/contacts/about";
import { linkedInAddress } from "@/lib/contacts/linkedin-address";
import { setSlugs } from "@/lib/contacts/points/data";
import { dayOf } from "@/lib/dates/format";
import type { OwnerDb, OwnerSql } from "@/lib/db";
import { withContact } from "@/lib/interactions/with-contact/data";
import { Refusal } from "@/lib/refusal";
import type { LaneRow } from "@/lib/strength/schema";
import { Prisma } from "@/prisma/generated/client";
import type { ReadyPerson, ReadyRecord } from "./schema";

const { sql } = Prisma;

/** What is kept of somebody that a note may draw on. */
type Person = Pick<ReadyRecord, "id" | "fullName" | "location" | "howWeMet" | "expertise" | "goal" | "canSay"> &
  Pick<ReadyRecord, "draft" | "draftTemplate" | "theirInvitationId"> & {
    headline: string | null;
    position: string | null;
    company: string | null;
    slug: string | null;
    /** Null, as the rest of what is assessed, where nothing was. */
    commonGround: string[] | null;
    wouldIntroduce: boolean | null;
  };

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
export async function getReadyRecord(db: OwnerSql, contactId: string, timeZone: string): Promise<ReadyRecord | null> {
  const [record] = await listReadyRecords(db, [contactId], timeZone);
  return record ?? null;
}

/** Rows of the queue, each with its record, in their order. */
export async function withRecords(db: OwnerSql, rows: LaneRow[], timeZone: string): Promise<ReadyPerson[]> {
  const contactIds = rows.map(({ contactId }) => contactId);
  const records = new Map((await listReadyRecords(db, contactIds, timeZone)).map((record) => [record.id, record]));
  return rows.flatMap((item) => {
    const record = records.get(item.contactId);
    return record ? [{ item, record }] : [];
  });
}

/** The facts about several contacts, in no order, in as many statements as about one. */
export async function listReadyRecords(db: OwnerSql, contactIds: string[], timeZone: string): Promise<ReadyRecord[]> {
  if (contactIds.length === 0) return [];
  const { found, evidence } = await allOf({
    found: listPeople(db, contactIds),
    evidence: getEvidence(db, contactIds),
  });
  return found.flatMap((contact) => {
    const known = evidence.get(contact.id);
    return known ? [toRecord(contact, known, timeZone)] : [];
  });
}

/** Those of them that aren't in the trash. */
function listPeople(db: OwnerSql, contactIds: string[]): Promise<Person[]> {
  return db.$queryRaw<Person[]>`
    select c.*, alias.slug, written.*, draft.*, theirs.*
    from unnest(${contactIds}::uuid[]) as asked (id)
    cross join lateral (
      -- each by its key (offset 0), as all that follows: a join may be planned as one with everybody
      select c.id, c.full_name as "fullName", c.headline, c.position, c.company, c.location, c.how_we_met as "howWeMet", c.expertise
      from contact c where c.owner_id = ${db.owner}::uuid and c.id = asked.id and c.deleted_at is null offset 0
    ) c
    left join lateral (
      select l.slug from linkedin_alias l
      where l.owner_id = ${db.owner}::uuid and l.contact_id = asked.id order by l.last_seen desc limit 1
    ) alias on true
    left join lateral (
      select a.common_ground as "commonGround", a.goal, a.can_say as "canSay",
        a.would_introduce = 'YES' as "wouldIntroduce"
      from assessment a where a.owner_id = ${db.owner}::uuid and a.contact_id = asked.id offset 0
    ) written on true
    left join lateral (
      select v.note as draft, v.template as "draftTemplate" from invitation v
      where v.owner_id = ${db.owner}::uuid and v.contact_id = asked.id and v.direction = 'OUTGOING' and v.status = 'DRAFT'
      order by v.created_at desc limit 1
    ) draft on true
    left join lateral (
      select v.id as "theirInvitationId" from invitation v
      where v.owner_id = ${db.owner}::uuid and v.contact_id = asked.id and v.direction = 'INCOMING'
        and v.status in ('RECEIVED', 'ASKED')
      order by v.created_at desc limit 1
    ) theirs on true`;
}

function toRecord(found: Person, evidence: Evidence, timeZone: string): ReadyRecord {
  const { headline, position, company, slug, commonGround, wouldIntroduce, ...person } = found;
  const day = (moment: Date) => dayOf(moment, timeZone);
  return {
    ...person,
    about: aboutContact({ headline, position, company }),
    address: slug ? linkedInAddress(slug) : null,
    commonGround: commonGround ?? [],
    wouldIntroduce: wouldIntroduce ?? false,
    met: evidence.lastMet && { times: evidence.met, last: day(evidence.lastMet) },
    spoke: evidence.firstSpoke &&
      evidence.lastSpoke && { times: evidence.spoke, first: day(evidence.firstSpoke), last: day(evidence.lastSpoke) },
    origins: evidence.origins,
    helpGiven: evidence.given,
    helpReceived: evidence.received,
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

async function getEvidence(db: OwnerSql, contactIds: string[]): Promise<Map<string, Evidence>> {
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
