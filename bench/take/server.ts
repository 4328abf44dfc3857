// The production server, asked for the files as a browser asks: how much more memory it holds than at rest while each is
// taken, while a reader takes one slowly, and how soon a reader who goes away is forgotten.
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { get, type IncomingMessage } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { Client } from "pg";
import { renewFeed } from "@/lib/calendar-feed/data";
import { asAccount, type OwnerId } from "@/lib/db";
import { downloadNames } from "@/lib/exports/schema";
import type { Undo } from "../../scripts/command";
import { say } from "../../scripts/say";
import { cookieOf, serveApp } from "../served";

export type Served = { what: string; seconds: number; bytes: number; peakMb: number; aboveRestMb: number };

const slowMs = 20_000;

/** Each of `owner`'s files. `small` has next to nothing, and takes each once before: what every request costs is at rest. */
export async function measureServer(
  admin: Client,
  { owner, small }: Record<"owner" | "small", OwnerId>,
  folder: string,
  undo: Undo,
): Promise<Served[]> {
  const { pid, at } = await serveApp(folder, undo);

  const paths = downloadNames.map((name) => `/api/exports/${name}`);
  const cookie = await cookieOf(admin, small);
  for (const path of paths) await readAll(await ask(at(path), { cookie }));
  await sleep(2_000);
  const rest = memoryMb(pid, "VmRSS");
  say(`The server holds ${rest.toFixed(0)} MB at rest.`);

  const served: Served[] = [];
  const measure = async (what: string, work: () => Promise<number>) => {
    forgetPeak(pid);
    const start = performance.now();
    const bytes = await work();
    const peakMb = memoryMb(pid, "VmHWM");
    const seconds = (performance.now() - start) / 1000;
    served.push({ what, seconds, bytes, peakMb, aboveRestMb: peakMb - rest });
    say(
      `${what}: ${seconds.toFixed(1)} s, ${(bytes / 1e6).toFixed(0)} MB, ${(peakMb - rest).toFixed(0)} MB above rest`,
    );
  };

  const headers = { cookie: await cookieOf(admin, owner) };
  for (const path of paths) await measure(path, async () => readAll(await ask(at(path), headers)));
  const feed = at(`/api/calendar/${await asAccount(owner, (db) => renewFeed(db, true))}.ics`);
  let etag: string | undefined;
  await measure("the calendar feed", async () => {
    const response = await ask(feed, {});
    etag = response.headers.etag;
    return readAll(response);
  });
  await measure("the feed, unchanged", async () => readAll(await ask(feed, { "if-none-match": etag ?? "" })));

  let slow: IncomingMessage | undefined;
  await measure("everything.json, read slowly", async () => {
    slow = await ask(at("/api/exports/everything.json"), headers);
    return readSlowly(slow, slowMs);
  });
  await measure("that reader goes away", async () => {
    slow?.destroy();
    await noneOpen(admin);
    return 0;
  });
  return served;
}

async function ask(address: URL, headers: Record<string, string>): Promise<IncomingMessage> {
  const [response] = (await once(get(address, { headers, agent: false }), "response")) as [IncomingMessage];
  if (![200, 304].includes(response.statusCode ?? 0)) throw new Error(`${address.pathname}: ${response.statusCode}`);
  return response;
}

async function readAll(response: IncomingMessage): Promise<number> {
  let bytes = 0;
  for await (const chunk of response) bytes += chunk.length;
  if (!response.complete) throw new Error("It broke off.");
  return bytes;
}

/** A little every 100 ms, for `ms`. */
async function readSlowly(response: IncomingMessage, ms: number): Promise<number> {
  let bytes = 0;
  response.pause();
  for (const end = performance.now() + ms; performance.now() < end; ) {
    bytes += response.read()?.length ?? 0;
    await sleep(100);
  }
  return bytes;
}

/** Until no transaction of the application's is open. */
async function noneOpen(admin: Client) {
  const { username } = new URL(process.env.APP_DATABASE_URL as string);
  for (;;) {
    const { rowCount } = await admin.query(
      "select from pg_stat_activity where usename = $1 and datname = current_database() and xact_start is not null",
      [username],
    );
    if (rowCount === 0) return;
    await sleep(10);
  }
}

function memoryMb(pid: number, what: "VmRSS" | "VmHWM"): number {
  const kilobytes = new RegExp(`${what}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Number(kilobytes) / 1024;
}

/** From now on its highest memory is that of what follows. */
const forgetPeak = (pid: number) => writeFileSync(`/proc/${pid}/clear_refs`, "5");
