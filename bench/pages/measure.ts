// The pages over HTTP: the production build serves the seeded owners, and is asked as a browser asks.
import { mkdtemp, rm } from "node:fs/promises";
import { Agent } from "node:http";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Browser } from "@playwright/test";
import type { Client } from "pg";
import type { OwnerId } from "@/lib/db";
import { stopRequested, type Undo } from "../../scripts/command";
import { step } from "../../scripts/say";
import { forgetPeak, memoryMb } from "../memory";
import { cookieOf, serveApp } from "../served";
import { summarise } from "../speed/figures";
import type { Group } from "../speed/groups";
import type { Options } from "../speed/options";
import { settle } from "../speed/owners";
import { contactsOf } from "../speed/writes";
import { type Asker, ask, perSecond } from "./ask";
import { firstSight, openBrowser } from "./browser";
import type { PageRow } from "./figures";
import { fillPages } from "./fill";
import { soak } from "./soak";
import { type Facts, floor, type Visit, visits } from "./visits";

export type Pages = { floor: PageRow; rows: PageRow[]; restMb: number | null; soak: (number | null)[] };

type Visited = { data: string; facts: Facts; asker: Asker };
/** One line of the table in the making. */
type Line = { visit: Visit; owner: Visited; times: number[]; bytes: number[]; asked: number; row: Partial<PageRow> };

const warmUps = 5;
const sights = 3;
const connections = 10;
const nobody: Facts = { contact: "", batch: "", deep: { start: 0, after: "" }, people: [] };

/** Fills the owners with what the pages show, serves, and measures everything. The server ends with the command. */
export async function measurePages(admin: Client, groups: Group[], options: Options, undo: Undo): Promise<Pages> {
  const known = await step("Filling the desks", "Desks filled", async () => {
    const filled = [];
    for (const { owners, contacts } of groups) filled.push(await fillPages(admin, owners[0] as OwnerId, contacts));
    await settle(admin);
    return filled;
  });
  const folder = await mkdtemp(join(tmpdir(), "vouch-bench-"));
  undo(() => rm(folder, { recursive: true }));
  // Written when it ends: where its time went.
  const flags = options.profile ? ["--cpu-prof", `--cpu-prof-dir=${resolve(options.profile)}`] : [];
  const { pid, at } = await serveApp(folder, undo, { flags });
  await sleep(options.isQuick ? 1_000 : 60_000); // V8 gives back what only the start needed, once it has nothing to do
  const restMb = memoryMb(pid, "VmRSS"); // started, and asked for nothing yet
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  undo(() => agent.destroy());

  const origin = at("/");
  const owners: Visited[] = [];
  for (const [place, { data, contacts, owners: ids }] of groups.entries()) {
    const owner = ids[0] as OwnerId;
    const asker = { origin, agent, cookie: await cookieOf(admin, owner) };
    const facts = { ...(known[place] as { contact: string; batch: string }), people: await contactsOf(admin, owner) };
    owners.push({ data, asker, facts: { ...facts, deep: await deepIn(asker, contacts) } });
  }
  const lines: Line[] = [
    lineOf(floor, { data: "", facts: nobody, asker: { origin, agent } }),
    ...visits.flatMap((visit) => owners.map((owner) => lineOf(visit, owner))),
  ];

  await atOneConnection(
    lines.map((line) => ({ ...line, times: [], bytes: [] })),
    warmUps,
  ); // whatever is loaded at the first request is loaded
  await step("Asking for the pages, one at a time", "Pages asked for, one at a time", () =>
    atOneConnection(lines, options.samples / 2),
  );
  await step(`Asking for them ten at a time`, "Pages asked for, ten at a time", () =>
    underLoad(lines, pid, options.seconds),
  );
  await step("Opening them in Chromium", "Opened in Chromium", () => inBrowser(lines, undo));
  const minutes = options.soak ? await soak(pid, options.soak, (nth) => askFor(lines[nth % lines.length] as Line)) : [];
  const [first, ...rows] = lines.map(finished);
  return { floor: first as PageRow, rows, restMb, soak: minutes };
}

const lineOf = (visit: Visit, owner: Visited): Line => ({
  ...{ visit, owner, times: [], bytes: [], asked: 0 },
  row: { work: visit.work, data: owner.data },
});

function finished({ times, bytes, row }: Line): PageRow {
  const most = (values: number[]) => values.reduce((one, other) => Math.max(one, other), 0);
  return { ...row, time: summarise(times), bytes: most(bytes) } as PageRow;
}

const askFor = (line: Line) => ask(line.owner.asker, line.visit.ask(line.owner.facts, line.asked++));

/** The 50,000th row, or the middle of a shorter list. */
export async function deepIn({ origin, cookie }: Asker, contacts: number): Promise<Facts["deep"]> {
  const start = Math.min(50 * 999, Math.floor(contacts / 2));
  const answer = await fetch(new URL(`/api/contacts/rows?start=${start - 1}&limit=1`, origin), {
    headers: { cookie: cookie ?? "" },
  });
  const { contacts: rows } = (await answer.json()) as { contacts: { cursor: string }[] };
  return { start, after: encodeURIComponent(rows[0]?.cursor ?? "") };
}

/** In turns, so that whatever else the machine does hits all of them alike. */
async function atOneConnection(lines: Line[], rounds: number) {
  for (let round = 0; round < rounds; round++) {
    for (const line of lines) {
      stopRequested.throwIfAborted();
      const { ms, bytes } = await askFor(line);
      line.times.push(ms);
      line.bytes.push(bytes);
    }
  }
}

async function underLoad(lines: Line[], pid: number, seconds: number) {
  for (const line of lines) {
    stopRequested.throwIfAborted();
    forgetPeak(pid);
    line.row.perSecond = await perSecond(connections, seconds, () => askFor(line));
    line.row.peakMb = memoryMb(pid, "VmHWM");
  }
}

async function inBrowser(lines: Line[], undo: Undo) {
  const browser = await openBrowser();
  undo(() => browser.close());
  for (const line of lines) if (line.visit.isScreen) await sightOf(line, browser);
  await browser.close();
}

async function sightOf({ visit, owner, row }: Line, browser: Browser) {
  const { origin, cookie } = owner.asker;
  const seen = [];
  for (let nth = 0; nth < sights; nth++) {
    stopRequested.throwIfAborted();
    seen.push(await firstSight(browser, new URL(visit.ask(owner.facts, nth).path, origin), cookie));
  }
  const { median } = summarise(seen.map(({ paintMs }) => paintMs));
  if (median > 0) row.paintMs = median; // an empty page paints nothing
  row.script = Math.max(...seen.map(({ script }) => script));
}
