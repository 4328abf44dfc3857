// pg-boss' tables, made by the administrator; the server process uses them with `migrate: false`.
import { PgBoss } from "pg-boss";
import { withClient } from "./with-client";

const queues = ["import", "policy", "duplicates", "restore", "digest", "sweep"];

/** Makes or upgrades the job tables and the queues, and lets the application work with them. */
export async function prepareJobs(adminUrl: string): Promise<void> {
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
  await withClient(adminUrl, (client) =>
    client.query(`
      grant usage on schema pgboss to vouch_app;
      grant select, insert, update, delete on all tables in schema pgboss to vouch_app;
      grant usage, select on all sequences in schema pgboss to vouch_app;
      grant execute on all functions in schema pgboss to vouch_app`),
  );
}
