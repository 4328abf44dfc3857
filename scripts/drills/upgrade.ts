// npm run drill:upgrade: a database as the first Vouch left it, with what three owners wrote, started by today's. Every
// row that was written must be there as it was, every standing what a rebuild makes, and every page must open.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { hash } from "@node-rs/argon2";
import { type Client, escapeIdentifier, escapeLiteral } from "pg";
import { downloadNames } from "@/lib/exports/schema";
import { standings } from "@/prisma/sql/history";
import { keptAndRebuilt, outdated } from "@/prisma/sql/rebuild";
import { ownersRoutes } from "../../e2e/routes";
import { runCommand, stopRequested } from "../command";
import { openDataDirectory } from "../data-directory";
import { startEmbedded } from "../database/embedded";
import { applyMigrations } from "../database/migrations";
import { withClient } from "../database/with-client";
import { say, step } from "../say";
import { asAdministrator, type Drill, drillPlace } from "./place";
import { start } from "./served";
import { signedIn, type Visitor } from "./visitor";

/** With the tables, row-level security and the rule: the oldest database that Vouch could work with. */
const firstWhole = new Set([
  "20261122090000_tables",
  "20261122090100_isolation",
  "20261122090200_relationship_strength",
]);
const password = "a sentence of the first Vouch";
const owners = [1, 2, 3];
const emailOf = (owner: number) => `first${owner}@example.test`;

/** Columns that a migration has moved elsewhere or changed, and how what stood there is read today. */
const moved: Record<string, string> = {
  "import_batch.kind": "select kind from import_file where file = 1",
  // The first account runs the place; nobody did before.
  "app_user.role": `
    select case when id <> (select id from app_user order by created_at, id limit 1) then role::text
      when role = 'ADMINISTRATOR' then 'OWNER' else 'not made administrator' end from app_user`,
};
/** There for whoever administrates, and nobody else. */
const administratorsRoute = "/settings/people";
/** Hours are joined as time goes by: `keptAndRebuilt` looks at what they add up to. */
const counted = "standing_tally";

let wrong = true; // unless we get to the end
await runCommand(
  async (undo) => {
    const drill = await drillPlace(undo, () => wrong && !stopRequested.aborted);
    const before = await step("Writing with the first migrations", "Written with the first migrations", () =>
      writeFirst(drill),
    );
    const served = await step("Starting today's Vouch on it", "Today's Vouch started on it", () =>
      start(drill.dataDir, drill.port),
    );
    undo(served.stop);

    const troubles = await asAdministrator(drill.dataDir, async (admin) => {
      const after = await everythingIn(admin, before.columns);
      return [
        ...differences(before.tables, after),
        ...(await movedAway(admin, before)),
        ...(await derived(admin, before.standings)),
      ];
    });
    let pages = 0;
    for (const owner of owners) {
      const visitor = await signedIn(drill.address, { email: emailOf(owner), name: "", password });
      const addresses = await asAdministrator(drill.dataDir, (admin) => addressesOf(admin, owner));
      for (const address of addresses) troubles.push(...(await opens(visitor, address)));
      pages += addresses.length;
    }
    const code = await served.stop();
    if (code !== 0) troubles.push(`npm start ended with ${code} when it was asked to stop`);
    troubles.push(...logged(drill));

    for (const trouble of troubles.slice(0, 40)) say(`✗ ${trouble}`);
    const rows = Object.values(before.tables).reduce((sum, table) => sum + table.rows, 0);
    say(
      `${rows} rows in ${Object.keys(before.tables).length} tables, written with ${before.applied} of ${migrationNames().length} migrations: ${troubles.length} differences or errors; ${pages} pages and downloads read`,
    );
    wrong = troubles.length > 0;
    return wrong ? 1 : 0;
  },
  { whenStopped: 130 },
);

function migrationNames(): string[] {
  return readdirSync("prisma/migrations").filter((name) => /^\d/.test(name));
}

/** Counts and sums by table, over the columns named. */
type Sums = Record<string, { rows: number; sum: string | null }>;
type Columns = Record<string, string[]>;
type First = {
  applied: number;
  columns: Columns;
  tables: Sums;
  /** What stood in columns that are elsewhere now. */
  moved: Record<string, string>;
  standings: Record<string, unknown>;
};

/** As `npm start` would have left it then: the embedded database in the data directory, stopped. */
async function writeFirst({ dataDir }: Drill): Promise<First> {
  openDataDirectory(dataDir);
  const database = await startEmbedded(dataDir);
  try {
    const applied = await applyMigrations(database.adminUrl, firstWhole);
    const sql = readFileSync(join(import.meta.dirname, "first-data.sql"), "utf8");
    const passwordHash = await hash(password);
    return await withClient(database.adminUrl, async (admin) => {
      await admin.query(sql.replace("'$password_hash'", () => escapeLiteral(passwordHash)));
      const columns = await columnsIn(admin);
      return {
        applied: applied.length,
        columns,
        tables: await everythingIn(admin, columns),
        moved: await movedIn(admin),
        standings: await standingsOf(admin),
      };
    });
  } finally {
    await database.stop();
  }
}

