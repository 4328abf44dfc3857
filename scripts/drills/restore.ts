// npm run drill:restore [-- --contacts 1000 --interactions 10000]: is a backup worth anything? Fills a database, backs it
// up while it runs, restores into a new place by the commands a person would type, and compares every table with what
// was there, by other means than the backup's own. Then damaged, locked and newer backups, which must be refused.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Client, escapeIdentifier } from "pg";
import { readBack } from "../backup/read";
import { megabytes } from "../backup/words";
import { writeBackup } from "../backup/write";
import { generateClient } from "../build";
import { runCommand, type Undo } from "../command";
import { openDataDirectory } from "../data-directory";
import { lockDataDirectory } from "../data-directory-lock";
import { startEmbedded } from "../database/embedded";
import { prepareDatabase, secretOf } from "../database/open";
import { findPlace, forgetPlace } from "../database/place";
import { withClient } from "../database/with-client";
import { fillDemo } from "../demo";
import { Obstacle, say, step } from "../say";
import { serverEnvironment } from "../server/environment";
import { parseSettings, settingsAlone } from "../settings";
import { drillHome, numbersAsked } from "./place";

const usage = "Use it like this: npm run drill:restore -- --contacts 1000 --interactions 10000";
const passphrase = "the right passphrase";

const laterMigration = `insert into _prisma_migrations (id, checksum, migration_name, started_at, finished_at)
  values (gen_random_uuid(), 'x', '29991231000000_later', now(), now())`;

await runCommand(
  async (undo) => {
    const asked = numbersAsked(usage, { contacts: 1_000, interactions: 10_000 });
    const home = drillHome(undo, () => false);
    const [first, second] = [join(home, "first"), join(home, "second")] as const;
    undo(() => {
      for (const dataDir of [first, second]) if (existsSync(dataDir)) forgetPlace(findPlace(dataDir));
    });
    const plain = join(home, "plain.backup");
    const sealed = join(home, "sealed.backup");
    const newer = join(home, "newer.backup");
    const keyFile = join(home, "passphrase");
    writeFileSync(keyFile, `${passphrase}\n`);
    const key = { VOUCH_BACKUP_PASSPHRASE_FILE: keyFile };

    const adminUrl = await fill(first, asked, undo);
    const backup = await command("backup", plain, { VOUCH_DATA_DIR: first });
    await mustSucceed(backup);
    const before = await step("Counting and summing up every table", "Every table counted and summed up", () =>
      withClient(adminUrl, figures),
    );
    await mustSucceed(await command("backup", sealed, { VOUCH_DATA_DIR: first, ...key }));
    await withClient(adminUrl, (client) => client.query(laterMigration));
    await writeBackup(adminUrl, newer);

    const losses: string[] = [];
    const refused = await refusals({ home, plain, sealed, newer }, losses);

    const restore = await command("restore", sealed, { VOUCH_DATA_DIR: second, ...key });
    await mustSucceed(restore);
    const after = await opened(second, undo).then((url) => withClient(url, figures));
    for (const table of new Set([...before.keys(), ...after.keys()])) {
      if (before.get(table) !== after.get(table)) {
        losses.push(`${table}: ${before.get(table) ?? "missing"} before, ${after.get(table) ?? "missing"} after`);
      }
    }
    for (const loss of losses) say(`✗ ${loss}`);
    const rows = [...before.values()].reduce((sum, figure) => sum + Number(figure.split(" ")[0]), 0);
    const told = ({ seconds, peak }: Ended) => `${seconds.toFixed(1)} s, at most ${peak} of memory`;
    const size = megabytes(readFileSync(plain).length);
    say(
      `drill:restore: ${before.size} tables, ${rows} rows; backed up and verified (${size}; ${told(backup)}), restored (${told(restore)}); ${refused} bad backups refused; ${losses.length} losses`,
    );
    return losses.length > 0 ? 1 : 0;
  },
  { whenStopped: 130 },
);

/** A sample owner with something of everything, and one with much of what there is most of. */
async function fill(dataDir: string, asked: { contacts: number; interactions: number }, undo: Undo): Promise<string> {
  const { contacts, interactions } = asked;
  await generateClient();
  openDataDirectory(dataDir);
  const adminUrl = await opened(dataDir, undo);
  const settings = parseSettings({ VOUCH_DATA_DIR: dataDir });
  const appUrl = await prepareDatabase(adminUrl, settings);
  await fillDemo(adminUrl, serverEnvironment(settings, appUrl, secretOf(settings), "production"));
  const { addAccount } = await import("@/lib/account/data");
  const { seedOwner } = await import("@/prisma/seed/owner");
  await step("Seeding a second owner", `Seeded ${contacts} contacts, ${interactions} interactions`, async () => {
    const account = {
      name: "Olive Owner",
      email: "olive@example.test",
      password: "a seeded password",
      timeZone: "UTC",
    };
    await seedOwner(await addAccount(account), asked);
  });
  return adminUrl;
}

