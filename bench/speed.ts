// npm run bench: how long the pages, the log, imports and rebuilds take, at sizes beside one another, against the targets.
// docs/performance.md says what the rows mean and holds a table.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { generateClient } from "../scripts/build";
import { runCommand } from "../scripts/command";
import { say, step } from "../scripts/say";
import { readSettings } from "../scripts/settings";
import { cells, head, reached } from "./speed/figures";
import { describeMachine, load } from "./speed/machine";
import { parseOptions } from "./speed/options";
import { table } from "./table";

await runCommand(
  async (undo) => {
    const options = parseOptions(process.argv.slice(2));
    const settings = readSettings();
    await generateClient();
    // Only now: these import the client.
    const { openDatabase } = await import("./speed/database");
    const { measureAll } = await import("./speed/measure");

    const started = new Date().toISOString();
    const before = load();
    const database = await step("Making a database", "Database made", () => openDatabase(settings, undo));
    const machine = await describeMachine(database.admin);
    const rows = await measureAll(database, options);

    const { cores, processor, memoryGb, node, postgres, commit } = machine;
    say(`\n${started.slice(0, 10)}, commit ${commit}`);
    say(
      `${cores} × ${processor}, ${memoryGb} GB; load ${before} before, ${load()} after; Node ${node}, Postgres ${postgres}`,
    );
    say(
      `${Object.entries(machine.settings)
        .map(([name, value]) => `${name} ${value}`)
        .join(", ")}\n`,
    );
    say(table(head, rows.map(cells)));
    const judged = rows.map(reached).filter((verdict) => verdict !== undefined);
    say(`\n${judged.filter(Boolean).length} of ${judged.length} targets reached.`);

    const file = options.json ?? `bench/results/${started.slice(0, 16).replace(":", "")}.json`;
    mkdirSync(dirname(file), { recursive: true });
    const { json: _, ...measured } = options;
    const kept = { started, machine, load: { before, after: load() }, options: measured };
    const judgedRows = rows.map((row) => ({ ...row, reached: reached(row) }));
    writeFileSync(file, `${JSON.stringify({ ...kept, rows: judgedRows }, null, 2)}\n`);
    say(`The figures are in ${file}.`);
    return 0;
  },
  { whenStopped: 130 },
);