async function columnsIn(admin: Client): Promise<Columns> {
  const { rows } = await admin.query<{ table: string; columns: string[] }>(
    `select table_name::text as table, array_agg(column_name::text order by ordinal_position) as columns
     from information_schema.columns
     where table_schema = 'public' and table_name <> all($1)
       and table_name in (select relname from pg_class where relkind = 'r')
     group by 1`,
    [["_prisma_migrations", counted]],
  );
  return Object.fromEntries(
    rows.map(({ table, columns }) => [table, columns.filter((column) => !(`${table}.${column}` in moved))]),
  );
}

async function everythingIn(admin: Client, columns: Columns): Promise<Sums> {
  const sums: Sums = {};
  for (const [table, names] of Object.entries(columns)) {
    const { rows } = await admin.query<{ rows: number; sum: string | null }>(
      `select count(*)::int as rows, md5(string_agg(sum, '' order by sum)) as sum
       from (select md5(row(${names.map(escapeIdentifier).join()})::text) as sum from ${escapeIdentifier(table)}) as each`,
    );
    sums[table] = rows[0] ?? { rows: 0, sum: null };
  }
  return sums;
}

async function sumOf(admin: Client, select: string): Promise<string> {
  const { rows } = await admin.query<{ sum: string }>(
    `select md5(string_agg(value::text, ',' order by value::text)) as sum from (${select}) as one (value)`,
  );
  return rows[0]?.sum ?? "";
}

async function movedIn(admin: Client): Promise<Record<string, string>> {
  const sums: Record<string, string> = {};
  for (const name of Object.keys(moved)) {
    const [table = "", column = ""] = name.split(".");
    sums[name] = await sumOf(admin, `select ${column} from ${table}`);
  }
  return sums;
}

async function standingsOf(admin: Client): Promise<Record<string, unknown>> {
  const { rows } = await admin.query<{ id: string }>("select id from app_user");
  const found: Record<string, unknown> = {};
  for (const { id } of rows) found[id] = await standings(admin, id);
  return found;
}

function differences(before: Sums, after: Sums): string[] {
  return Object.entries(before).flatMap(([table, { rows, sum }]) => {
    const now = after[table];
    if (now?.rows !== rows) return [`${table} had ${rows} rows and has ${now?.rows}`];
    return now.sum === sum ? [] : [`${table} holds something else than was written`];
  });
}

async function movedAway(admin: Client, before: First): Promise<string[]> {
  const troubles: string[] = [];
  for (const [name, select] of Object.entries(moved)) {
    if ((await sumOf(admin, select)) !== before.moved[name]) troubles.push(`${name} has changed on its way`);
  }
  return troubles;
}

/** Standings and counts are what they were, and what a rebuild makes. */
async function derived(admin: Client, before: Record<string, unknown>): Promise<string[]> {
  const troubles: string[] = [];
  for (const [owner, then] of Object.entries(before)) {
    if (!isDeepStrictEqual(await standings(admin, owner), then))
      troubles.push(`${owner} has other standings than before`);
    const old = await outdated(admin, owner);
    if (old.length > 0) troubles.push(`${old.length} standings of ${owner} are not what the facts say`);
    await admin.query("begin");
    const { kept, rebuilt } = await keptAndRebuilt(admin, owner);
    await admin.query("rollback");
    if (!isDeepStrictEqual(kept, rebuilt)) troubles.push(`${owner} has other standings or counts than a rebuild makes`);
  }
  return troubles;
}

/** Every page of the owner, and every download. */
async function addressesOf(admin: Client, number: number): Promise<string[]> {
  const first = async (sql: string) => {
    const { rows } = await admin.query<{ id: string }>(
      `${sql} and owner_id = (select id from app_user where email = $1) order by 1 limit 1`,
      [emailOf(number)],
    );
    return rows[0]?.id ?? "";
  };
  const contact = await first("select contact_id as id from credential_check where true");
  const check = await first(`select id from credential_check where contact_id = '${contact}'`);
  const ids: Record<string, string> = {
    "/contacts/[id]": contact,
    "/contacts/[id]/checks/[checkId]": check,
    "/data/[batchId]": await first("select id from import_batch where true"),
    "/log/[id]": await first("select id from interaction where true"),
    "/recommendations/[id]": await first("select id from recommendation where true"),
  };
  const address = (route: string) => {
    let path = "";
    let folder = "";
    for (const part of route.slice(1).split("/")) {
      folder += `/${part}`;
      path += `/${part.startsWith("[") ? (ids[folder] ?? part) : part}`;
    }
    return path;
  };
  const { rows } = await admin.query<{ role: string }>("select role from app_user where email = $1", [emailOf(number)]);
  const routes = ownersRoutes.filter((route) => route !== administratorsRoute || rows[0]?.role === "ADMINISTRATOR");
  return [...routes.map(address), ...downloadNames.map((name) => `/api/exports/${name}`)];
}

/** A page that broke says so in its own markup: what failed on the server, and what isn't there. */
async function opens(visitor: Visitor, address: string): Promise<string[]> {
  const { status, location, text } = await visitor.get(address);
  const isBroken = /data-dgst=|__next_error__/.test(text);
  return status === 200 && !isBroken && text
    ? []
    : [`${address} doesn't open (status ${status}${location ? `, to ${location}` : ""})`];
}

function logged({ dataDir }: Drill): string[] {
  const lines = readFileSync(join(dataDir, "logs", "server.log"), "utf8").split("\n");
  return lines
    .filter((line) => line.includes('"level":"error"') || / ⨯ |Error:/.test(line))
    .map((line) => `logged: ${line}`);
}
