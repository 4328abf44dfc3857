// npm run drill:disk: the disk that holds the data directory fills up while people write. What is asked of Vouch then: a
// sentence that says so, with everything typed still in the form; nothing lost that it has acknowledged; and once there
// is room, all goes on by itself.
import { closeSync, cpSync, mkdirSync, openSync, rmSync, statfsSync, writeSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import english from "@/lib/i18n/messages/en/common.json";
import { newOperationKey } from "@/lib/operation-key";
import { runCommand, stopRequested } from "../command";
import { say, step } from "../say";
import { formWith } from "./forms";
import { openJournal } from "./journal";
import { startLoad } from "./load";
import { asAdministrator, drillPlace, logsWith, moveIn, numbersAsked, onlyOwner } from "./place";
import { isWell, start, untilWell } from "./served";
import { onSmallDisk } from "./small-disk";
import { verify } from "./verify";
import { type Form, saidIn, type Visitor } from "./visitor";

/** What whoever writes is to be told; without its reference, as `saidIn` has it. */
const full = english.errors.diskFull.replace(" (Reference {reference})", "");

const usage = "Use it like this: npm run drill:disk -- --megabytes 300 --seconds 60";

let wrong = true; // unless we get to the end
await runCommand(
  async (undo) => {
    const asked = numbersAsked(usage, { megabytes: 300, seconds: 60 });
    const home = process.env.VOUCH_DRILL_HOME;
    if (!home) {
      const outside = await drillPlace(undo, () => wrong && !stopRequested.aborted);
      mkdirSync(outside.dataDir);
      const code = await onSmallDisk(outside.dataDir, asked.megabytes, { VOUCH_DRILL_HOME: outside.home });
      wrong = code !== 0;
      return code;
    }
    const drill = await drillPlace(undo, () => false, home);
    undo(() => {
      if (wrong) cpSync(join(drill.dataDir, "logs"), join(home, "logs"), { recursive: true }); // the small disk is gone soon
    });
    const served = await step("Starting Vouch", "Vouch started", () => start(drill.dataDir, drill.port));
    undo(served.stop);
    const visitors = await moveIn(drill, served.setupLink, 4);
    const journal = openJournal(join(drill.home, "journal"));
    const load = startLoad(visitors.slice(1), { journal, random: Math.random, word: drill.word });
    const visitor = visitors[0] as Visitor;
    // Opened while all was well, as by somebody who is typing when it happens.
    const form = await visitor.form("/contacts/new", "key");
    await until("something is taken", () => load.answered() > 20);

    const filler = join(drill.dataDir, "filler");
    const troubles: string[] = [];
    const before = load.answered();
    fill(filler);
    say(`  ${asked.megabytes} MB are full; ${before} acknowledged so far.`);
    const said = new Map<string, number>();
    const seen = { well: 0, unwell: 0 };
    const deadline = Date.now() + asked.seconds * 1_000;
    while (Date.now() < deadline && !served.hasEnded()) {
      fill(filler); // what was given back meanwhile
      if (await isWell(drill.address)) seen.well++;
      else seen.unwell++;
      const answer = await type(visitor, form, drill.word);
      said.set(answer, (said.get(answer) ?? 0) + 1);
      await sleep(500);
    }
    for (const [words, times] of said) say(`  ${times} times: ${words}`);
    for (const [words, times] of load.refusals) say(`  writers, ${times} times: ${words}`);
    say(
      `  health was well ${seen.well} times, and not ${seen.unwell} times; ${load.answered() - before} were still taken.`,
    );
    if ([...said.keys()].some((words) => words.startsWith("lost"))) troubles.push("what was typed got lost");
    if (!said.has(full)) troubles.push(`nobody was told "${full}"`);
    if (served.hasEnded()) troubles.push(`npm start gave up:\n${await served.ended}`);

    rmSync(filler);
    const freed = performance.now();
    await untilWell(drill.address, served);
    const taken = load.answered();
    await until("something is taken again", () => load.answered() > taken);
    const recovery = (performance.now() - freed) / 1_000;
    const late = await type(visitor, form, drill.word);
    if (late !== "taken") troubles.push(`what waited in the form isn't taken once there is room: ${late}`);
    await load.stop();

    const found = await asAdministrator(drill.dataDir, async (admin) =>
      verify(admin, await onlyOwner(admin), journal.entries()),
    );
    troubles.push(...[...found.lost, ...found.half, ...found.twice]);
    // The one who types isn't in the journal.
    troubles.push(...found.wrong.filter((words) => !/\d contacts, and/.test(words)));
    troubles.push(...logsWith(drill.dataDir, drill.word).map((name) => `${name} holds what somebody wrote`));
    const code = await served.stop();
    if (code !== 0) troubles.push(`npm start ended with ${code} when it was asked to stop`);
    for (const trouble of troubles.slice(0, 40)) say(`✗ ${trouble}`);
    say(
      `${asked.megabytes} MB full for ${asked.seconds} s: ${found.acknowledged} acknowledged, ${found.unanswered} not, lost ${found.lost.length}, half-written ${found.half.length}, twice ${found.twice.length}, ${troubles.length} troubles; ${recovery.toFixed(1)} s from room to the next acknowledgement, without a restart of npm start`,
    );
    wrong = troubles.length > 0;
    return wrong ? 1 : 0;
  },
  { whenStopped: 130 },
);

/** Takes all the room there is. */
function fill(path: string) {
  const file = openSync(path, "a");
  for (const size of [1 << 20, 4096]) {
    const bytes = Buffer.alloc(size, 1);
    try {
      while (writeSync(file, bytes) === size);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
    }
  }
  closeSync(file);
  const { bavail, bsize } = statfsSync(path);
  if (bavail * bsize > 1 << 20) throw new Error("The disk isn't full.");
}

/**
 * Sends a new contact; "taken", or the sentence that stands above the form, where everything typed has to be. While Postgres
 * itself is away no page can be made: a browser with script keeps its form then (e2e/database-gone.spec.ts), this one goes back.
 */
async function type(visitor: Visitor, form: Form, word: string): Promise<string> {
  const typed = { fullName: `Ida ${word}`, notes: `Met by ${word}\nat the fair`, company: `${word} & "Sons"` };
  const answer = await visitor.send(form, { ...typed, key: newOperationKey() }).catch(() => undefined);
  if (!answer) return "no answer: a browser keeps the form and says so";
  if (answer.status === 303) return "taken";
  if (answer.status >= 500) return "an error's page: Back leads to the form";
  const back = new Map(formWith(answer.text, "key"));
  const lost = Object.entries(typed).filter(([name, value]) => back.get(name) !== value);
  return lost.length > 0 ? `lost ${lost.map(([name]) => name).join(", ")}: ${saidIn(answer)}` : saidIn(answer);
}

async function until(what: string, is: () => boolean): Promise<void> {
  const deadline = Date.now() + 120_000;
  while (!is()) {
    if (Date.now() > deadline) throw new Error(`Two minutes have gone by, and not yet: ${what}.`);
    await sleep(50);
  }
}
