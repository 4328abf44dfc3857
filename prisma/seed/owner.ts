// Fills one owner with any number of made-up contacts and interactions: the same rows for the same numbers, dated back
// from today. Set-based; the database's own triggers derive the standing.
import { asOwner, type OwnerDb, type OwnerId } from "@/lib/db";
import { companies, familyNames, fields, givenNames, places, positions } from "./names";

/** Much at once, because each statement refreshes each standing once; but what one transaction holds has an end. */
const most = { contacts: 50_000, interactions: 500_000 };

type Batch = { from: number; to: number; perContact: number };

/** Seeds `owner` with `contacts` contacts and `interactions` interactions spread evenly over them. */
export async function seedOwner(
  owner: OwnerId,
  { contacts, interactions }: { contacts: number; interactions: number },
  onProgress: (contactsDone: number) => void = () => {},
) {
  const perContact = interactions / Math.max(contacts, 1);
  const atOnce = Math.max(1, Math.min(most.contacts, Math.floor(most.interactions / Math.max(perContact, 1))));
  for (let from = 1; from <= contacts; from += atOnce) {
    const to = Math.min(from + atOnce - 1, contacts);
    for (const step of steps) {
      const work = async (db: OwnerDb) => {
        await nameRows(db);
        await step(db, { from, to, perContact });
      };
      await asOwner(owner, work, { timeoutMs: 30 * 60_000 });
    }
    onProgress(to);
  }
}

/**
 * Everything that counts besides the interactions first: the long histories are then weighed once. A transaction each,
 * because Postgres checks the foreign keys of a row anew whenever the transaction that made it changes it.
 */
const steps = [addContacts, addAssessments, addChecks, addInteractions, addParticipants];

/**
 * UUIDs in the shape of version 7 that are the same for the same owner, kind of row and number. Every cast is written
 * out: only then is the function immutable throughout, and Postgres puts it into the statement instead of calling it
 * for each row, which takes seven times as long.
 */
async function nameRows(db: OwnerDb) {
  await db.$executeRaw`
    create or replace function pg_temp.seed_id(owner uuid, kind text, n bigint) returns uuid
    language sql immutable parallel safe as $$
      select ('0' || to_hex(1704067200000 + n) || '70008' || left(md5(owner::text || kind || n::text), 15))::uuid
    $$`;
}

async function addContacts(db: OwnerDb, { from, to }: Batch) {
  await db.$executeRaw`
    with person as (
      select i, pg_temp.seed_id(${db.owner}::uuid, 'contact', i) as id,
        (${givenNames}::text[])[1 + i % ${givenNames.length}::int]
          || ' ' || (${familyNames}::text[])[1 + (i / ${givenNames.length}::int) % ${familyNames.length}::int] as name
      from generate_series(${from}::int, ${to}::int) as i
    ), contacts as (
      insert into contact (owner_id, id, full_name, company, position, location, how_we_met, expertise,
                           connection_status, connected_on, created_at)
      select ${db.owner}::uuid, id, name,
        (${companies}::text[])[1 + i * 7 % ${companies.length}::int],
        (${positions}::text[])[1 + i * 11 % ${positions.length}::int],
        (${places}::text[])[1 + i * 5 % ${places.length}::int],
        case when i % 10 < 8 then 'At a workshop in ' || (${places}::text[])[1 + i * 3 % ${places.length}::int] end,
        case when i % 10 < 8 then (${fields}::text[])[1 + i * 13 % ${fields.length}::int] end,
        (case when i % 10 = 3 then 'CONNECTED' when i % 50 = 7 then 'INVITED' else 'NONE' end)::connection_status,
        case when i % 10 = 3 then current_date - (i % 900) end,
        date_trunc('day', now()) - make_interval(days => 760, secs => -(i % 86400))
      from person
      returning id
    ), points as (
      insert into contact_point (owner_id, id, contact_id, kind, value, normalised)
      select ${db.owner}::uuid, pg_temp.seed_id(${db.owner}::uuid, 'point', i), id, 'EMAIL', 'person' || i || '@example.test',
        'person' || i || '@example.test'
      from person
    )
    insert into linkedin_alias (owner_id, id, contact_id, slug)
    select ${db.owner}::uuid, pg_temp.seed_id(${db.owner}::uuid, 'alias', i), id, 'made-up-person-' || i
    from person`;
}

