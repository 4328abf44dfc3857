// What would follow from a policy, computed by the rule itself in a transaction that is rolled back (preview/ask.ts).
import "server-only";
import type { OwnerDb } from "@/lib/db";
import { countOverview } from "@/lib/strength/lanes/data";
import type { Verdict } from "@/lib/strength/schema";
import { leaveStandings, writePolicy } from "../row/data";
import type { PolicyValues } from "../schema";
import { mostNamed, type VerdictChange, type VerdictCounts } from "./schema";

type Judged = { contactId: string; from: Verdict; to: Verdict };

/** How the contacts read now: from counts that are kept, whatever their number. */
export async function countVerdicts(db: OwnerDb): Promise<VerdictCounts> {
  const { READY, ALMOST, BLOCKED } = (await countOverview(db)).verdicts;
  return { READY, ALMOST, BLOCKED };
}

/**
 * Everybody whose verdict a policy can change: READY and ALMOST take five rules, and four of the six need an
 * assessment whatever the policy says. Connected, invited and blocked contacts read the same under any.
 */
export async function listCandidates(db: OwnerDb, limit?: number): Promise<string[]> {
  // By key, one by one (`offset 0`): statistics of tables that have just been filled would have it compare all with all.
  const rows = await db.$queryRaw<{ id: string }[]>`
    select st.contact_id as id
    from assessment a
    cross join lateral (
      select st.contact_id, st.connection_status, st.blocked_until from contact_standing st
      where st.owner_id = a.owner_id and st.contact_id = a.contact_id
      offset 0
    ) st
    where a.owner_id = ${db.owner}::uuid and st.connection_status in ('NONE', 'RECEIVED', 'REMOVED')
      and (st.blocked_until is null or st.blocked_until <= now())
    order by a.contact_id limit ${limit ?? null}::int`;
  return rows.map(({ id }) => id);
}

/** Who of them would get another verdict. Writes the policy: only under the lock and to be rolled back. */
export async function judgeUnder(db: OwnerDb, values: PolicyValues, candidates: string[]): Promise<Judged[]> {
  await leaveStandings(db);
  await writePolicy(db, values, 0);
  const step = await planFor(db, candidates.length);
  const changed: Judged[] = [];
  for (let start = 0; start < candidates.length; start += step) {
    const slice = candidates.slice(start, start + step);
    changed.push(
      ...(await db.$queryRaw<Judged[]>`
        select st.contact_id as "contactId", was.verdict as from, would.verdict as to
        from standing_of(${db.owner}::uuid, ${slice}::uuid[], 'infinity') st
        join contact_standing kept on kept.owner_id = st.owner_id and kept.contact_id = st.contact_id
        cross join lateral read_standing(kept, kept.connection_status, now()) was
        cross join lateral read_standing(st, st.connection_status, now()) would
        where was.verdict <> would.verdict`),
    );
  }
  return changed;
}

/** As refresh_standing does: a few are looked up by index, for many everything is read once. Answers with how many at once. */
async function planFor(db: OwnerDb, candidates: number): Promise<number> {
  const fewAtOnce = 200;
  const contacts = await db.contact.count({ where: { ownerId: db.owner } });
  const many = candidates > fewAtOnce && candidates * 10 > contacts;
  const on = many ? "on" : "off";
  await db.$executeRaw`
    select set_config(setting, value, true) from (values
      ('jit', 'off'), ('enable_seqscan', ${on}), ('enable_hashjoin', ${on}), ('enable_mergejoin', ${on}),
      ('enable_nestloop', ${many ? "off" : "on"}), ('work_mem', ${many ? "64MB" : "4MB"})) as plan (setting, value)`;
  return many ? candidates : fewAtOnce;
}

const told = ({ from, to }: Pick<Judged, "from" | "to">) =>
  to === "READY" ? 0 : from === "READY" ? 1 : to === "ALMOST" ? 2 : 3;

/** Together who changes in the same way, with the names of the first. */
export async function groupChanges(db: OwnerDb, judged: Judged[]): Promise<VerdictChange[]> {
  const groups = new Map<string, VerdictChange>();
  const wayOf = ({ from, to }: Judged) => `${from} ${to}`;
  for (const one of judged) {
    const { from, to } = one;
    const group = groups.get(wayOf(one)) ?? { from, to, count: 0, people: [] };
    groups.set(wayOf(one), { ...group, count: group.count + 1 });
  }
  const named = await db.$queryRaw<{ way: string; contactId: string; fullName: string }[]>`
    select way, id as "contactId", full_name as "fullName"
    from (
      select asked.way, c.id, c.full_name,
        row_number() over (partition by asked.way order by lower(c.full_name), c.id) as place
      from unnest(${judged.map(({ contactId }) => contactId)}::uuid[], ${judged.map(wayOf)}::text[]) as asked (id, way)
      join contact c on c.owner_id = ${db.owner}::uuid and c.id = asked.id
    ) person
    where place <= ${mostNamed}::int
    order by place`;
  for (const { way, ...person } of named) groups.get(way)?.people.push(person);
  return [...groups.values()].sort((one, other) => told(one) - told(other));
}
