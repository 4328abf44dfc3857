// What the product says: the touches written to a database with its migrations, as an owner's contacts and
// interactions, and S read by the rule's own functions (prisma/sql/relationship_strength.sql).
import type { Client } from "pg";
import type { Touch } from "./contact-files";
import { pairKey } from "./pairs";

/** The file's zero: any midnight (UTC) long enough ago, so that the file's days are the rule's. */
const zero = "2020-01-01T00:00:00Z";

/**
 * How a touch is written down. An answered call is a CALL, weight 2, JOINT; a text, message or e-mail is a MESSAGE, 0.5,
 * one way. A missed call should weigh 0.15, one way: no kind is called that, but a deep COMMENT weighs 0.1 × 1.5.
 */
const written: Record<Touch["how"], { kind: string; depth: string; joint: boolean }> = {
  call: { kind: "CALL", depth: "NORMAL", joint: true },
  message: { kind: "MESSAGE", depth: "NORMAL", joint: false },
  missed: { kind: "COMMENT", depth: "DEEP", joint: false },
};

/** Writes the touches for a new owner, whose contacts are all pairs in both directions; answers with the owner. */
export async function writeAsOwner(client: Client, touches: readonly Touch[]): Promise<string> {
  // Standings are asked for at moments of the past: those that triggers would keep are of no use here.
  await client.query("set session_replication_role = replica");
  // As refresh_standing plans for many contacts.
  await client.query("set enable_nestloop = off");
  await client.query("set work_mem = '64MB'");
  const { rows } = await client.query<{ id: string }>(
    "insert into app_user (email, name, password_hash) values (uuid_v7() || '@example.test', 'Olive', 'none') returning id",
  );
  const owner = rows[0]?.id ?? "";
  await client.query("drop table if exists pair, side");
  await client.query(
    `create temp table side as
     select gen_random_uuid() as id, t.at, way.person, way.other, t.kind, t.depth,
       case when t.joint then 'JOINT' else way.direction end as direction
     from unnest($1::int[], $2::int[], $3::int[], $4::text[], $5::text[], $6::boolean[])
       as t (at, sender, recipient, kind, depth, joint)
     cross join lateral (values (t.sender, t.recipient, 'OUTBOUND'), (t.recipient, t.sender, 'INBOUND'))
       as way (person, other, direction)`,
    [
      touches.map(({ at }) => at),
      touches.map(({ from }) => from),
      touches.map(({ to }) => to),
      touches.map(({ how }) => written[how].kind),
      touches.map(({ how }) => written[how].depth),
      touches.map(({ how }) => written[how].joint),
    ],
  );
  await client.query(
    `create temp table pair as
     select gen_random_uuid() as contact_id, person, other from (select distinct person, other from side) p`,
  );
  await client.query(
    `insert into contact (owner_id, id, full_name)
     select $1, contact_id, format('%s, as %s knows them', other, person) from pair`,
    [owner],
  );
  await client.query(
    `insert into interaction (owner_id, id, kind, direction, depth, occurred_at)
     select $1, id, kind::interaction_kind, direction::interaction_direction, depth::interaction_depth,
       $2::timestamptz + at * interval '1 second'
     from side`,
    [owner, zero],
  );
  await client.query(
    `insert into interaction_contact (owner_id, interaction_id, contact_id)
     select $1, side.id, pair.contact_id from side join pair using (person, other)`,
    [owner],
  );
  await client.query("analyze");
  return owner;
}

/** From now on the owner's policy has this half-life. */
export async function setHalfLife(client: Client, owner: string, days: number) {
  await client.query(
    `insert into policy (owner_id, half_life_days) values ($1, $2)
     on conflict (owner_id) do update set half_life_days = excluded.half_life_days`,
    [owner, days],
  );
}

/**
 * S of every pair in touch before the cut, by pairKey. The files' times are whole seconds, so "up to the second before"
 * is "before".
 */
export async function strengthsAt(client: Client, owner: string, cut: number): Promise<Map<string, number>> {
  const { rows } = await client.query<{ person: number; other: number; s: number }>(
    `select pair.person, pair.other, r.s
     from (select $2::timestamptz + ($3::int - 1) * interval '1 second' as moment) cut
     cross join lateral standing_of($1, array(select contact_id from pair), cut.moment) st
     join pair on pair.contact_id = st.contact_id
     cross join lateral read_standing(st, 'NONE', cut.moment) r
     where st.heat is not null`,
    [owner, zero, cut],
  );
  return new Map(rows.map(({ person, other, s }) => [pairKey(person, other), s]));
}
