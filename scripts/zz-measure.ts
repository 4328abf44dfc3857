// One-off: a million interactions through a backup and back.
import { chmodSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadBackup } from "./backup/load";
import { readBack, readBackup } from "./backup/read";
import { writeBackup } from "./backup/write";
import { startThrowAway } from "./database/throw-away";
import { applyMigrations } from "./database/migrations";
import { withClient } from "./database/with-client";

const open = await startThrowAway({ durable: true });
const home = mkdtempSync(join(tmpdir(), "vouch-measure-"));
const at = (name: string) => Object.assign(new URL(open.adminUrl), { pathname: `/${name}` }).href;
let peak = 0;
setInterval(() => { peak = Math.max(peak, process.memoryUsage().rss); }, 20).unref();
async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  peak = 0; const t = performance.now(); const c = process.cpuUsage();
  const r = await work();
  const { user, system } = process.cpuUsage(c);
  console.log(what, ((performance.now() - t) / 1000).toFixed(1), "s; own CPU", ((user + system) / 1e6).toFixed(1), "s; peak RSS", (peak / 1e6).toFixed(0), "MB");
  return r;
}
try {
  await withClient(open.adminUrl, async (c) => { await c.query("create database full_one"); await c.query("create database empty_one"); });
  await applyMigrations(at("full_one"));
  console.log("rss before", (process.memoryUsage().rss / 1e6).toFixed(0));
  await timed("fill", () => withClient(at("full_one"), async (c) => {
    await c.query("set session_replication_role = replica; set synchronous_commit = off");
    await c.query("insert into app_user (id, email, name, password_hash) values ('0190f000-0000-7000-8000-000000000001','a@example.test','A','none')");
    const id = (k: string) => `('0190f000-000${k}-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid`;
    const o = "'0190f000-0000-7000-8000-000000000001'::uuid";
    await c.query(`insert into contact (owner_id, id, full_name, company, position, location, how_we_met, expertise) select ${o}, ${id("1")}, 'Person Number ' || i, 'Company ' || i % 5000, 'Head of ' || i % 700, 'City ' || i % 300, 'At the conference number ' || i % 900, 'Subject ' || md5(i::text) from generate_series(1, 100000) i`);
    await c.query(`insert into interaction (owner_id, id, kind, occurred_at, notes) select ${o}, ${id("2")}, 'IN_PERSON', now() - i * interval '1 minute', 'We spoke about ' || md5(i::text) || ' and what follows from ' || md5((i + 1)::text) from generate_series(1, 1000000) i`);
    await c.query(`insert into interaction_contact (owner_id, interaction_id, contact_id) select ${o}, ${id("2")}, ('0190f000-0001-7000-8000-' || lpad(to_hex(1 + i % 100000), 12, '0'))::uuid from generate_series(1, 1000000) i`);
  }));
  const path = join(home, "plain.backup"), sealed = join(home, "sealed.backup"), passphrase = "correct horse battery";
  console.log(await timed("write", () => writeBackup(at("full_one"), path)));
  await timed("read back", () => readBack(path, {}));
  await timed("restore", () => readBackup(path, {}, (b) => loadBackup(at("empty_one"), b)));
  console.log(await timed("write sealed", () => writeBackup(at("full_one"), sealed, { passphrase })));
  await timed("read back sealed", () => readBack(sealed, { passphrase }));
} finally {
  rmSync(home, { recursive: true, force: true });
  await open.stop();
}
process.exit(0);
