// The plans of all that the application's login runs while the tests do: its own statements, and those of the triggers, functions
// and foreign keys which they set off. auto_explain, which comes with Postgres, writes each into the log.
import { createReadStream, readFileSync } from "node:fs";
import { truncate } from "node:fs/promises";
import { createInterface } from "node:readline";
import { withClient } from "../database/with-client";
import { say } from "../say";
import { type OwnerColumns, type PlanNode, readWithoutOwner, tablesRead } from "./carried-owner";
import { oneLine, rawStatements } from "./raw-statements";
import { add, oneFailed, onePassed, type Tally } from "./reports";

/** Begins each entry of the log, before the role's name; the lines of a plan follow. */
const mark = "\u001e";
/** The application's own login: of a test's database, or of the journeys'. All others are administrators, as for a backup. */
const isApplications = (entry: string) => /^(vouch_test_app_|\w+_login )/.test(entry.slice(mark.length));

const settings = {
  session_preload_libraries: "auto_explain",
  log_line_prefix: `${mark}%u `,
  "auto_explain.log_min_duration": "0",
  "auto_explain.log_nested_statements": "on",
  "auto_explain.log_format": "json",
};

/** From the next connection on. Not of the administrator: those statements are the tests' own, to arrange and to look. */
export async function writePlans(adminUrl: string): Promise<void> {
  await withClient(adminUrl, async (client) => {
    for (const [name, value] of Object.entries(settings)) await client.query(`alter system set ${name} = '${value}'`);
    await client.query("alter role current_user set auto_explain.log_min_duration = -1");
    await client.query("select pg_reload_conf()");
  });
}

/** From the next connection on, too; what was written, some gigabytes after all tests, is given back to the disk. */
export async function endPlans(adminUrl: string, log: string): Promise<void> {
  await withClient(adminUrl, async (client) => {
    for (const name of Object.keys(settings)) await client.query(`alter system reset ${name}`);
    await client.query("select pg_reload_conf()");
  });
  await truncate(log);
}

/**
 * One test: whatever was run, each owned table was read for a named owner alone. With `everything` run, another: there is none
 * that was never read, so that the first can't pass by having seen nothing. What the code writes itself and no test sent is
 * told, and fails nothing.
 */
export async function everyPlanNamesAnOwner(log: string, everything: boolean): Promise<Tally> {
  const columns = ownerColumns(readFileSync("prisma/schema.prisma", "utf8"));
  const unread = new Set([...columns].flatMap(([table, column]) => (column === "owner_id" ? table : [])));
  const [found, seen] = [new Set<string>(), new Set<string>()];
  let plans = 0;
  for await (const { "Query Text": statement, Plan: plan } of plansIn(log)) {
    plans += 1;
    seen.add(oneLine(statement));
    for (const table of tablesRead(plan)) unread.delete(table);
    for (const table of readWithoutOwner(plan, columns)) {
      found.add(`${table} is read without an owner by: ${oneLine(statement).slice(0, 300)}`);
    }
  }
  say(`${plans.toLocaleString("en")} plans were looked at.`);
  for (const line of found) say(line);
  if (everything && plans > 0) tellUnsent(seen);
  const named = found.size === 0 ? onePassed : oneFailed(`Plans: read without an owner: ${[...found][0]}`);
  if (!everything) return named;
  const read = unread.size === 0 ? onePassed : oneFailed(`Plans: no test reads ${[...unread].join(", ")}.`);
  return add(named, read);
}

function tellUnsent(seen: Set<string>) {
  const all = [...seen].join("\n");
  const written = rawStatements();
  const unsent = written.filter(({ start }) => !all.includes(start));
  say(
    `Of ${written.length} statements that the code writes itself, ${written.length - unsent.length} were among them.`,
  );
  for (const { file, start } of unsent) say(`  not sent by a test: ${file}: ${start.slice(0, 100)}`);
}

/** Read from schema.prisma, which prisma/drift.test.ts holds to the database. */
export function ownerColumns(schema: string): OwnerColumns {
  const models = [...schema.matchAll(/^model \w+ \{\n(.*?)^\}/gms)].map(([, body = ""]) => body);
  return new Map(
    models.flatMap((body) => {
      const table = /@@map\("(\w+)"\)/.exec(body)?.[1];
      const column = /@map\("(owner_id|user_id)"\)/.exec(body)?.[1] ?? (table === "app_user" ? "id" : undefined);
      return table && column ? [[table, column] as const] : [];
    }),
  );
}

type Explained = { "Query Text": string; Plan: PlanNode };

async function* plansIn(log: string): AsyncGenerator<Explained> {
  let entry = "";
  for await (const line of createInterface({ input: createReadStream(log, "utf8") })) {
    if (line.startsWith(mark)) {
      yield* planOf(entry);
      entry = line;
    } else {
      entry += line.replace("\t", ""); // Postgres' own, before each further line
    }
  }
  yield* planOf(entry);
}

/** "…LOG:  duration: 0.1 ms  plan:" and the plan. */
function planOf(entry: string): Explained[] {
  const [head] = (isApplications(entry) && /^[^{]* plan:\s*(?=\{)/.exec(entry)) || [];
  return head ? [JSON.parse(entry.slice(head.length)) as Explained] : [];
}
