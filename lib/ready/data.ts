import "server-only";
import { linkedInAddress } from "@/lib/contacts/linkedin-address";
import { setSlugs } from "@/lib/contacts/points/data";
import { dayOf } from "@/lib/dates/format";
import type { OwnerDb } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import type { Prisma } from "@/prisma/generated/client";
import type { ReadyRecord } from "./schema";

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
    about: headline ?? ([position, company].filter(Boolean).join(", ") || null),
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
      select coalesce(array_agg(distinct k.origin order by k.origin), '{}') as origins
      from credential_check k cross join policy_in_force(${db.owner}::uuid) policy
      where k.owner_id = ${db.owner}::uuid and k.contact_id = ${contactId}::uuid
        and k.finding = 'SUPPORTS' and k.independent and k.origin <> ''
        and coalesce(k.expires_at, k.checked_at + in_days(policy.check_max_age_days)) > now()
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
