// What is taken: every table of Vouch's own schema, as the database itself lists them, so that a new one isn't forgotten.
// The history of migrations is in the backup's first line; background jobs are there too, not as tables.
import { type Client, escapeIdentifier } from "pg";
import { to } from "pg-copy-streams";

export type Table = {
  name: string;
  columns: string[];
  /** What to order by: the primary key, without any language's order of letters. */
  order: string[];
  /** Its rows belong to owners, whose ids its key starts with, and row-level security is on. */
  owned: boolean;
};

/** Who is referred to comes first. */
export async function listTables(client: Client): Promise<Table[]> {
  const { rows: tables } = await client.query<Table & { referred: string[] }>(`
    select c.relname as name, c.relrowsecurity as owned,
      array(select a.attname::text from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
      array(select quote_ident(a.attname) || case when a.attcollation <> 0 then ' collate "C"' else '' end
        from unnest(i.indkey::int2[]) with ordinality as key (number, place)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = key.number order by place) as order,
      array(select r.relname::text from pg_constraint f join pg_class r on r.oid = f.confrelid
        where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as referred
    from pg_class c
    left join pg_index i on i.indrelid = c.oid and i.indisprimary
    where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = 'public'::regnamespace
      and c.relname <> '_prisma_migrations'
    order by c.relname collate "C"`);
  const odd = tables.find(({ order, owned }) => order.length === 0 || (owned && order[0] !== "owner_id"));
  if (odd) throw new Error(`The table ${odd.name} has no key that its rows could be told apart and put in order by.`);
  const sorted: Table[] = [];
  while (sorted.length < tables.length) {
    const done = new Set(sorted.map(({ name }) => name));
    const next = tables.filter(({ name, referred }) => !done.has(name) && referred.every((other) => done.has(other)));
    if (next.length === 0) throw new Error("Tables refer to each other in a circle: none of them could be first.");
    for (const { name, columns, order, owned } of next) sorted.push({ name, columns, order, owned });
  }
  return sorted;
}

const list = (columns: string[]) => columns.map((column) => escapeIdentifier(column)).join(", ");

export const nameWithColumns = ({ name, columns }: Pick<Table, "name" | "columns">) =>
  `${escapeIdentifier(name)} (${list(columns)})`;

/** In the rest of this transaction rows are written as text in one way, whatever role and database are set to. */
export async function writeAlike(client: Client): Promise<void> {
  await client.query(`
    set local datestyle = 'ISO'; set local intervalstyle = 'postgres'; set local timezone = 'UTC';
    set local bytea_output = 'hex'; set local extra_float_digits = 1; set local client_encoding = 'UTF8';
    set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0`);
}

/**
 * The rows of a table as COPY writes them, in the order of its key. An administrator who is held to row-level security
 * sees one owner's rows at a time: `owners` then names all of them, in the order of their ids, and the rows come out the
 * same, since an owned table's key starts with the owner.
 */
export async function* readTable(
  client: Client,
  { name, columns, order, owned }: Table,
  owners?: string[],
): AsyncGenerator<Buffer> {
  const sql = `copy (select ${list(columns)} from ${escapeIdentifier(name)} order by ${order.join(", ")}) to stdout`;
  if (!owned || !owners) {
    yield* client.query(to(sql));
    return;
  }
  for (const owner of owners) {
    await client.query("select set_config('app.owner_id', $1, true)", [owner]);
    yield* client.query(to(sql));
  }
}
