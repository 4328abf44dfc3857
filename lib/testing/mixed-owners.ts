// Transactions of several owners, all mixed up, on however few connections lib/db has; some are cut off midway.
import { askAsOwner, asOwner, type OwnerDb, type OwnerId, type OwnerSql } from "../db";

/** Runs so many, the nth owner having n contacts; answers with how they ended, and with each that saw what it shouldn't. */
export async function mixTransactions(owners: OwnerId[], count: number) {
  const foreign: unknown[] = [];
  const ended = { whole: 0, cutOff: 0 };
  const numbers = Array.from({ length: count }, (_, n) => n).values();
  const worker = async () => {
    for (const n of numbers) {
      const place = n % owners.length;
      const owner = owners[place] as OwnerId;
      // One in fifty outlasts the time it has: Postgres' own limit, or the transaction's.
      const outlasts = { 7: "the statement", 57: "the transaction" }[n % 100];
      const outlast = async (db: OwnerSql) => {
        if (outlasts === "the statement") await db.$queryRaw`select set_config('statement_timeout', '1', true)`;
        if (outlasts) await db.$queryRaw`select pg_sleep(0.05)::text`;
      };
      const look = async (db: OwnerDb) => {
        const rows = await db.contact.findMany({ select: { ownerId: true } });
        await outlast(db);
        return rows;
      };
      const ask = async (db: OwnerSql) => {
        const rows = await db.$queryRaw<{ ownerId: string }[]>`select owner_id as "ownerId" from contact`;
        await outlast(db);
        return rows;
      };
      const limit = outlasts === "the transaction" && { timeoutMs: 25 };
      try {
        // Every third only asks.
        const rows = await (n % 3 === 0
          ? askAsOwner(owner, ask, { ...limit })
          : asOwner(owner, look, { tries: 1, ...limit }));
        if (rows.length !== place + 1 || rows.some(({ ownerId }) => ownerId !== owner)) foreign.push({ n, rows });
        ended.whole += 1;
      } catch (error) {
        if (!outlasts) throw error;
        ended.cutOff += 1;
      }
    }
  };
  await Promise.all(Array.from({ length: 6 }, worker));
  return { ...ended, foreign };
}

/** Transactions of this database that somebody left open. */
export const leftOpen =
  "select from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'";
