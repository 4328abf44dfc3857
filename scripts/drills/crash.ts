// npm run drill:crash: kill -9 of the server, of Postgres, of npm start and of all of them at once, at random, while
// people write. Afterwards everything acknowledged must be there, once and whole, and of the rest all or nothing.
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Client } from "pg";
import { fixedSequence } from "@/lib/testing/fixed-sequence";
import { runCommand, stopRequested } from "../command";
import { say, step } from "../say";
import { openJournal } from "./journal";
import { pageOf, sendDeed, startLoad } from "./load";
import { asAdministrator, type Drill, drillPlace, logsWith, moveIn, numbersAsked, onlyOwner } from "./place";
import { kill, type Served, type Sort, sorts, start, untilWell } from "./served";
import { type Findings, verify } from "./verify";
import type { Visitor } from "./visitor";

const usage = "Use it like this: npm run drill:crash -- --kills 200 --seed 1 --writers 4";
const sampleEvery = 20;

let wrong = true; // unless we get to the end
await runCommand(
  async (undo) => {
    const asked = numbersAsked(usage, { kills: 200, seed: Date.now() % 1_000_000, writers: 4 });
    const random = fixedSequence(asked.seed);
    const drill = await drillPlace(undo, () => wrong && !stopRequested.aborted);
    say(`${asked.kills} kills, ${asked.writers} writers, seed ${asked.seed}.`);

    let served = await step("Starting Vouch", "Vouch started", () => start(drill.dataDir, drill.port));
    undo(() => served.stop());
    const visitors = await moveIn(drill, served.setupLink, asked.writers);
    const journal = openJournal(join(drill.home, "journal"));
    const load = startLoad(visitors, { journal, random: fixedSequence(asked.seed + 1), word: drill.word });
    const killed = new Map<string, number>();
    let again = 0;
    let longest = 0;
    const troubles: string[] = [];

    for (let kills = 1; kills <= asked.kills; kills++) {
      stopRequested.throwIfAborted();
      await somethingIsTaken(load.answered);
      await sleep(random() * 1_500);
      const sort = sorts[Math.floor(random() * sorts.length)] as Sort;
      const before = performance.now();
      // Whoever was killed and isn't there yet can't be killed again: then it is everything that is there.
      const hit = (await kill(drill.dataDir, sort, served)) || (await kill(drill.dataDir, "everything", served));
      if (!hit) throw new Error("Nothing was there to be killed.");
      killed.set(hit, (killed.get(hit) ?? 0) + 1);
      // Every tenth is killed again while it is coming back.
      if (random() < 0.1) {
        await sleep(random() * 2_000);
        if (await kill(drill.dataDir, "server and database", served)) again++;
      }
      served = await comeBack(served, drill);
      longest = Math.max(longest, performance.now() - before);
      if (kills % sampleEvery === 0 && kills < asked.kills) {
        await load.pause();
        const found = await look(drill, (admin, owner) => verify(admin, owner, journal.entries()));
        say(`  ${kills} kills: ${inWords(found)}`);
        troubles.push(...troublesOf(found));
        load.resume();
      }
    }

    await somethingIsTaken(load.answered);
    await load.stop();
    const found = await look(drill, (admin, owner) => verify(admin, owner, journal.entries()));
    troubles.push(...troublesOf(found));
    troubles.push(...(await sendAgain(drill, visitors[0] as Visitor, journal)));
    await step("Waiting for the background jobs", "Background jobs done", () => look(drill, jobsDone));
    const code = await served.stop();
    if (code !== 0) troubles.push(`npm start ended with ${code} when it was asked to stop`);
    served = await start(drill.dataDir, drill.port, { again: true }); // so that every page is read from the disk
    troubles.push(...(await look(drill, damage)));
    await served.stop();
    troubles.push(...logsWith(drill.dataDir, drill.word).map((name) => `${name} holds what somebody wrote`));
    journal.close();

    for (const trouble of [...new Set(troubles)].slice(0, 40)) say(`✗ ${trouble}`);
    for (const [said, times] of load.refusals) say(`  answered ${times} times: ${said}`);
    const each = [...killed].sort().map(([who, times]) => `${who} ${times}`);
    say(
      `${asked.kills} kills (${each.join(", ")}; ${again} of them hit again while coming back; seed ${asked.seed}): ${inWords(found)}, ${troubles.length} troubles; longest recovery ${(longest / 1_000).toFixed(1)} s`,
    );
    wrong = troubles.length > 0;
    return wrong ? 1 : 0;
  },
  { whenStopped: 130 },
);

