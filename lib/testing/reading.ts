// What a piece of work reads, as Postgres counts it: rows, never time.
import { asOwner, type OwnerDb, type OwnerId } from "@/lib/db";

type Read = { table: string; scans: number; read: number };

/** Which tables `work` went through from end to end, and how many rows it read of each of them; of an index alone, none. */
export async function readingOf(
  owner: OwnerId,
  tables: string[],
  work: (db: OwnerDb) => Promise<unknown>,
  { keepsPlans = false } = {},
) {
  const read = async (db: OwnerDb) => {
    const count = () => db.$queryRaw<Read[]>`
      select relname as table, seq_scan::int as scans, (seq_tup_read + coalesce(idx_tup_fetch, 0))::int as read
      from pg_stat_xact_user_tables where relname = any(${tables}::text[])`;
    const before = await count();
    await work(db);
    return (await count()).map(({ table, scans, read }) => {
      const was = before.find((row) => row.table === table);
      return { table, scans: scans - (was?.scans ?? 0), read: read - (was?.read ?? 0) };
    });
  };
  const rows = await asOwner(owner, read, { keepsPlans });
  return {
    throughout: rows.filter(({ scans }) => scans > 0).map(({ table }) => table),
    rows: Math.max(0, ...rows.map(({ read }) => read)),
  };
}
