// pg-boss' tables, made by the administrator; the server process uses them with `migrate: false`.
import packageJson from "pg-boss/package.json" with { type: "json" };
import { withClient } from "./with-client";

const queues = ["import", "policy", "duplicates", "restore", "digest", "sweep"];

/** Makes or upgrades the job tables and the queues, and lets the application work with them. */
export async function prepareJobs(adminUrl: string): Promise<void> {
  if (!(await areMade(adminUrl))) await make(adminUrl);
  await withClient(adminUrl, (client) =>
    client.query(`
      grant usage on schema pgboss to vouch_app;
      grant select, insert, update, delete on all tables in schema pgboss to vouch_app;
      grant usage, select on all sequences in schema pgboss to vouch_app;
      grant execute on all functions in schema pgboss to vouch_app`),
  );
}

/** Most starts find them as they should be, and needn't load pg-boss. */
async function areMade(adminUrl: string): Promise<boolean> {
  return withClient(adminUrl, async (client) => {
    const { rowCount: isNew } = await client.query("select where to_regclass('pgboss.queue') is null");
    if (isNew) return false;
    const { rowCount } = await client.query(
      "select from pgboss.version where version = $1 and $2::text[] <@ array(select name::text from pgboss.queue)",
      [packageJson.pgboss.schema, queues],
    );
    return rowCount === 1;
  });
}

async function make(adminUrl: string): Promise<void> {
  const { PgBoss } = await import("pg-boss");
  const boss = new PgBoss({ connectionString: adminUrl, supervise: false, schedule: false });
  let failure: Error | undefined;
  boss.on("error", (error) => {
    failure = error;
  });
  await boss.start();
  try {
    for (const queue of queues) if (!(await boss.getQueue(queue))) await boss.createQueue(queue);
  } finally {
    await boss.stop({ graceful: false });
  }
  if (failure) throw failure;
}
