// npm run bench:owners [-- owners [minutes]]: many owners with 300 contacts and 3,000 interactions each in one database: what
// one takes of the disk, how fast pages read while some are used a great deal more than others, and what writing for some
// minutes does to the tables.
import { mkdirSync, writeFileSync } from "node:fs";
import { generateClient } from "../scripts/build";
import { runCommand } from "../scripts/command";
import { say, step } from "../scripts/say";
import { readSettings } from "../scripts/settings";
import { countsAsked } from "./counts";
import { describeMachine, load } from "./speed/machine";
import { table } from "./table";

const { owners, minutes } = countsAsked("bench:owners", { owners: 2_000, minutes: 3 });
const [contacts, interactions] = [300, 3_000];

await runCommand(
  async (undo) => {
    await generateClient();
    const [{ openDatabase }, { seedMany, settle }, { ownerBytes }, { readPages }, { writeFor }, { askPages }] =
      await Promise.all([
        import("./speed/database"),
        import("./speed/owners"),
        import("./owners/sizes"),
        import("./owners/reads"),
        import("./owners/writes"),
        import("./owners/pages"),
      ]);
    const started = new Date().toISOString();
    const { admin } = await step("Making a database", "Database made", () => openDatabase(readSettings(), undo));
    const what = `${owners.toLocaleString("en")} owners × ${contacts} contacts × ${interactions.toLocaleString("en")} interactions`;
    const made = await step(`Seeding ${what}`, `Seeded ${what}`, () =>
      seedMany(admin, owners, contacts, interactions, (done) => {
        if (done % 1_000 < 250) say(`  ${done.toLocaleString("en")} of them`);
      }),
    );
    await step("Settling", "Settled", () => settle(admin));

    const machine = await describeMachine(admin);
    say(
      `\n${what}, commit ${machine.commit}; ${machine.cores} × ${machine.processor}, ${machine.memoryGb} GB, load ${load()}; Node ${machine.node}, Postgres ${machine.postgres}, shared_buffers ${machine.settings.shared_buffers}\n`,
    );
    const sizes = await ownerBytes(admin, owners);
    say(`${table(sizes.head, sizes.rows)}\n`);
    const before = await step("Reading", "Read", () => readPages(admin, made));
    say(`\n${table(before.head, before.rows)}\n${before.cached}\n`);
    const written = await step("Writing", "Written", () => writeFor(admin, made, minutes));
    say(
      `\n${table(written.speed.head, written.speed.rows)}\n\n${table(written.tables.head, written.tables.rows)}\n${written.processor} ${written.vacuumed}\n`,
    );
    const after = await step("Reading again", "Read again", () => readPages(admin, made));
    say(`\n${table(after.head, after.rows)}\n${after.cached}\n`);

    const pages = await step("Asking over HTTP", "Asked over HTTP", () => askPages(admin, made, contacts, undo));
    say(`\n${table(pages.head, pages.rows)}\n`);

    const file = `bench/results/owners-${started.slice(0, 16).replace(":", "")}.json`;
    mkdirSync("bench/results", { recursive: true });
    const kept = { started, machine, owners, contacts, interactions, minutes, sizes, before, written, after, pages };
    writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`);
    say(`The figures are in ${file}.`);
    return 0;
  },
  { whenStopped: 130 },
);
