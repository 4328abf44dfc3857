// npm run bench: how long pages, the log, imports and rebuilds take, at sizes beside one another, against the targets.
// docs/performance.md says what the rows mean and holds the tables.
import { generateClient } from "../scripts/build";
import { runCommand } from "../scripts/command";
import { say, step } from "../scripts/say";
import { readSettings } from "../scripts/settings";
import { sayPages } from "./pages/say";
import { keep, type Run, readRun, runBefore } from "./results";
import { cells, head, reached } from "./speed/figures";
import { describeMachine, load } from "./speed/machine";
import { parseOptions } from "./speed/options";
import { table } from "./table";

await runCommand(
  async (undo) => {
    const options = parseOptions(process.argv.slice(2));
    const given = options.before ? readRun(options.before) : undefined; // before a quarter of an hour is spent
    const settings = readSettings();
    await generateClient();
    // Only now: these import the client.
    const { openDatabase } = await import("./speed/database");
    const { seedGroups } = await import("./speed/groups");
    const { measureBulk, measureStatements } = await import("./speed/measure");
    const { measurePages } = await import("./pages/measure");

    const started = new Date().toISOString();
    const before = load();
    const database = await step("Making a database", "Database made", () => openDatabase(settings, undo));
    const machine = await describeMachine(database.admin);
    const groups = await seedGroups(database.admin, options);
    const largest = groups.sized.at(-1);
    if (!largest) throw new Error("There is at least one size.");
    const statements = options.only === "pages" ? [] : await measureStatements(database, groups, options);
    const pages =
      options.only === "statements" ? undefined : await measurePages(database.admin, groups.sized, options, undo);
    // Last of all: what is written anew leaves the tables less tidy than they were.
    const bulk = options.only === "pages" ? [] : await measureBulk(database, largest, options);
    const rows = [...statements, ...bulk].map((row) => ({ ...row, reached: reached(row) }));
    const run: Run = { started, machine, load: { before, after: load() }, options, rows, pages };

    const { cores, processor, memoryGb, node, postgres, commit } = machine;
    say(`\n${started.slice(0, 10)}, commit ${commit}`);
    say(
      `${cores} × ${processor}, ${memoryGb} GB; load ${before} before, ${run.load.after} after; Node ${node}, Postgres ${postgres}`,
    );
    say(
      `${Object.entries(machine.settings)
        .map(([name, value]) => `${name} ${value}`)
        .join(", ")}\n`,
    );
    const earlier = (has: (run: Run) => boolean) => given ?? runBefore(machine, has);
    if (rows.length > 0) {
      const last = earlier((run) => run.rows.length > 0);
      say(
        table(
          head,
          rows.map((row) =>
            cells(
              row,
              last?.rows.find(({ work, data }) => work === row.work && data === row.data),
            ),
          ),
        ),
      );
      const judged = rows.filter(({ reached }) => reached !== undefined);
      say(`\n${judged.filter(({ reached }) => reached).length} of ${judged.length} targets reached.\n`);
    }
    if (pages)
      sayPages(
        pages,
        earlier((run) => run.pages !== undefined),
      );
    say(`The figures are in ${keep(run, options.json)}.`);
    return 0;
  },
  { whenStopped: 130 },
);
