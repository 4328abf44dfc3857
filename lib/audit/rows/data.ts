// What the ids in the log are called today. Whoever is in the trash has a page still; whatever is gone is not in the answer.
import "server-only";
import type { Route } from "next";
import type { OwnerDb } from "@/lib/db";
import type { AuditRow } from "../schema";

export async function findRows(db: OwnerDb, ids: string[]): Promise<Map<string, AuditRow>> {
  const asked = [...new Set(ids)];
  if (asked.length === 0) return new Map();
  // Each is looked up in each table by its key: ids are unique across all of them, and no kind has to be trusted.
  const found = await db.$queryRaw<{ id: string; name: string; href: string | null }[]>`
    with asked as (select unnest(${asked}::uuid[]) as id)
    select c.id, c.full_name as name, '/contacts/' || c.id as href
    from asked join contact c on c.owner_id = ${db.owner}::uuid and c.id = asked.id
    union all
    select i.id, (
      select string_agg(full_name, ', ') from (
        select c.full_name from interaction_contact x join contact c on c.owner_id = x.owner_id and c.id = x.contact_id
        where x.owner_id = i.owner_id and x.interaction_id = i.id order by c.full_name limit 4) p), '/log/' || i.id
    from asked join interaction i on i.owner_id = ${db.owner}::uuid and i.id = asked.id
    union all
    select t.id, c.full_name, t.href
    from asked
    cross join lateral (
      select k.id, k.contact_id, '/contacts/' || k.contact_id || '/checks/' || k.id as href from credential_check k
      where k.owner_id = ${db.owner}::uuid and k.id = asked.id
      union all
      select r.id, r.contact_id, '/recommendations/' || r.id from recommendation r
      where r.owner_id = ${db.owner}::uuid and r.id = asked.id
      union all
      select v.id, v.contact_id, '/contacts/' || v.contact_id from invitation v
      where v.owner_id = ${db.owner}::uuid and v.id = asked.id
      union all
      select s.id, s.contact_id, '/contacts/' || s.contact_id from support_act s
      where s.owner_id = ${db.owner}::uuid and s.id = asked.id
      union all
      select f.id, f.contact_id, '/contacts/' || f.contact_id from follow_up f
      where f.owner_id = ${db.owner}::uuid and f.id = asked.id
      union all
      select m.id, m.contact_id, '/contacts/' || m.contact_id from contact_merge m
      where m.owner_id = ${db.owner}::uuid and m.id = asked.id
    ) t
    join contact c on c.owner_id = ${db.owner}::uuid and c.id = t.contact_id
    union all
    select b.id, b.file_name, '/data/' || b.id
    from asked join import_batch b on b.owner_id = ${db.owner}::uuid and b.id = asked.id
    union all
    select g.id, g.name, null from asked join tag g on g.owner_id = ${db.owner}::uuid and g.id = asked.id
    union all
    select v.id, v.name, null from asked join saved_view v on v.owner_id = ${db.owner}::uuid and v.id = asked.id
    union all
    select n.id, n.name, '/settings#templates'
    from asked join note_template n on n.owner_id = ${db.owner}::uuid and n.id = asked.id`;
  return new Map(found.flatMap(({ id, name, href }) => (name ? [[id, { name, href: href as Route | null }]] : [])));
}
