// npm run bench:strength -- --data <folder> [--json <file>]: how well the strength of today tells who will be in touch
// again soon, on public contact data, beside other formulas. docs/strength.md holds the last table and what it means.
import { statSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { Client } from "pg";
import { runCommand, stopRequested } from "../scripts/command";
import { applyMigrations } from "../scripts/database/migrations";
import { startThrowAway } from "../scripts/database/throw-away";
import { withClient } from "../scripts/database/with-client";
import { Obstacle, say, step } from "../scripts/say";
import { type ContactSet, contactSets, readContactSet, type Touch, whatToFetch } from "./strength/contact-files";
import { count, distinctDays, dotAlign, type Formula, pingCrm, recency } from "./strength/formulas";
import { type Cut, type Measured, measure } from "./strength/measure";
import { day, pairKey, pairsAt } from "./strength/pairs";
import { setHalfLife, strengthsAt, writeAsOwner } from "./strength/product";
import { areas, cutsTable, leads } from "./strength/tables";

const usage = "Use it like this: npm run bench:strength -- --data <folder> [--json <file>]";
const halfLives = [30, 90, 180, 365];
const inForce = 180;
const strength = (halfLife: number) => `S, H = ${halfLife}`;
const others: Record<string, Formula> = {
  recency,
  count,
  "count of days": distinctDays,
  "PingCRM’s score": pingCrm,
  "DotAlign’s score": dotAlign,
};

function settings() {
  const option = { type: "string" } as const;
  let typed: { data?: string; json?: string };
  try {
    typed = parseArgs({ options: { data: option, json: option } }).values;
  } catch {
    throw new Obstacle(usage);
  }
  const folder = typed.data ?? process.env.VOUCH_BENCH_DATA;
  if (!folder)
    throw new Obstacle(`Which folder holds the contact data? ${usage}, or set VOUCH_BENCH_DATA.`, fetching());
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new Obstacle(`There is no folder ${folder}.`, fetching());
  }
  return { folder, json: typed.json };
}

const fetching = () =>
  `Fetch one or more of these public data sets into a folder outside the repository:\n\n${whatToFetch()}`;

/** Every formula's value for every pair, S by the product's SQL under each half-life. */
async function valuesAt(client: Client, owner: string, set: ContactSet, touches: Touch[]): Promise<Cut[]> {
  const cuts = set.cutDays.map((cutDay) => {
    const pairs = [...pairsAt(touches, cutDay * day, set.windowDays * day).values()];
    const values: Record<string, number[]> = {};
    for (const [name, formula] of Object.entries(others)) {
      values[name] = pairs.map(({ seen }) => formula(seen, cutDay * day));
    }
    return { day: cutDay, pairs, values };
  });
  for (const halfLife of halfLives) {
    await setHalfLife(client, owner, halfLife);
    for (const cut of cuts) {
      stopRequested.throwIfAborted();
      const s = await strengthsAt(client, owner, cut.day * day);
      if (s.size !== cut.pairs.length) throw new Error(`The database knows ${s.size} pairs, not ${cut.pairs.length}.`);
      cut.values[strength(halfLife)] = cut.pairs.map(({ person, other }) => {
        const found = s.get(pairKey(person, other));
        if (found === undefined) throw new Error(`The database doesn't know the pair ${person}, ${other}.`);
        return found;
      });
    }
  }
  return cuts;
}

await runCommand(
  async (undo) => {
    const { folder, json } = settings();
    const read = contactSets.map((set) => ({ set, touches: readContactSet(set, folder) }));
    if (read.every(({ touches }) => "missing" in touches)) {
      throw new Obstacle(`None of the data sets is in ${folder}.`, fetching());
    }
    const database = await step("Starting a database", "Database ready", async () => {
      const cluster = await startThrowAway();
      undo(cluster.stop);
      await applyMigrations(cluster.adminUrl);
      return cluster.adminUrl;
    });
    const measured: Measured[] = [];
    for (const { set, touches } of read) {
      if ("missing" in touches) {
        say(`– ${set.name}: not measured, ${touches.missing} is not there`);
        continue;
      }
      const done = ({ cuts }: Measured) => `${set.name}: ${touches.length} touches, ${cuts.length} cuts`;
      measured.push(
        await step(`Measuring ${set.name}`, done, () =>
          withClient(database, async (client) => {
            const asked = touches.filter(({ at }) => at < Math.max(...set.cutDays) * day);
            const owner = await writeAsOwner(client, asked);
            return measure(
              set.name,
              await valuesAt(client, owner, set, touches),
              strength(inForce),
              Object.keys(others),
            );
          }),
        ),
      );
    }
    say(`\nArea under the ROC curve for “in touch again in the next window”, mean over the cut days`);
    say(areas(measured, [...Object.keys(others), strength(inForce)]));
    say(`\n${strength(inForce)} minus the others: where 95 of 100 resamples of the people fall`);
    say(leads(measured, Object.keys(others)));
    say("\nThe half-life");
    say(areas(measured, halfLives.map(strength)));
    say("\nEach cut");
    say(cutsTable(measured, strength(inForce)));
    if (json) writeFileSync(json, `${JSON.stringify(measured, null, 2)}\n`);
    return 0;
  },
  { whenStopped: 130 },
);
