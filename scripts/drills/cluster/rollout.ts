// The next release: its migration first, while the servers of this one go on; then one server after the other.
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Outcome, People } from "./losses";
import { startReaders } from "./readers";
import { nextRelease, startServer } from "./servers";
import type { Cluster } from "./up";
import { writesSince } from "./writes";

export async function rollOut(cluster: Cluster, { readers, load, journal }: People, home: string): Promise<Outcome> {
  const { servers, proxy } = cluster;
  await load.pause();
  const release = nextRelease(join(home, "release"));
  const writes = writesSince(journal);
  load.resume();
  const reading = startReaders(readers);
  const troubles: string[] = [];
  await cluster.migrateTo(release);
  await sleep(2_000);
  for (const [index, server] of servers.entries()) {
    await proxy.drain(server.name);
    const code = await server.served.stop();
    if (code !== 0) troubles.push(`npm start ended with ${code} when it was asked to stop`);
    servers[index] = await startServer(server, { folder: release });
    await proxy.refill(server.name);
    await sleep(2_000);
  }
  const { pages, failed, what } = await reading.stop();
  await load.pause();
  const { inWords, failed: notTaken, again } = writes();
  load.resume();
  troubles.push(...what.map((words) => `the next release: ${words}`));
  if (notTaken + again > 0) troubles.push(`the next release: ${notTaken + again} writes weren't taken at once`);
  return { line: `The next release: ${inWords}; ${pages} pages, ${failed} failed`, troubles };
}
