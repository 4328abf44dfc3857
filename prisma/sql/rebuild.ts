// Whether the triggers keep what a rebuild from the facts alone would make.
import { type Db, standings } from "./history";

/** Hours up to `until` are added up: they are joined at different times. */
async function everythingKept(db: Db, owner: string, until: Date) {
  const { rows } = await db.query(
    `select greatest(hour, $2) as hour, reading, sum(contacts)::int as contacts from standing_tally
     where owner_id = $1 group by 1, 2 having sum(contacts) <> 0 order by 1, 2`,
    [owner, until],
  );
  return { standings: await standings(db, owner), tally: rows };
}

/** The standings and the counts of an owner: as the triggers left them, and made again from nothing. */
export async function keptAndRebuilt(db: Db, owner: string) {
  const until = new Date(Math.floor(Date.now() / 3_600_000) * 3_600_000);
  const kept = await everythingKept(db, owner, until);
  await db.query("delete from contact_standing where owner_id = $1", [owner]);
  await db.query("delete from standing_tally where owner_id = $1", [owner]);
  await db.query("select rebuild_standing($1)", [owner]);
  return { kept, rebuilt: await everythingKept(db, owner, until) };
}

/** The contacts whose standing is not what the facts say now, bit for bit. */
export async function outdated(db: Db, owner: string): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `select c.id from contact c
     left join contact_standing st on st.owner_id = c.owner_id and st.contact_id = c.id
     left join standing_of($1, array(select id from contact where owner_id = $1), 'infinity') fresh on fresh.contact_id = c.id
     where c.owner_id = $1 and st is distinct from fresh`,
    [owner],
  );
  return rows.map(({ id }) => id);
}