/** For three contacts in four. */
async function addAssessments(db: OwnerDb, { from, to }: Batch) {
  await db.$executeRaw`
    insert into assessment (owner_id, contact_id, wants_to_deepen, i_believe, they_believe, synergy, would_introduce,
                            common_ground, goal, can_say, reviewed_at)
    select ${db.owner}::uuid, pg_temp.seed_id(${db.owner}::uuid, 'contact', i), 'YES', 'YES',
      (case when i % 9 = 0 then 'UNSURE' else 'YES' end)::answer, 'YES',
      (case when i % 7 = 0 then 'UNSURE' else 'YES' end)::answer,
      array[(${fields}::text[])[1 + i * 13 % ${fields.length}::int], 'mentoring'],
      'Compare notes twice a year', 'Finished the project on time and said early what would slip',
      date_trunc('day', now()) - make_interval(days => i % 400)
    from generate_series(${from}::int, ${to}::int) as i where i % 4 < 3`;
}

/** Three for three contacts in five, with a concern for one in forty. */
async function addChecks(db: OwnerDb, { from, to }: Batch) {
  await db.$executeRaw`
    insert into credential_check (owner_id, id, contact_id, kind, claim, finding, source_name, source_url, origin, independent, checked_at)
    select ${db.owner}::uuid, pg_temp.seed_id(${db.owner}::uuid, 'check' || k, i), pg_temp.seed_id(${db.owner}::uuid, 'contact', i),
      (array['CREDENTIALS', 'BACKGROUND', 'TESTIMONIAL']::check_kind[])[k], 'Works where they say',
      (case when i % 40 = 0 and k = 1 then 'CONCERN' else 'SUPPORTS' end)::check_finding,
      'Register ' || (i % 97), 'https://register' || k || '.example/' || (i % 97), 'register' || k || '.example', true,
      date_trunc('day', now()) - make_interval(days => (i * k) % 420)
    from generate_series(${from}::int, ${to}::int) as i, generate_series(1, 3) as k where i % 5 < 3`;
}

/** Which of the owner's interactions are with these contacts. */
const interactionsOf = ({ from, to, perContact }: Batch) => ({
  first: Math.floor((from - 1) * perContact) + 1,
  last: Math.floor(to * perContact),
});

/**
 * Histories of two years: meetings, calls, video and messages both ways, dealt out by a hash so that no two are alike; one
 * in ten with a note.
 */
async function addInteractions(db: OwnerDb, batch: Batch) {
  const { first, last } = interactionsOf(batch);
  await db.$executeRaw`
    with dealt as materialized (
      select n, ('x' || substr(md5(n::text), 1, 7))::bit(28)::int as hash
      from generate_series(${first}::int, ${last}::int) as n
    )
    insert into interaction (owner_id, id, kind, direction, occurred_at, depth, notes)
    select ${db.owner}::uuid, pg_temp.seed_id(${db.owner}::uuid, 'interaction', n), kind,
      (case when kind <> 'MESSAGE' then 'JOINT' when hash & 64 = 0 then 'INBOUND' else 'OUTBOUND' end)::interaction_direction,
      date_trunc('day', now()) - make_interval(days => (hash % 730)::int, hours => 1 + (hash % 12)::int),
      (array['QUICK', 'NORMAL', 'NORMAL', 'DEEP']::interaction_depth[])[1 + hash % 4],
      case when n % 10 = 0 then 'Talked about ' || (${fields}::text[])[1 + n / 10 % ${fields.length}::int] || ' and '
        || (${places}::text[])[1 + hash % ${places.length}::int] end
    from dealt,
      lateral (select (array['IN_PERSON', 'MESSAGE', 'MESSAGE', 'CALL', 'MESSAGE', 'VIDEO']::interaction_kind[])[1 + hash / 4 % 6] as kind) as k`;
}

async function addParticipants(db: OwnerDb, batch: Batch) {
  const { first, last } = interactionsOf(batch);
  const { from, to } = batch;
  await db.$executeRaw`
    with person as materialized (
      select i, pg_temp.seed_id(${db.owner}::uuid, 'contact', i) as id
      from generate_series(${from}::int, ${to}::int) as i
    )
    insert into interaction_contact (owner_id, interaction_id, contact_id)
    select ${db.owner}::uuid, pg_temp.seed_id(${db.owner}::uuid, 'interaction', n), person.id
    from person, generate_series(${first}::int + person.i - ${from}::int, ${last}::int, ${to - from + 1}::int) as n`;
}
