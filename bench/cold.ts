// npm run bench:cold [-- start slow beside]: Vouch just started, over a slow connection, and beside something long. All
// three, or those that are named. docs/performance.md says what the figures mean.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateClient } from "../scripts/build";
import { runCommand, type Undo } from "../scripts/command";
import { Obstacle, say, step } from "../scripts/say";
import { readSettings } from "../scripts/settings";
import { findChromium } from "../scripts/test/chromium";
import { runProgram } from "../scripts/test/run-program";
import { summarise } from "./speed/figures";
import { describeMachine, load } from "./speed/machine";
import { table } from "./table";

const contacts = 10_000;
const parts = { start, slow, beside };
type Part = keyof typeof parts;

const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;
const kilobytes = (bytes: number) => `${Math.round(bytes / 1000)} kB`;
const median = (values: number[]) => summarise(values).median;

const asked = process.argv.slice(2);
const strange = asked.find((name) => !Object.keys(parts).includes(name));

await runCommand(
  async (undo) => {
    if (strange) throw new Obstacle(`"${strange}" is none of: ${Object.keys(parts).join(", ")}.`);
    if (asked.length !== 1) {
      // Each in a process of its own: lib/db stays with the database that it met first.
      const { DATABASE_URL } = process.env;
      const named: Record<string, string> = DATABASE_URL ? { DATABASE_URL } : {};
      for (const part of asked.length > 0 ? asked : Object.keys(parts))
        if (!(await runProgram(["--conditions=react-server", "bench/cold.mjs", part], named))) return 1;
      return 0;
    }
    await generateClient();
    const before = load();
    await parts[asked[0] as Part](undo);
    say(`\nLoad ${before} before, ${load()} after.`);
    return 0;
  },
  { whenStopped: 130 },
);

async function start(undo: Undo) {
  const { measureStart, partNames } = await import("./cold/start");
  const starts = await measureStart(contacts, 5, undo);
  const column = (values: number[]) => [median(values), Math.max(...values)].map((value) => seconds(value * 1000));
  const rows = partNames.map((name, part) => [name, ...column(starts.map((times) => times[part] ?? 0))]);
  const whole = starts.map((times) => times.reduce((sum, time) => sum + time, 0));
  say(`\n${table([`npm start, ${contacts} contacts`, "median", "most"], [...rows, ["altogether", ...column(whole)]])}`);
}

async function slow(undo: Undo) {
  const { owner, admin, folder } = await seeded(undo);
  const { cookieOf, serveApp } = await import("./served");
  const { measureSlow } = await import("./cold/slow");
  const { screensOf } = await import("./cold/screens");
  const { at } = await serveApp(folder, undo);
  const { version, looks } = await measureSlow(
    await findChromium(),
    at("/"),
    await cookieOf(admin, owner),
    await screensOf(admin, owner),
    5,
  );
  const rows = [...new Set(looks.map(({ screen, cache }) => `${screen}, ${cache}`))].map((name) => {
    const of = looks.filter(({ screen, cache }) => name === `${screen}, ${cache}`);
    const at = (what: "firstPaint" | "usable" | "taken" | "bytes") => median(of.map((one) => one[what]));
    return [
      ...[name, seconds(at("firstPaint")), seconds(at("usable"))],
      ...[seconds(at("taken")), kilobytes(at("bytes"))],
    ];
  });
  say(`\nChromium ${version}, 400 ms, 400 kbit/s\n`);
  say(table(["", "first paint", "usable", "script there", "altogether"], rows));
}

async function beside(undo: Undo) {
  const { owner, admin, folder } = await seeded(undo);
  const { cookieOf, serveApp } = await import("./served");
  const { measureBeside } = await import("./cold/beside");
  const { digests, importing, reading } = await import("./cold/works");
  const { screensOf } = await import("./cold/screens");
  const { seedMany, settle } = await import("./speed/owners");
  const { startMailServer } = await import("@/lib/testing/mail-server");
  const { stopJobs } = await import("@/lib/jobs");
  const owners = await step("Seeding 200 owners", "200 owners seeded", () => seedMany(admin, 200, 300, 3_000));
  await settle(admin);
  const mails = await startMailServer();
  undo(mails.stop);
  const { at } = await serveApp(folder, undo, {
    own: { VOUCH_SMTP_URL: mails.url, VOUCH_MAIL_FROM: "vouch@example.test" },
  });
  undo(stopJobs);
  const cookie = await cookieOf(admin, owner);
  const paths = Object.fromEntries((await screensOf(admin, owner)).map(({ name, path }) => [name, path]));
  const works = {
    "reading 100,000 messages": reading(owner, at("/"), cookie, 100_000, contacts),
    "their import": importing(admin, owner, 100_000, contacts),
    "digests of 200 owners": await digests(admin, owners, mails),
  };
  for (const [what, work] of Object.entries(works)) {
    const { pages, seconds: took } = await step(what, `${what}, done`, () => measureBeside(at, cookie, paths, work, 3));
    const ms = (value: number) => `${value.toFixed(1)} ms`;
    const rows = pages.map(({ page, rest, busy }) => {
      const [before, meanwhile] = [summarise(rest), summarise(busy)];
      const times = `${(meanwhile.median / before.median).toFixed(2)}×`;
      return [page, ...[before.median, before.p95, meanwhile.median, meanwhile.p95].map(ms), times, `${busy.length}`];
    });
    say(`\nBeside ${what} (${took.map((value) => `${value.toFixed(1)} s`).join(", ")})\n`);
    say(table(["", "at rest", "p95", "meanwhile", "p95", "ratio", "requests"], rows));
  }
}

/** A database of the benchmark's own with one owner, and a folder. */
async function seeded(undo: Undo) {
  const { openDatabase } = await import("./speed/database");
  const { newOwner, settle } = await import("./speed/owners");
  const { seedOwner } = await import("@/prisma/seed/owner");
  const { admin } = await step("Making a database", "Database made", () => openDatabase(readSettings(), undo));
  const folder = await mkdtemp(join(tmpdir(), "vouch-bench-"));
  undo(() => rm(folder, { recursive: true }));
  const owner = await newOwner(admin);
  await step("Seeding", "Seeded", () => seedOwner(owner, { contacts, interactions: contacts * 10 }));
  await settle(admin);
  const { cores, processor, node, postgres, commit } = await describeMachine(admin);
  say(`\n${cores} × ${processor}, commit ${commit}; Node ${node}, Postgres ${postgres}`);
  return { owner, admin, folder };
}
