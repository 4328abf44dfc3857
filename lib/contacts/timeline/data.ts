import "server-only";
import type { OwnerSql } from "@/lib/db";
import { withContact } from "@/lib/interactions/with-contact/data";
import { readCursor, writeCursor } from "@/lib/keyset";
import { withNoteParts } from "@/lib/mentions/data";
import { Prisma } from "@/prisma/generated/client";
import type { TimelineEntry, TimelineFilter, TimelinePage, TimelineQuery } from "./schema";

const { sql, join } = Prisma;

type Row = { id: string; type: TimelineEntry["type"]; at: Date; written: string; data: { notes?: string | null } };
/** Where the page is empty there is a row all the same: with how many there are. */
type Found = { total: number } & (Row | { id: null });

/**
 * One page of everything that happened with a contact, `limit` entries at most, newest first. What is told of an interaction is
 * gathered for the page alone: there may be thousands of them.
 */
export async function listTimeline(
  db: OwnerSql,
  contactId: string,
  { show, older }: TimelineQuery,
  limit = 30,
): Promise<TimelinePage> {
  const one = { owner: sql`${db.owner}::uuid`, contact: sql`${contactId}::uuid` };
  const everything = join(
    shown[show].map((source) => source(one)),
    " union all ",
  );
  const from = readCursor(older);
  const found = await db.$queryRaw<Found[]>`
    with happened (id, type, at, data) as materialized (${everything}),
    page as (
      select * from happened
      ${from ? sql`where (at, id) < (${from.at}::timestamptz, ${from.id}::uuid)` : Prisma.empty}
      order by at desc, id desc
      limit ${limit + 1}
    )
    select counted.total, page.id, page.type, page.at,
      to_char(page.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as written,
      page.data || coalesce(told.data, '{}') as data
    from (select count(*)::int as total from happened) counted
    left join page on true
    left join lateral (${interactionOf(one)}) told on page.type = 'interaction'
    order by page.at desc, page.id desc`;
  const rows = found.filter((row): row is Row & { total: number } => row.id !== null);
  const shownRows = rows.slice(0, limit);
  const last = rows.length > limit ? shownRows.at(-1) : undefined;
  const entries = shownRows.map(({ id, type, at, data }) => ({ ...data, id, type, at: at.toISOString() }));
  return {
    entries: (await withNoteParts(db, entries)) as TimelineEntry[],
    total: found[0]?.total ?? 0,
    older: last ? writeCursor({ at: last.written, id: last.id }) : null,
  };
}

/** Rows (id, type, at, data) about one contact. Moments inside `data` are text: JSON knows no time. */
type Source = (one: { owner: Prisma.Sql; contact: Prisma.Sql }) => Prisma.Sql;

