// What may break at any time: a server, and the primary.
import { setTimeout as sleep } from "node:timers/promises";
import { step } from "../../say";
import type { Journal } from "../journal";
import type { Load } from "../load";
import { onlyOwner } from "../place";
import { kill } from "../served";
import { verify } from "../verify";
import type { Visitor } from "../visitor";
import { until } from "./programs";
import { startReaders } from "./readers";
import { type Server, startServer } from "./servers";
import type { Cluster } from "./up";
import { watchSilence, writesSince } from "./writes";

/** What came of a part, in a line, and what is to be complained of. */
export type Outcome = { line: string; troubles: string[] };
export type People = { readers: Visitor[]; load: Load; journal: Journal };

/** kill -9 of a server and of the npm start that would start it again; after a while somebody starts it. */
export async function loseServer({ servers, proxy }: Cluster, { readers, load, journal }: People): Promise<Outcome> {
  const writes = writesSince(journal);
  const reading = startReaders(readers);
  const lost = servers[1] as Server;
  await sleep(2_000);
  await kill(lost.dataDir, "everything", lost.served);
  await proxy.untilDown(lost.name);
  await sleep(3_000);
  servers[1] = await startServer(lost);
  await proxy.untilUp(lost.name);
  await sleep(2_000);
  const { pages, failed, failedTwice, what } = await reading.stop();
  await load.pause();
  const { inWords } = writes();
  load.resume();
  return {
    line: `A server killed: ${pages} pages, ${failed} failed, ${failedTwice} failed after one retry; ${inWords}`,
    troubles: failedTwice > 0 ? what.map((words) => `a server killed: ${words}`) : [],
  };
}

/** kill -9 of the primary's machine: its Patroni and its Postgres. It comes back as the standby. */
export async function losePrimary(cluster: Cluster, { load, journal }: People): Promise<Outcome> {
  const { database } = cluster;
  await database.inSync();
  const writes = writesSince(journal);
  const silence = watchSilence(load);
  const lost = await database.primary();
  await sleep(2_000);
  await database.kill(lost);
  await until("Another primary", async () => (await database.leader()) !== lost.name);
  const before = load.answered();
  await until("The other primary", () => load.answered() > before + 10);
  const seconds = silence.stop() / 1_000;
  await load.pause();
  const found = await cluster.asAdministrator(async (admin) =>
    verify(admin, await onlyOwner(admin), journal.entries()),
  );
  const { inWords } = writes();
  load.resume();
  await step("Bringing the old primary back", "The old primary is the standby", () => database.bringBack(lost));
  return {
    line: `The primary killed: ${seconds.toFixed(1)} s without an acknowledgement, ${found.acknowledged} acknowledged, lost ${found.lost.length}; ${inWords}`,
    troubles: [...[...found.lost, ...found.half, ...found.twice].map((what) => `the primary killed: ${what}`)],
  };
}
