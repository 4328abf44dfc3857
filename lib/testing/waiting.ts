import type { Pool } from "pg";
import { expect } from "vitest";

/** However slow the machine is: a test that waits for something names it, and this is when to give up. */
export const patience = { timeout: 30_000 };

/** Resolves once somebody in this database waits for a lock. */
export async function somebodyWaits(admin: Pool): Promise<void> {
  const waiting =
    "select from pg_locks join pg_stat_activity using (pid) where not granted and datname = current_database()";
  await expect.poll(async () => (await admin.query(waiting)).rowCount, patience).toBeGreaterThan(0);
}

/**
 * Runs `during` while what `start` began is held up at the owner's last standing, with the others written. Resolves
 * when that has ended too.
 */
export async function heldUp(admin: Pool, owner: string, start: () => Promise<unknown>, during: () => Promise<void>) {
  const client = await admin.connect();
  let running: Promise<unknown> | undefined;
  try {
    await client.query("begin");
    await client.query("select from contact_standing where owner_id = $1 order by contact_id desc limit 1 for update", [
      owner,
    ]);
    running = start();
    await somebodyWaits(admin);
    await during();
  } finally {
    await client.query("rollback");
    client.release();
    await running;
  }
}
