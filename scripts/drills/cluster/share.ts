// What two servers carry where one did, and who spends the processor's time meanwhile: on few cores two servers can't be
// twice as fast, and what is to be shown then is that it isn't the database that holds them up.
import { execFileSync } from "node:child_process";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { processorSeconds } from "../../../bench/stopwatch";
import { stopRequested } from "../../command";
import type { Visitor } from "../visitor";
import type { Outcome } from "./losses";
import { postgresBin } from "./programs";
import { startReaders } from "./readers";
import { pidsOf, type Server } from "./servers";
import type { Cluster } from "./up";

type Carried = {
  /** A second, and so are `statements`. */
  pages: number;
  statements: number;
  failed: number;
  /** Connections to Postgres at work, on average. */
  busy: number;
  /** Of all processor time that was taken. */
  shares: Record<"node" | "postgres" | "between", number>;
};

const [seconds, atLeast] = [8, 100];
/** Of both PgBouncers together. */
const connections = 40;

export async function share(cluster: Cluster, crowd: Visitor[]): Promise<Outcome> {
  const [, two] = cluster.servers as [Server, Server];
  await cluster.proxy.drain(two.name);
  const byOne = await carried(cluster, crowd);
  await cluster.proxy.refill(two.name);
  const byTwo = await carried(cluster, crowd);
  return judge(byOne, byTwo, await lookUpsASecond(cluster));
}

async function carried(cluster: Cluster, crowd: Visitor[]): Promise<Carried> {
  // One by one: a connection that is closed meanwhile takes no other's time with it.
  const secondsOf = (pids: number[]) => pids.reduce((sum, pid) => sum + (processorSeconds([pid]) ?? 0), 0);
  const spent = () => [pidsOf(cluster.servers), cluster.database.pids(), cluster.between()].map(secondsOf);
  const readers = startReaders(crowd);
  await sleep(1_000); // warm
  const before = { at: performance.now(), pages: readers.seen.pages, spent: spent(), ...(await cluster.look()) };
  let [busy, looks] = [0, 0];
  while (performance.now() - before.at < seconds * 1_000 || readers.seen.pages < before.pages + atLeast) {
    stopRequested.throwIfAborted();
    busy += (await cluster.look()).busy;
    looks++;
    await sleep(100);
  }
  const passed = (performance.now() - before.at) / 1_000;
  const after = { pages: readers.seen.pages, spent: spent(), ...(await cluster.look()) };
  const { failed } = await readers.stop();
  const took = after.spent.map((now, index) => now - (before.spent[index] ?? 0));
  const all = took.reduce((sum, one) => sum + one, 0);
  const [node = 0, postgres = 0, between = 0] = took.map((one) => one / all);
  return {
    pages: (after.pages - before.pages) / passed,
    statements: (after.statements - before.statements) / passed,
    failed,
    busy: busy / looks,
    shares: { node, postgres, between },
  };
}

/** Look-ups of one row by its key that the same Postgres answers in a second, asked by ten at once without anything between. */
async function lookUpsASecond({ database }: Cluster): Promise<number> {
  const { port } = await database.primary();
  const script = database.write("look-up.sql", "select id, name from app_user where email = 'nobody@example.test';\n");
  const asked = [
    "-n",
    "-c",
    "10",
    "-j",
    "2",
    "-T",
    "4",
    "-f",
    script,
    "-h",
    "127.0.0.1",
    "-p",
    String(port),
    "-U",
    "vouch",
  ];
  const said = execFileSync(join(postgresBin, "pgbench"), [...asked, "vouch"], {
    encoding: "utf8",
    env: { ...process.env, PGPASSWORD: database.password },
    stdio: ["ignore", "pipe", "ignore"],
  });
  return Number(/tps = ([\d.]+)/.exec(said)?.[1] ?? 0);
}

function judge(one: Carried, two: Carried, lookUps: number): Outcome {
  const cores = availableParallelism();
  const times = two.pages / one.pages;
  const { node, postgres, between } = two.shares;
  const percent = (share: number) => `${Math.round(share * 100)} %`;
  const isDatabaseFree = postgres < node / 2 && two.busy < connections / 2 && two.statements < lookUps / 2;
  const failed = one.failed + two.failed;
  return {
    line:
      `Two servers: ${two.pages.toFixed(0)} pages/s, ${times.toFixed(2)} times what one carries on ${cores} cores; ` +
      `processor time node ${percent(node)}, Postgres ${percent(postgres)}, PgBouncer and HAProxy ${percent(between)}; ` +
      `${two.busy.toFixed(1)} of ${connections} connections at work; ` +
      `${two.statements.toFixed(0)} statements/s, where Postgres answers ${lookUps.toFixed(0)} look-ups/s`,
    troubles: [
      ...(times < 1.7 && !isDatabaseFree
        ? ["two servers carry less than 1.7 times as much, and it is the database"]
        : []),
      ...(times < 1.7 && cores >= 8
        ? ["two servers carry less than 1.7 times as much, and there are cores enough"]
        : []),
      ...(failed > 0 ? [`${failed} pages failed while nothing was broken`] : []),
    ],
  };
}
