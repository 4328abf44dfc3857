// Changes of many contacts at once, in one statement each: who is meant is found where it is changed. What was changed is
// kept for a day, so that exactly that can be taken back.
import "server-only";
import type { OwnerDb } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import { Prisma } from "@/prisma/generated/client";
import { dropUnused } from "../../tags/data";
import { emptyExpiredTrash } from "../../trash/data";
import { conditions } from "../conditions/data";
import { readFilter } from "../filter/syntax";
import { tables } from "../tables/data";
import type { Selection } from "./schema";

const { sql } = Prisma;

type Change = { id: string } & Selection;
type Kind = "TAG" | "UNTAG" | "FOLLOW_UP" | "TRASH";
/** The statement that changes them and returns `contact_id` of whom it changed, `follow_up_id` of what it made. */
type Statement = { changing: Prisma.Sql; tag?: object };

/** The selection's contacts outside the trash, as a query of their ids. */
export async function selected(db: OwnerDb, { chosen, all, query, except }: Selection): Promise<Prisma.Sql> {
  if (!all) {
    return sql`select c.id from contact c
      where c.owner_id = ${db.owner}::uuid and c.deleted_at is null and c.id = any(${chosen}::uuid[])`;
  }
  const terms = readFilter(query);
  const others = except.length > 0 ? sql`and st.contact_id <> all(${except}::uuid[])` : Prisma.empty;
  return sql`select st.contact_id as id from ${tables(terms)} where ${await conditions(db, terms)} ${others}`;
}

/** Gives everybody the tag, which is made where there is none. Answers with how many didn't have it. */
export async function tagMany(db: OwnerDb, { tag, ...change }: Change & { tag: string }): Promise<number> {
  const count = await once(db, change, "TAG", async () => {
    const [row] = await db.$queryRaw<{ id: string }[]>`
      insert into tag (owner_id, name) values (${db.owner}::uuid, ${tag})
      on conflict (owner_id, lower(name)) do update set name = tag.name returning id`;
    return {
      changing: sql`
        insert into contact_tag (owner_id, contact_id, tag_id)
        select ${db.owner}::uuid, found.id, ${row?.id}::uuid from (${await selected(db, change)}) as found
        on conflict do nothing returning contact_id, null::uuid as follow_up_id`,
      tag: { id: row?.id },
    };
  });
  await dropUnused(db); // made for nobody
  return count;
}

/** Takes the tag from everybody who has it; answers with how many had. Throws the Refusal `noSuchTag`. */
export async function untagMany(db: OwnerDb, { tag, ...change }: Change & { tag: string }): Promise<number> {
  const count = await once(db, change, "UNTAG", async () => {
    const [row] = await db.$queryRaw<{ id: string; tag: object }[]>`
      select t.id, to_jsonb(t) as tag from tag t where t.owner_id = ${db.owner}::uuid and lower(t.name) = lower(${tag})`;
    if (!row) throw new Refusal("noSuchTag", "tag", { tag });
    return {
      changing: sql`
        delete from contact_tag ct using (${await selected(db, change)}) as found
        where ct.owner_id = ${db.owner}::uuid and ct.contact_id = found.id and ct.tag_id = ${row.id}::uuid
        returning ct.contact_id, null::uuid as follow_up_id`,
      tag: row.tag,
    };
  });
  await dropUnused(db);
  return count;
}

/** Answers with how many follow-ups were made, one for each. */
export function followUpMany(
  db: OwnerDb,
  { title, dueOn, ...change }: Change & { title: string; dueOn: string },
): Promise<number> {
  return once(db, change, "FOLLOW_UP", async () => ({
    changing: sql`
      insert into follow_up (owner_id, contact_id, title, due_on)
      select ${db.owner}::uuid, found.id, ${title}, ${dueOn}::date from (${await selected(db, change)}) as found
      returning contact_id, id as follow_up_id`,
  }));
}

/** Into the trash. Answers with how many. */
export async function trashMany(db: OwnerDb, change: Change): Promise<number> {
  const count = await once(db, change, "TRASH", async () => ({
    changing: sql`
      update contact set deleted_at = now(), version = version + 1, updated_at = now()
      where owner_id = ${db.owner}::uuid and deleted_at is null and id in (${await selected(db, change)})
      returning id as contact_id, null::uuid as follow_up_id`,
  }));
  await emptyExpiredTrash(db);
  return count;
}

