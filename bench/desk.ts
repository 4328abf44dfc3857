// npm run bench:desk [-- contacts [invitations]]: how long the server takes for each list of the LinkedIn desk, through
// the data functions the pages call, transaction included; and the processor time of it, Node's and Postgres', which other
// work on the machine doesn't lengthen.
import { generateClient } from "../scripts/build";
import { runCommand, stopRequested } from "../scripts/command";
import { say, step } from "../scripts/say";
import { readSettings } from "../scripts/settings";
import { countsAsked } from "./counts";
import { cells, type Row, reached, summarise } from "./speed/figures";
import { describeMachine, load } from "./speed/machine";
import { stopwatch } from "./stopwatch";
import { table } from "./table";

const { contacts, invitations } = countsAsked("bench:desk", { contacts: 100_000, invitations: 5_000 });
const interactionsEach = 5;
const samples = 40;
const warmUps = 5;
const target = { atMost: 100 };

await runCommand(
  async (undo) => {
    await generateClient();
    const [{ openDatabase }, { newOwner, settle }, { seedOwner }, { timeRead }, { deskLists }, { fillDesk }] =
      await Promise.all([
        import("./speed/database"),
        import("./speed/owners"),
        import("@/prisma/seed/owner"),
        import("./speed/pages"),
        import("./desk/lists"),
        import("./desk/fill"),
      ]);
    const { admin } = await step("Making a database", "Database made", () => openDatabase(readSettings(), undo));
    const owner = await newOwner(admin);
    await step("Seeding", "Seeded", () => seedOwner(owner, { contacts, interactions: contacts * interactionsEach }));
    const contactId = await step("Filling the desk", "Desk filled", () => fillDesk(admin, owner, invitations));
    await settle(admin);

    const before = load();
    const times = new Map(deskLists.map(({ work }) => [work, [] as number[]]));
    // In turns, so that whatever else the machine does hits all of them alike.
    for (let round = -warmUps; round < samples; round++) {
      for (const { work, read } of deskLists) {
        stopRequested.throwIfAborted();
        const ms = await timeRead(owner, (db) => read(db, contactId));
        if (round >= 0) times.get(work)?.push(ms);
      }
    }
    const { times: worked, timed } = stopwatch(admin);
    for (const { work, read } of deskLists) {
      stopRequested.throwIfAborted();
      await timed(work, async () => {
        for (let nth = 0; nth < samples; nth++) await timeRead(owner, (db) => read(db, contactId));
      });
    }
    const processor = worked.map(({ node, postgres }) =>
      postgres === null ? "?" : `${(((node + postgres) / samples) * 1_000).toFixed(0)} ms`,
    );
    const data = `${contacts.toLocaleString("en")} contacts, ${invitations.toLocaleString("en")} invitations`;
    const rows: Row[] = deskLists.map(({ work }) => ({
      ...{ work, data: "", unit: "ms", target },
      ...summarise(times.get(work) ?? []),
    }));

    const machine = await describeMachine(admin);
    const { cores, node, postgres, commit } = machine;
    say(
      `\n${data}, commit ${commit}; ${cores} × ${machine.processor}, load ${before} before, ${load()} after; Node ${node}, Postgres ${postgres}\n`,
    );
    const lines = rows
      .map((row) => cells(row))
      .map(([work = "", , median = "", , p95 = "", , target = "", verdict = ""], place) => {
        return [work, median, p95, processor[place] ?? "", target, verdict];
      });
    say(table(["work", "median", "p95", "processor time", "target", ""], lines));
    const kept = rows.filter((row) => reached(row) && (row.p95 ?? 0) <= target.atMost);
    say(`\n${kept.length} of ${rows.length} lists answer within ${target.atMost} ms, nineteen times of twenty.`);
    return 0;
  },
  { whenStopped: 130 },
);
