// npm run attack: every regular expression on hostile texts, ten thousand mixed transactions; then Mozilla's HTTP Observatory, wapiti and sqlmap on a
// production build, on loopback, with a database of its own that is thrown away. One line for each; ends with 1 for a
// finding that explained.ts doesn't explain.
// npm run attack -- sqlmap observatory: only these.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCommand } from "../command";
import { Obstacle, say, step, took } from "../say";
import { unexplained } from "./explained";
import { expressions } from "./expressions";
import type { Finding } from "./finding";
import { observatory } from "./observatory";
import { serveVictim } from "./served";
import { sqlmap } from "./sqlmap";
import { transactions } from "./transactions";
import { wapiti } from "./wapiti";

const tools = { expressions, transactions, observatory, wapiti, sqlmap };
type Tool = keyof typeof tools;

await runCommand(
  async (undo) => {
    const asked = process.argv.slice(2);
    const strange = asked.find((name) => !(name in tools));
    if (strange) throw new Obstacle(`"${strange}" is unknown here. There are: ${Object.keys(tools).join(", ")}.`);
    const wanted = (Object.keys(tools) as Tool[]).filter((name) => asked.length === 0 || asked.includes(name));
    const folder = mkdtempSync(join(tmpdir(), "vouch-attack-"));
    undo(() => rmSync(folder, { recursive: true, force: true }));
    const victim = await serveVictim(folder, undo);

    let left: Finding[] = [];
    for (const name of wanted) {
      const started = performance.now();
      const { found, did } = await step(`Attacking with ${name}`, `${name} is through`, () =>
        tools[name](victim, folder),
      );
      const strangeOnes = unexplained(found);
      say(`${name}: ${did}; ${found.length} findings, ${found.length - strangeOnes.length} explained${took(started)}`);
      for (const { what, where } of strangeOnes) say(`  ${what}: ${where}`);
      left = [...left, ...strangeOnes];
    }
    say(`\n${left.length} findings left to explain.`);
    return left.length > 0 ? 1 : 0;
  },
  { whenStopped: 130 },
);