/**
 * Takes back exactly what the change did, where it still stands: who was deleted for good stays so. Answers with how many
 * it was about. Throws the Refusal `notFound` where it is too long ago. Twice is once.
 */
export async function undoBulkChange(db: OwnerDb, id: string): Promise<number> {
  const where = { ownerId: db.owner, id };
  const change = await db.bulkChange.findUnique({ where: { ownerId_id: where }, select: { kind: true } });
  if (!change) throw new Refusal("notFound");
  const { count } = await db.bulkChange.updateMany({
    where: { ...where, undoneAt: null },
    data: { undoneAt: new Date() },
  });
  if (count === 1) await takeBack[change.kind](db, id);
  return countChanged(db, id);
}

/** Of the change's row: ten thousands of ids needn't travel to be sent back. */
const of = (db: OwnerDb, id: string, what: Prisma.Sql) =>
  sql`(select ${what} from bulk_change where owner_id = ${db.owner}::uuid and id = ${id}::uuid)`;
const whom = sql`unnest(contact_ids)`;

const takeBack: Record<Kind, (db: OwnerDb, id: string) => Promise<unknown>> = {
  TAG: async (db, id) => {
    await db.$executeRaw`
      delete from contact_tag where owner_id = ${db.owner}::uuid and contact_id in ${of(db, id, whom)}
        and tag_id = ${of(db, id, sql`(tag ->> 'id')::uuid`)}`;
    await dropUnused(db);
  },
  UNTAG: async (db, id) => {
    const [tag] = await db.$queryRaw<{ id: string }[]>`
      insert into tag (owner_id, id, name, colour, created_at)
      select t.owner_id, t.id, t.name, t.colour, t.created_at
      from bulk_change b cross join lateral jsonb_populate_record(null::tag, b.tag) t
      where b.owner_id = ${db.owner}::uuid and b.id = ${id}::uuid
      on conflict (owner_id, lower(name)) do update set name = tag.name returning id`;
    await db.$executeRaw`
      insert into contact_tag (owner_id, contact_id, tag_id)
      select owner_id, id, ${tag?.id}::uuid from contact
      where owner_id = ${db.owner}::uuid and id in ${of(db, id, whom)}
      on conflict do nothing`;
    await dropUnused(db);
  },
  FOLLOW_UP: (db, id) => db.$executeRaw`
    delete from follow_up where owner_id = ${db.owner}::uuid and id in ${of(db, id, sql`unnest(follow_up_ids)`)}`,
  // Not who was put there before or since.
  TRASH: (db, id) => db.$executeRaw`
    update contact set deleted_at = null, version = version + 1, updated_at = now()
    where owner_id = ${db.owner}::uuid and id in ${of(db, id, whom)} and deleted_at = ${of(db, id, sql`created_at`)}`,
};

/** Makes the change unless it is made already (the same form sent twice), and keeps what it did. Answers with how many. */
async function once(db: OwnerDb, { id }: { id: string }, kind: Kind, make: () => Promise<Statement>): Promise<number> {
  await db.$executeRaw`
    delete from bulk_change where owner_id = ${db.owner}::uuid and created_at < now() - interval '1 day'`;
  const isNew = await db.$executeRaw`
    insert into bulk_change (owner_id, id, kind) values (${db.owner}::uuid, ${id}::uuid, ${kind}::bulk_kind)
    on conflict do nothing`;
  if (isNew) {
    const { changing, tag = null } = await make();
    await db.$executeRaw`
      with changed as (${changing})
      update bulk_change set tag = ${tag && JSON.stringify(tag)}::jsonb, (contact_ids, follow_up_ids) = (
        select coalesce(array_agg(contact_id), '{}'), coalesce(array_agg(follow_up_id) filter (where follow_up_id is not null), '{}')
        from changed)
      where owner_id = ${db.owner}::uuid and id = ${id}::uuid`;
  }
  return countChanged(db, id);
}

async function countChanged(db: OwnerDb, id: string): Promise<number> {
  const [change] = await db.$queryRaw<{ count: number }[]>`
    select cardinality(contact_ids) as count from bulk_change where owner_id = ${db.owner}::uuid and id = ${id}::uuid`;
  return change?.count ?? 0;
}
