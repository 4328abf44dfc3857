// How often the owner wants to be in touch with whom. When somebody is due follows from it in the database (touch_due).
import "server-only";
import { requireContact } from "@/lib/contacts/existing/data";
import { dayOf } from "@/lib/dates/format";
import type { OwnerDb } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import type { Because, Rhythm, TagCadence } from "./schema";
import type { Every, Wish } from "./wish";

type Columns = { every: number | null; unit: Every["unit"] | null };

const columnsOf = (wish: Every | "NEVER"): Columns => (wish === "NEVER" ? { every: null, unit: null } : wish);

/** What the columns say; without `every` it is never. */
export const wishOf = ({ every, unit }: Columns): Every | "NEVER" =>
  every === null || unit === null ? "NEVER" : { every, unit };

/** Whose word a row of touch_due follows; without a row it is warmth. */
export function becauseOf({ by, tag, ...columns }: Columns & { by: string | null; tag: string | null }): Because {
  if (by === "CONTACT") return { by, wish: wishOf(columns) };
  if (by === "TAG") return { by, wish: wishOf(columns), tag: tag ?? "" };
  return { by: "WARMTH" };
}

/** Throws the Refusal `notFound` where there is no such contact. */
export async function setCadence(db: OwnerDb, contactId: string, wish: Wish): Promise<void> {
  await requireContact(db, contactId);
  const key = { ownerId: db.owner, contactId };
  if (wish === "DEFAULT") {
    await db.cadence.deleteMany({ where: key });
    return;
  }
  const columns = columnsOf(wish);
  await db.cadence.upsert({
    where: { ownerId_contactId: key },
    create: { ...key, ...columns },
    update: columns,
  });
}

/** Throws the Refusal `notFound` where there is no such tag. */
export async function setTagCadence(db: OwnerDb, tagId: string, wish: Wish): Promise<void> {
  const key = { ownerId: db.owner, tagId };
  const tag = await db.tag.findUnique({
    where: { ownerId_id: { ownerId: db.owner, id: tagId } },
    select: { id: true },
  });
  if (!tag) throw new Refusal("notFound");
  if (wish === "DEFAULT") {
    await db.tagCadence.deleteMany({ where: key });
    return;
  }
  const columns = columnsOf(wish);
  await db.tagCadence.upsert({ where: { ownerId_tagId: key }, create: { ...key, ...columns }, update: columns });
}

/** The tags that have a cadence, by name, with how many contacts each has. */
export async function listTagCadences(db: OwnerDb): Promise<TagCadence[]> {
  const found = await db.tagCadence.findMany({
    where: { ownerId: db.owner },
    select: {
      tagId: true,
      every: true,
      unit: true,
      tag: { select: { name: true, _count: { select: { contacts: true } } } },
    },
    orderBy: [{ tag: { name: "asc" } }, { tagId: "asc" }],
  });
  return found.map(({ tagId, tag, ...columns }) => ({
    tagId,
    name: tag.name,
    wish: wishOf(columns),
    contacts: tag._count.contacts,
  }));
}

/** How often and by when with one contact, or null where there is no such contact. */
export async function getRhythm(db: OwnerDb, contactId: string, timeZone: string): Promise<Rhythm | null> {
  const [found] = await db.$queryRaw<
    (Columns & {
      by: string | null;
      tag: string | null;
      dueOn: string | null;
      warmUntil: Date | null;
      isPutOff: boolean;
      until: string | null;
    })[]
  >`
    select t.by, t.every, t.unit, g.name as tag, t.due_on::text as "dueOn",
      case when st.warm_until > now() and st.warm_until < 'infinity' then st.warm_until end as "warmUntil",
      p.contact_id is not null and (p.until is null or p.until > owner_today(c.owner_id)) as "isPutOff", p.until::text
    from contact c
    left join contact_standing st on st.owner_id = c.owner_id and st.contact_id = c.id
    left join touch_due t on t.owner_id = c.owner_id and t.contact_id = c.id
    left join tag g on g.owner_id = t.owner_id and g.id = t.tag_id
    left join touch_put_off p on p.owner_id = c.owner_id and p.contact_id = c.id
      and p.created_at >= coalesce(st.last_interaction_at, '-infinity')
    where c.owner_id = ${db.owner}::uuid and c.id = ${contactId}::uuid`;
  if (!found) return null;
  const because = becauseOf(found);
  const warmOn = found.warmUntil && dayOf(found.warmUntil, timeZone);
  return {
    because,
    dueOn: because.by === "WARMTH" ? warmOn : found.dueOn,
    putOff: found.isPutOff ? (found.until ? { until: found.until } : "again") : null,
  };
}

/** Out of the lane until a day; with null until it is due again. What was put off before is replaced. */
export async function putOff(db: OwnerDb, contactId: string, until: string | null): Promise<void> {
  await requireContact(db, contactId);
  const columns = { until: until === null ? null : new Date(`${until}T00:00:00Z`), createdAt: new Date() };
  await db.touchPutOff.upsert({
    where: { ownerId_contactId: { ownerId: db.owner, contactId } },
    create: { ownerId: db.owner, contactId, ...columns },
    update: columns,
  });
}

/** As if it had never been put off. */
export async function putOffNoMore(db: OwnerDb, contactId: string): Promise<void> {
  await requireContact(db, contactId);
  await db.touchPutOff.deleteMany({ where: { ownerId: db.owner, contactId } });
}
