// npm run drill:cluster: two servers behind HAProxy, each with a PgBouncer, on a primary and a synchronous standby under
// Patroni, as deploy/cluster says. While people read and write a server is killed, the primary is killed, and the next
// release is rolled out with its migration. Afterwards everything acknowledged must be there, once and whole.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fixedSequence } from "@/lib/testing/fixed-sequence";
import { runCommand, stopRequested } from "../command";
import { say } from "../say";
import { losePrimary, loseServer, type Outcome } from "./cluster/losses";
import { checkPrograms, until } from "./cluster/programs";
import { rollOut } from "./cluster/rollout";
import { share } from "./cluster/share";
import { startCluster } from "./cluster/up";
import { openJournal } from "./journal";
import { startLoad } from "./load";
import { type Drill, drillPlace, logsWith, numbersAsked, onlyOwner } from "./place";
import { verify } from "./verify";

const usage = "Use it like this: npm run drill:cluster -- --seed 1 --writers 4 --readers 4 --crowd 10";

let wrong = true; // unless we get to the end
await runCommand(
  async (undo) => {
    const asked = numbersAsked(usage, { seed: Date.now() % 1_000_000, writers: 4, readers: 4, crowd: 10 });
    checkPrograms();
    const drill = await drillPlace(undo, () => wrong && !stopRequested.aborted);
    const cluster = await startCluster(drill, asked.writers + asked.readers + asked.crowd, undo);
    const next = (count: number) => cluster.visitors.splice(0, count);
    const [writers, readers, crowd] = [next(asked.writers), next(asked.readers), next(asked.crowd)];

    const journal = openJournal(join(drill.home, "journal"));
    const load = startLoad(writers, { journal, random: fixedSequence(asked.seed), word: drill.word });
    const outcomes: Outcome[] = [];
    const part = async (doing: () => Promise<Outcome>) => {
      stopRequested.throwIfAborted();
      const outcome = await doing();
      outcomes.push(outcome);
      say(`  ${outcome.line}`);
    };
    await until("The first writes", () => load.answered() >= 20);
    await load.pause();
    await part(() => share(cluster, crowd));
    load.resume();
    const people = { readers, load, journal };
    await part(() => loseServer(cluster, people));
    await part(() => losePrimary(cluster, people));
    await part(() => rollOut(cluster, people, drill.home));
    await load.stop();

    const found = await cluster.asAdministrator(async (admin) =>
      verify(admin, await onlyOwner(admin), journal.entries()),
    );
    const troubles = [
      ...outcomes.flatMap(({ troubles }) => troubles),
      ...found.lost.map((what) => `lost: ${what}`),
      ...found.half.map((what) => `half-written: ${what}`),
      ...found.twice.map((what) => `twice: ${what}`),
      ...found.wrong,
      ...toldBy(
        drill,
        cluster.servers.map(({ dataDir }) => dataDir),
      ),
    ];
    journal.close();
    for (const trouble of [...new Set(troubles)].slice(0, 40)) say(`✗ ${trouble}`);
    for (const [said, times] of load.refusals) say(`  answered ${times} times: ${said}`);
    const lines = outcomes.map(({ line }) => line).join(". ");
    say(
      `${lines}. In all (seed ${asked.seed}) ${found.acknowledged} acknowledged, ${found.unanswered} unanswered (${found.thereAnyway} of them written), lost ${found.lost.length}, half-written ${found.half.length}, twice ${found.twice.length}, ${troubles.length} troubles`,
    );
    wrong = troubles.length > 0;
    return wrong ? 1 : 0;
  },
  { whenStopped: 130 },
);

/** Logs that hold what somebody wrote: the servers', and those of everything else. */
function toldBy({ home, word }: Drill, dataDirs: string[]): string[] {
  const others = readdirSync(home).filter((name) => name.endsWith(".log"));
  const holds = (name: string) => readFileSync(join(home, name), "utf8").toLowerCase().includes(word.toLowerCase());
  return [...dataDirs.flatMap((dataDir) => logsWith(dataDir, word)), ...others.filter(holds)].map(
    (name) => `${name} holds what somebody wrote`,
  );
}
