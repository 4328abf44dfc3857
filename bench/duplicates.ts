// npm run bench:duplicates [-- contacts [copies of each kind]]: how long it takes to look at everybody of one owner, how
// long at one more, what is found of the duplicates that were planted, and what is found besides.

import { generateClient } from "../scripts/build";
import { runCommand } from "../scripts/command";
import { say, step } from "../scripts/say";
import { readSettings } from "../scripts/settings";
import { countsAsked } from "./counts";
import { kinds, madeUpPeople } from "./duplicates/people";
import { describeMachine, load } from "./speed/machine";
import { table } from "./table";

const { contacts, copies } = countsAsked("bench:duplicates", { contacts: 100_000, copies: 100 });

await runCommand(
  async (undo) => {
    await generateClient();
    const { openDatabase } = await import("./speed/database");
    const { measureDuplicates } = await import("./duplicates/measure");
    const { admin } = await step("Making a database", "Database made", () => openDatabase(readSettings(), undo));
    const { people, planted } = madeUpPeople(contacts, copies);
    const before = load();
    const found = await measureDuplicates(admin, people);

    const { cores, processor, node, postgres, commit } = await describeMachine(admin);
    say(
      `\n${people.length} contacts, commit ${commit}; ${cores} × ${processor}, load ${before} before, ${load()} after; Node ${node}, Postgres ${postgres}\n`,
    );
    say(
      table(
        ["", "wall", "CPU of Node", "CPU of Postgres"],
        found.times.map(({ what, wall, node, postgres }) => [
          what,
          `${wall.toFixed(2)} s`,
          `${node.toFixed(2)} s`,
          postgres === null ? "?" : `${postgres.toFixed(2)} s`,
        ]),
      ),
    );
    say(`\nThe longest that Node answered nothing: ${found.longestPauseMs.toFixed(0)} ms`);

    const right = [...found.pairs].filter((pair) => planted.has(pair)).length;
    say(
      `${found.pairs.size} pairs found, ${right} of the ${planted.size} planted: precision ${(right / found.pairs.size).toFixed(3)}, recall ${(right / planted.size).toFixed(3)}`,
    );
    const likely = [...found.likely].filter((pair) => planted.has(pair)).length;
    say(`Of those called likely, ${likely} of ${found.likely.size} are planted.\n`);
    say(
      table(
        ["planted", "found"],
        kinds.map((kind) => {
          const all = [...planted].filter(([, planned]) => planned === kind);
          return [kind, `${all.filter(([pair]) => found.pairs.has(pair)).length} of ${all.length}`];
        }),
      ),
    );
    return 0;
  },
  { whenStopped: 130 },
);
