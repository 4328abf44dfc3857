// What happened with the senders of some invitations: the history on the card, and the facts behind its signals.
import "server-only";
import { allOf } from "@/lib/all-of";
import type { OwnerDb } from "@/lib/db";
import { withContact } from "@/lib/interactions/with-contact/data";
import { withPlainNotes } from "@/lib/mentions/data";
import { Prisma } from "@/prisma/generated/client";
import { grouped } from "../grouped";
import type { EarlierInvitation, IncomingCard, Known, LatestInteraction } from "../schema";

const { sql } = Prisma;

type Sent = { id: string; contactId: string };
type History = IncomingCard["history"];
type Counted = Omit<History, "lastMet" | "latest" | "earlier"> & {
  contactId: string;
  lastMet: Date | null;
  latest: LatestInteraction[];
};

/** How many of the latest interactions and earlier invitations a card tells of. */
const shown = 3;

/** Of the notes of each, so much is read and so much told, in characters. */
const [longestRead, longestTold] = [5_000, 200];

/** Four queries, whatever the number of invitations. */
export async function getEvidence(db: OwnerDb, sent: Sent[]) {
  const contacts = [...new Set(sent.map(({ contactId }) => contactId))];
  const found = await allOf({
    history: countHistory(db, contacts),
    earlier: listEarlier(db, contacts),
    concerns: listConcerns(db, contacts),
    same: listSameMessages(db, sent),
  });
  const counted = new Map<string, Counted>();
  for (const row of found.history) {
    const latest = (await withPlainNotes(db, row.latest)).map((one) => ({
      ...one,
      notes: one.notes?.slice(0, longestTold) ?? null,
    }));
    counted.set(row.contactId, { ...row, latest });
  }
  const earlier = grouped(found.earlier, ({ contactId }) => contactId);
  const concerns = new Map(found.concerns.map(({ contactId, ...concern }) => [contactId, concern]));
  const same = new Map(found.same.map(({ invitationId, ...first }) => [invitationId, first]));
  return {
    history: ({ id, contactId }: Sent): History => {
      const { contactId: _, lastMet = null, ...counts } = counted.get(contactId) ?? nothing;
      const others = (earlier.get(contactId) ?? []).filter((other) => other.id !== id);
      return {
        ...counts,
        lastMet: lastMet?.toISOString() ?? null,
        earlier: others.slice(0, shown).map(({ contactId: __, at, ...other }) => ({ ...other, at: at.toISOString() })),
      };
    },
    concern: (contactId: string) => concerns.get(contactId) ?? null,
    sameMessage: (invitationId: string) => same.get(invitationId) ?? null,
  };
}

const nothing: Counted = { contactId: "", met: 0, lastMet: null, spoke: 0, messagesIn: 0, messagesOut: 0, latest: [] };

/** Confirmed interactions alone: invited is not met. */
function countHistory(db: OwnerDb, contacts: string[]) {
  return db.$queryRaw<Counted[]>`
    select asked.id as "contactId", h.met, h.last_met as "lastMet", h.spoke, h.messages_in as "messagesIn",
      h.messages_out as "messagesOut", coalesce(h.latest, '[]') as latest
    from unnest(${contacts}::uuid[]) as asked (id)
    cross join lateral (
      select
        count(*) filter (where i.kind = 'IN_PERSON')::int as met,
        max(i.occurred_at) filter (where i.kind = 'IN_PERSON') as last_met,
        count(*) filter (where i.kind in ('VIDEO', 'CALL'))::int as spoke,
        count(*) filter (where i.kind in ('MESSAGE', 'COMMENT') and i.direction = 'INBOUND')::int as messages_in,
        count(*) filter (where i.kind in ('MESSAGE', 'COMMENT') and i.direction <> 'INBOUND')::int as messages_out,
        jsonb_agg(jsonb_build_object('id', i.id, 'kind', i.kind, 'direction', i.direction,
          'at', to_char(i.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
          'notes', nullif(left(btrim(i.notes), ${longestRead}), '')) order by i.place) filter (where i.place <= ${shown}) as latest
      from (
        select i.*, row_number() over (order by i.occurred_at desc, i.id desc) as place
        from interaction i
        where ${withContact(sql`${db.owner}::uuid`, sql`asked.id`)} and i.confirmed
      ) i
    ) h`;
}

/** All other invitations there were with them, either way, the latest first. */
function listEarlier(db: OwnerDb, contacts: string[]) {
  return db.$queryRaw<(Omit<EarlierInvitation, "at"> & { contactId: string; at: Date })[]>`
    select v.id, v.contact_id as "contactId", v.direction, v.status, v.reason,
      coalesce(v.answered_at, v.sent_at, v.created_at) as at
    from invitation v
    where v.owner_id = ${db.owner}::uuid and v.contact_id = any (${contacts}::uuid[]) and v.status <> 'DRAFT'
    order by coalesce(v.sent_at, v.created_at) desc, v.id desc`;
}

/** Of each contact the concern that is open the longest. */
function listConcerns(db: OwnerDb, contacts: string[]) {
  return db.$queryRaw<{ contactId: string; checkId: string; claim: string }[]>`
    select distinct on (k.contact_id) k.contact_id as "contactId", k.id as "checkId", k.claim
    from credential_check k
    where k.owner_id = ${db.owner}::uuid and k.contact_id = any (${contacts}::uuid[])
      and k.finding = 'CONCERN' and k.resolved_at is null
    order by k.contact_id, k.checked_at, k.id`;
}

async function listSameMessages(
  db: OwnerDb,
  sent: Sent[],
): Promise<{ invitationId: string; other: Known; senders: number }[]> {
  const rows = await db.$queryRaw<{ invitationId: string; id: string; fullName: string; senders: number }[]>`
    select invitation_id as "invitationId", contact_id as id, full_name as "fullName", senders
    from same_messages(${sent.map(({ id }) => id)}::uuid[])`;
  return rows.map(({ invitationId, id, fullName, senders }) => ({ invitationId, other: { id, fullName }, senders }));
}
