// The whole of deploy/cluster on this machine, from etcd to people who are signed in.
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { escapeLiteral } from "pg";
import type { Undo } from "../../command";
import { appUrlFor } from "../../database/app-role";
import { withClient } from "../../database/with-client";
import { freePort } from "../../free-port";
import { step } from "../../say";
import { type Drill, moveIn } from "../place";
import { startDatabase } from "./database";
import { Machines } from "./programs";
import { migrate, type Server, settingsOf, startServer } from "./servers";
import { startPooler, startProxy } from "./way";

export type Cluster = Awaited<ReturnType<typeof startCluster>>;

/** With `people` signed in. */
export async function startCluster(drill: Drill, people: number, undo: Undo) {
  const machines = new Machines(drill.home, undo);

  const database = await step("Starting etcd, Patroni and Postgres", "A primary and a synchronous standby are up", () =>
    startDatabase(machines, undo),
  );
  const ports: [number, number] = [await freePort(), await freePort()];
  const proxy = await startProxy(machines, { port: drill.port, servers: ports, nodes: database.nodes });
  const addressAs = (user: string, name: string) =>
    `postgres://${user}:${database.password}@127.0.0.1:${proxy.primaryPort}/${name}`;
  await withClient(addressAs("postgres", "postgres"), async (client) => {
    await client.query(`create role vouch login createrole password ${escapeLiteral(database.password)}`);
    await client.query("create database vouch owner vouch");
  });

  const shared = { url: drill.address, secret: randomBytes(24).toString("hex"), adminUrl: addressAs("vouch", "vouch") };
  const migrateTo = (release?: string) => migrate(join(drill.home, "data-migrating"), settingsOf(shared, ""), release);
  await step("Migrating", "Migrated", () => migrateTo());
  const { username, password } = new URL(appUrlFor(shared.adminUrl, shared.secret));
  /** What Postgres keeps of the login's password is what PgBouncer gets. */
  const verifier = await withClient(addressAs("postgres", "vouch"), async (client) => {
    const { rows } = await client.query<{ kept: string }>(
      "select rolpassword as kept from pg_authid where rolname = $1",
      [username],
    );
    return rows[0]?.kept ?? "";
  });

  const to = `host=127.0.0.1 port=${proxy.primaryPort} dbname=vouch`;
  const servers: Server[] = [];
  const poolers: Awaited<ReturnType<typeof startPooler>>[] = [];
  let setupLink: string | undefined;
  for (const [index, name] of (["one", "two"] as const).entries()) {
    const login = { name: username, verifier };
    const pooler = await startPooler(machines, { name, to, login });
    poolers.push(pooler);
    const dataDir = join(drill.home, `data-${name}`);
    const place = { name, port: ports[index] as number, dataDir, settings: settingsOf(shared, pooler.url) };
    servers.push(
      await step(`Starting server ${name}`, `Server ${name} started`, () => startServer(place, { again: index > 0 })),
    );
    undo(() => servers[index]?.served.stop());
    setupLink = servers[index]?.served.setupLink; // the last that is printed holds
  }
  for (const { name } of servers) await proxy.untilUp(name);

  return {
    database,
    proxy,
    servers,
    visitors: await moveIn(drill, setupLink, people),
    migrateTo,
    /** The administrator's look at whichever is the primary. */
    asAdministrator: <T>(work: Parameters<typeof withClient<T>>[1]) => withClient(addressAs("postgres", "vouch"), work),
    between: () => [proxy.program, ...poolers.map(({ program }) => program)].map(({ process }) => process.pid),
    /** What both PgBouncers have been asked, and how many connections to Postgres are at work. */
    look: async () => {
      const seen = await Promise.all(poolers.map(({ look }) => look(password)));
      const sum = (what: "statements" | "busy") => seen.reduce((all, one) => all + one[what], 0);
      return { statements: sum("statements"), busy: sum("busy") };
    },
  };
}
