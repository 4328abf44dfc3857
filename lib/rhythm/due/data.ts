// Who it is time to be in touch with: whoever is due by a cadence, own or of a tag, and whoever has none and is about to
// cool off. Two ranges of two indexes, joined in the order of their days; nobody is in both.
import "server-only";
import type { OwnerDb, OwnerSql } from "@/lib/db";
import { countOverview, isFading } from "@/lib/strength/lanes/data";
import type { Overview } from "@/lib/strength/schema";
import { Prisma } from "@/prisma/generated/client";
import { becauseOf } from "../data";
import type { TouchRow } from "../schema";
import type { Unit } from "../wish";

const { sql } = Prisma;

const isDue = (db: OwnerSql) => sql`t.owner_id = ${db.owner}::uuid and t.due_on <= owner_today(${db.owner}::uuid)`;
/** Asked of one after the other (`offset 0`: not as a join, which may sort everybody first): a page needs few. */
const hasNoCadence = sql`not exists (
  select from touch_due t where t.owner_id = r.owner_id and t.contact_id = r.contact_id offset 0)`;
const fades = (db: OwnerSql) => sql`r.owner_id = ${db.owner}::uuid and ${isFading} and ${hasNoCadence}`;

/** The ids of all of them; a query. */
export const dueContacts = (db: OwnerSql) => sql`
  select t.contact_id from touch_due t where ${isDue(db)}
  union all
  select r.contact_id from contact_standing r where ${fades(db)}`;

type Row = {
  contactId: string;
  fullName: string;
  lastInteractionAt: Date | null;
  dueOn: string;
  by: string | null;
  every: number | null;
  unit: Unit | null;
  tag: string | null;
};

/** The longest due first; then those about to cool off, the first to go first. */
export async function listDue(db: OwnerDb, timeZone: string, limit = 20): Promise<TouchRow[]> {
  const rows = await db.$queryRaw<Row[]>`
    select d.contact_id as "contactId", c.full_name as "fullName", st.last_interaction_at as "lastInteractionAt",
      d.due_on::text as "dueOn", t.by, t.every, t.unit, g.name as tag
    from (
      (select t.contact_id, t.due_on from touch_due t where ${isDue(db)}
       order by t.due_on, t.contact_id limit ${limit}::int)
      union all
      (select r.contact_id, (r.warm_until at time zone ${timeZone})::date from contact_standing r where ${fades(db)}
       order by r.warm_until, r.contact_id limit ${limit}::int)
    ) d
    join contact c on c.owner_id = ${db.owner}::uuid and c.id = d.contact_id
    left join contact_standing st on st.owner_id = c.owner_id and st.contact_id = c.id
    left join touch_due t on t.owner_id = c.owner_id and t.contact_id = c.id
    left join tag g on g.owner_id = t.owner_id and g.id = t.tag_id
    order by d.due_on, d.contact_id limit ${limit}::int`;
  return rows.map(({ contactId, fullName, lastInteractionAt, dueOn, ...why }) => ({
    contactId,
    fullName,
    dueOn,
    wasPutOff: why.by === "WARMTH",
    lastInteractionAt: lastInteractionAt?.toISOString() ?? null,
    because: becauseOf(why),
  }));
}

/** How many: from the count of the fading that is kept (`overview`, where it is known already) and two ranges. */
export async function countDue(db: OwnerDb, overview?: Overview): Promise<number> {
  const { lanes } = overview ?? (await countOverview(db));
  const [counted] = await db.$queryRaw<{ due: number; fading: number }[]>`
    select
      (select count(*)::int from touch_due t where ${isDue(db)}) as due,
      (select count(*)::int from touch_due t
        join contact_standing r on r.owner_id = t.owner_id and r.contact_id = t.contact_id
        where t.owner_id = ${db.owner}::uuid and ${isFading}) as fading`;
  if (!counted) throw new Error("one row asks for one");
  return counted.due + lanes.fading - counted.fading;
}