async function opened(dataDir: string, undo: Undo): Promise<string> {
  undo((await lockDataDirectory(dataDir, "running a drill")).release);
  const embedded = await startEmbedded(dataDir);
  undo(embedded.stop);
  return embedded.adminUrl;
}

/** Count and sum of every table of Vouch's, computed by Postgres from the rows as it shows them. */
async function figures(client: Client): Promise<Map<string, string>> {
  const { rows: tables } = await client.query<{ name: string }>(`
    select relname as name from pg_class
    where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace and relname <> '_prisma_migrations'`);
  const found = new Map<string, string>();
  await client.query("set timezone = 'UTC'");
  for (const { name } of tables) {
    const { rows } = await client.query<{ figure: string }>(
      `select count(*) || ' rows, sum ' || coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) as figure
       from ${escapeIdentifier(name)} t`,
    );
    found.set(name, rows[0]?.figure ?? "");
  }
  return found;
}

type Files = { home: string; plain: string; sealed: string; newer: string };

/** Each as a command, which must end with an error and make nothing; and many more damages, read only. */
async function refusals({ home, plain, sealed, newer }: Files, losses: string[]): Promise<number> {
  const bytes = readFileSync(plain);
  const bad = join(home, "bad.backup");
  const nowhere = join(home, "nowhere");
  const wrongKey = join(home, "wrong-passphrase");
  writeFileSync(wrongKey, "another passphrase\n");
  let refused = 0;
  const attempts: [string, string, Buffer, Record<string, string>?][] = [
    ["cut off in the middle", "isn't whole", bytes.subarray(0, bytes.length / 2)],
    ["one bit changed", "isn't as it was written", flipped(bytes, bytes.length / 2)],
    ["of a later format", "has the format 2", changed(bytes, "vouch-backup 1 ", "vouch-backup 2 ")],
    ["of a later Vouch", "a newer Vouch", readFileSync(newer)],
    ["without its passphrase", "is encrypted", readFileSync(sealed)],
    [
      "with another passphrase",
      "doesn't open this backup",
      readFileSync(sealed),
      { VOUCH_BACKUP_PASSPHRASE_FILE: wrongKey },
    ],
  ];
  for (const [what, sentence, content, env = {}] of attempts) {
    writeFileSync(bad, content);
    const { code, said } = await command("restore", bad, { VOUCH_DATA_DIR: nowhere, ...env });
    if (code !== 0 && said.includes(sentence) && !existsSync(nowhere)) refused++;
    else losses.push(`a backup ${what} was not refused (exit code ${code}): ${said}`);
  }
  for (const [file, options] of [
    [plain, {}],
    [sealed, { passphrase }],
  ] as const) {
    const whole = readFileSync(file);
    const parts = whole.length > 10_000_000 ? 5 : 100; // each is written and read
    for (let part = 0; part < parts; part++) {
      const at = Math.floor((whole.length * part) / parts);
      for (const content of [whole.subarray(0, at), flipped(whole, at)]) {
        writeFileSync(bad, content);
        const accepted = await readBack(bad, options).then(
          () => true,
          (error: unknown) => !(error instanceof Obstacle),
        );
        if (accepted) losses.push(`damage at byte ${at} of ${whole.length} was not noticed`);
        else refused++;
      }
    }
  }
  return refused;
}

function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy.writeUInt8(copy.readUInt8(Math.floor(at)) ^ 4, Math.floor(at));
  return copy;
}

/** Of text near the end of the file. */
function changed(bytes: Buffer, text: string, other: string): Buffer {
  const copy = Buffer.from(bytes);
  copy.write(other, copy.lastIndexOf(text));
  return copy;
}

type Ended = { code: number | null; said: string; seconds: number; peak: string };

/** Runs npm run backup or restore as a person would; `peak` is the most memory it held, where the system tells. */
async function command(name: "backup" | "restore", file: string, env: Record<string, string>): Promise<Ended> {
  const started = performance.now();
  const child = spawn(process.execPath, [`scripts/${name}.mjs`, file], { env: settingsAlone(env) });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => (said += text));
  let peak = "an unknown amount";
  const watch = setInterval(() => {
    try {
      const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8")) ?? [];
      if (kilobytes) peak = megabytes(Number(kilobytes) * 1024);
    } catch {} // not on this system, or it has just ended
  }, 50);
  const [code] = await once(child, "close");
  clearInterval(watch);
  return { code, said, seconds: (performance.now() - started) / 1000, peak };
}

async function mustSucceed({ code, said }: Ended): Promise<void> {
  if (code !== 0) throw new Obstacle("A command that had to succeed failed; its own words are above.", said);
  say(said.trimEnd());
}