const iso = (moment: Prisma.Sql) => sql`to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

type Kinds = "meetings" | "messages";

/** What is told of the interaction `page.id`, beside whether the contact is only mentioned. */
const interactionOf: Source = ({ owner, contact }) => sql`
  select jsonb_build_object(
    'kind', i.kind, 'direction', i.direction, 'depth', i.depth, 'confirmed', i.confirmed, 'notes', i.notes,
    'others', coalesce((
      select jsonb_agg(jsonb_build_object('id', c.id, 'name', c.full_name) order by c.full_name)
      from interaction_contact other join contact c on c.owner_id = other.owner_id and c.id = other.contact_id
      where other.owner_id = ${owner} and other.interaction_id = i.id and other.contact_id <> ${contact}
        and c.deleted_at is null), '[]')) as data
  from interaction i where i.owner_id = ${owner} and i.id = page.id`;

const ofKind = (kinds?: Kinds) =>
  kinds ? sql`and (i.kind in ('MESSAGE', 'COMMENT')) = ${kinds === "messages"}` : Prisma.empty;

const interactions =
  (kinds?: Kinds): Source =>
  ({ owner, contact }) =>
    sql`
    select i.id, 'interaction', i.occurred_at, '{"mentioned": false}'::jsonb
    from interaction i where ${withContact(owner, contact)} ${ofKind(kinds)}`;

/** What others took part in, and this contact is named in the notes of. */
const mentions =
  (kinds?: Kinds): Source =>
  ({ owner, contact }) =>
    sql`
    select i.id, 'interaction', i.occurred_at, '{"mentioned": true}'::jsonb
    from mention m join interaction i on i.owner_id = m.owner_id and i.id = m.interaction_id
    where m.owner_id = ${owner} and m.contact_id = ${contact} ${ofKind(kinds)}
      and not exists (select from interaction_contact ic
        where ic.owner_id = m.owner_id and ic.interaction_id = m.interaction_id and ic.contact_id = m.contact_id)`;

const checks: Source = ({ owner, contact }) => sql`
  select k.id, 'check', k.checked_at, jsonb_build_object(
    'kind', k.kind, 'finding', k.finding, 'claim', k.claim, 'source', coalesce(k.source_name, nullif(k.origin, '')),
    'independent', k.independent, 'resolution', k.resolution,
    'validUntil', ${iso(sql`coalesce(k.expires_at, k.checked_at + in_days(policy.check_max_age_days))`)})
  from credential_check k cross join policy_in_force(${owner}) policy
  where k.owner_id = ${owner} and k.contact_id = ${contact}`;

const invitations: Source = ({ owner, contact }) => sql`
  select v.id, 'invitation', coalesce(v.sent_at, v.created_at), jsonb_build_object(
    'direction', v.direction, 'status', v.status, 'note', v.note, 'answeredAt', ${iso(sql`v.answered_at`)},
    'reason', v.reason, 'question', v.question, 'askedAt', ${iso(sql`v.asked_at`)},
    'reply', v.reply, 'repliedAt', ${iso(sql`v.replied_at`)})
  from invitation v where v.owner_id = ${owner} and v.contact_id = ${contact}`;

/** What a published recommendation wrote is told by the recommendation. */
const support: Source = ({ owner, contact }) => sql`
  select s.id, 'support', s.occurred_at, jsonb_build_object('direction', s.direction, 'kind', s.kind, 'note', s.note,
    'introduced', case when c.id is not null then jsonb_build_object('id', c.id, 'name', c.full_name) end)
  from support_act s
  left join contact c on c.owner_id = s.owner_id and c.id = s.introduced_contact_id and c.deleted_at is null
  where s.owner_id = ${owner} and s.contact_id = ${contact}
    and not exists (select from recommendation r where r.owner_id = s.owner_id and r.support_act_id = s.id)`;

/** Somebody introduced the owner to this contact: an act of the other's. */
const introductions: Source = ({ owner, contact }) => sql`
  select s.id, 'introduction', s.occurred_at, jsonb_build_object(
    'by', jsonb_build_object('id', c.id, 'name', c.full_name), 'note', s.note)
  from support_act s join contact c on c.owner_id = s.owner_id and c.id = s.contact_id and c.deleted_at is null
  where s.owner_id = ${owner} and s.introduced_contact_id = ${contact} and s.direction = 'RECEIVED'`;

const recommendations: Source = ({ owner, contact }) => sql`
  select r.id, 'recommendation', coalesce(r.published_at, r.requested_at, r.created_at), jsonb_build_object(
    'direction', r.direction, 'status', r.status, 'work', r.work)
  from recommendation r where r.owner_id = ${owner} and r.contact_id = ${contact}`;

/** It has no id of its own, and the contact's is that of its creation: two entries of one moment and id would be one. */
const assessments: Source = ({ owner, contact }) => sql`
  select md5('assessment of ' || a.contact_id)::uuid, 'assessment', a.reviewed_at, jsonb_build_object(
    'wouldIntroduce', a.would_introduce, 'goal', a.goal)
  from assessment a where a.owner_id = ${owner} and a.contact_id = ${contact}`;

/** The rows of an import name what it made; only imports of that time are looked through. */
const creation: Source = ({ owner, contact }) => sql`
  select c.id, 'created', c.created_at, jsonb_build_object('imported', exists (
    select from import_batch b
    where b.owner_id = c.owner_id and c.created_at between b.created_at and coalesce(b.finished_at, now()) and (
      exists (select from import_row r where r.owner_id = b.owner_id and r.batch_id = b.id
        and r.entity_id = c.id and r.outcome = 'CREATED')
      or exists (select from import_person p where p.owner_id = b.owner_id and p.batch_id = b.id
        and p.contact_id = c.id and p.outcome = 'CREATED'))))
  from contact c where c.owner_id = ${owner} and c.id = ${contact}`;

const shown: Record<TimelineFilter, Source[]> = {
  all: [
    interactions(),
    mentions(),
    checks,
    invitations,
    support,
    introductions,
    recommendations,
    assessments,
    creation,
  ],
  meetings: [interactions("meetings"), mentions("meetings")],
  messages: [interactions("messages"), mentions("messages"), invitations],
  checks: [checks, assessments],
};
