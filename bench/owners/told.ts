// When the figures that Postgres keeps of its tables are those of now.
import { asOwner, type OwnerId } from "@/lib/db";

/** Has the last `connections` used tell what was done on them; by themselves they may take ten seconds. */
export async function tellFigures(owner: OwnerId, connections: number): Promise<void> {
  const tell = () => asOwner(owner, (db) => db.$queryRaw`select pg_stat_force_next_flush()::text`);
  await Promise.all(Array.from({ length: connections }, tell));
}