/** By itself where npm start lives, else by another npm start. */
async function comeBack(served: Served, { dataDir, port, address }: Drill): Promise<Served> {
  const next = served.hasEnded() ? await start(dataDir, port, { again: true }) : served;
  await untilWell(address, next);
  return next;
}

async function somethingIsTaken(answered: () => number): Promise<void> {
  const before = answered();
  const deadline = Date.now() + 120_000;
  while (answered() === before) {
    if (Date.now() > deadline) throw new Error("Nothing was taken for two minutes.");
    await sleep(20);
  }
}

function look<T>({ dataDir }: Drill, work: (admin: Client, owner: string) => Promise<T>): Promise<T> {
  return asAdministrator(dataDir, async (admin) => work(admin, await onlyOwner(admin)));
}

/** Everything that got no answer and the last that did, sent once more under the same keys, must change nothing that is there. */
async function sendAgain(drill: Drill, visitor: Visitor, journal: ReturnType<typeof openJournal>): Promise<string[]> {
  const keyed = journal.entries().filter(({ deed }) => deed.kind !== "edit");
  const again = [...keyed.filter(({ answered }) => !answered), ...keyed.filter(({ answered }) => answered).slice(-50)];
  const forms = {
    meet: await visitor.form(...pageOf({ kind: "meet" })),
    add: await visitor.form(...pageOf({ kind: "add" })),
  };
  const troubles: string[] = [];
  for (const { deed } of again) {
    const said = await sendDeed(visitor, forms[deed.kind as "meet" | "add"], deed, journal);
    if (said !== "taken") troubles.push(`${deed.kind} ${deed.id}, sent again: ${said}`);
  }
  const found = await look(drill, (admin, owner) => verify(admin, owner, journal.entries()));
  say(`  ${again.length} sent again under the same keys: ${inWords(found)}`);
  return [...troubles, ...troublesOf(found)];
}

/** A killed job starts again within a minute or so; in the end nobody is left whom the look for duplicates hasn't seen. */
async function jobsDone(admin: Client): Promise<void> {
  const deadline = Date.now() + 300_000;
  for (;;) {
    const { rows } = await admin.query<{ waiting: number }>("select count(*)::int as waiting from duplicate_queue");
    if (rows[0]?.waiting === 0) return;
    if (Date.now() > deadline) throw new Error(`${rows[0]?.waiting} contacts wait for the look for duplicates.`);
    await sleep(500);
  }
}

/** Every page read (which compares its checksum), every heap and every B-tree looked through. */
async function damage(admin: Client): Promise<string[]> {
  await admin.query("create extension if not exists pg_prewarm; create extension if not exists amcheck");
  const found: string[] = [];
  const complain = (what: string) => (error: Error) => found.push(`${what}: ${error.message}`);
  const { rows } = await admin.query<{ name: string; kind: string; method: string | null }>(`
    select c.oid::regclass::text as name, c.relkind as kind, m.amname as method
    from pg_class c left join pg_am m on m.oid = c.relam
    where c.relkind in ('r', 'i', 't', 'm') and c.relpersistence = 'p'`);
  for (const { name, kind, method } of rows) {
    await admin.query("select pg_prewarm($1::regclass, 'buffer')", [name]).catch(complain(name));
    if (kind === "i" && method === "btree") {
      await admin.query("select bt_index_check($1::regclass, true)", [name]).catch(complain(name));
    } else if (method === "heap") {
      const { rows: faults } = await admin.query<{ msg: string }>("select msg from verify_heapam($1::regclass)", [
        name,
      ]);
      found.push(...faults.map(({ msg }) => `${name}: ${msg}`));
    }
  }
  const { rows: failures } = await admin.query<{ failures: number }>(
    "select coalesce(sum(checksum_failures), 0)::int as failures, bool_or(checksum_failures is null) as off from pg_stat_database where datname = current_database()",
  );
  if (failures[0]?.failures) found.push(`${failures[0].failures} pages with a wrong checksum`);
  return found;
}

function inWords({ acknowledged, unanswered, thereAnyway, lost, half, twice }: Findings): string {
  return `${acknowledged} acknowledged, ${unanswered} unanswered (${thereAnyway} of them written), lost ${lost.length}, half-written ${half.length}, twice ${twice.length}`;
}

function troublesOf({ lost, half, twice, wrong }: Findings): string[] {
  return [
    ...lost.map((what) => `lost: ${what}`),
    ...half.map((what) => `half-written: ${what}`),
    ...twice.map((what) => `twice: ${what}`),
    ...wrong,
  ];
}
