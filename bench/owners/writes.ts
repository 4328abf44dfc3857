// What some minutes of writing for many owners do: how fast it is, what the tables become, and whether autovacuum came.
import { randomUUID } from "node:crypto";
import type { Client } from "pg";
import { asOwner, type OwnerId } from "@/lib/db";
import { logInteraction } from "@/lib/interactions/data";
import { getToday } from "@/lib/today/data";
import { stopRequested } from "../../scripts/command";
import { figure, summarise } from "../speed/figures";
import { timeRead } from "../speed/pages";
import { contactsOf } from "../speed/writes";
import { stopwatch } from "../stopwatch";
import { tellFigures } from "./told";
import { asActive } from "./ways";

const [atOnce, alone] = [4, 60];

type Table = {
  name: string;
  live: number;
  dead: number;
  updated: number;
  hot: number;
  vacuums: number;
  analyses: number;
  bytes: number;
};

/** Four at a time, each logging a meeting with two people of some owner and then looking at that owner's Today. */
export async function writeFor(admin: Client, owners: OwnerId[], minutes: number) {
  const people = await contactsOf(admin, owners[0] as OwnerId); // the others' have the same ids
  const active = asActive(owners, 2);
  const [logs, reads] = [[] as number[], [] as number[]];
  const { times, timed } = stopwatch(admin);
  await timed("log", async () => {
    for (let nth = 1; nth <= alone; nth++)
      await timeLog(active(), [people[nth % people.length] as string, people[0] as string], -nth);
  });
  const [one] = times;
  const before = await tables(admin);
  const walBefore = await walBytes(admin);
  const started = performance.now();
  const until = started + minutes * 60_000;
  const work = async (nth: number) => {
    for (let round = nth; performance.now() < until; round += atOnce) {
      stopRequested.throwIfAborted();
      const owner = active();
      const chosen = [people[(round * 7) % people.length], people[(round * 11 + 1) % people.length]] as string[];
      logs.push(await timeLog(owner, [...new Set(chosen)], round));
      reads.push(await timeRead(owner, (db) => getToday(db, "Europe/Oslo")));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, (_, nth) => work(nth)));
  const seconds = (performance.now() - started) / 1_000;
  const wal = (await walBytes(admin)) - walBefore;
  await tellFigures(owners[0] as OwnerId, atOnce);
  const after = await tables(admin);

  // What autovacuum will do one day, of the table whose updates can't be HOT: its indexes hold what changes.
  const vacuum = performance.now();
  await admin.query("vacuum contact_standing");
  const vacuumed = (performance.now() - vacuum) / 1_000;

  const line = (what: string, ms: number[]) => {
    const { median, p95, samples } = summarise(ms);
    return [
      what,
      figure(median, "ms"),
      figure(p95, "ms"),
      samples.toLocaleString("en"),
      (samples / seconds).toFixed(1),
    ];
  };
  return {
    speed: {
      head: ["four at a time", "median", "p95", "done", "a second"],
      rows: [line("log a meeting with 2 people", logs), line("Today", reads)],
    },
    walPerLog: wal / logs.length,
    processor: `One meeting takes Postgres ${(((one?.postgres ?? Number.NaN) / alone) * 1_000).toFixed(1)} ms of processor time and Node ${(((one?.node ?? Number.NaN) / alone) * 1_000).toFixed(1)}.`,
    vacuumed: `Vacuuming contact_standing then took ${vacuumed.toFixed(1)} s.`,
    tables: {
      head: [
        `${(wal / logs.length / 1_000).toFixed(0)} kB of WAL a meeting`,
        "grew by",
        "a meeting",
        "updates, HOT",
        "dead",
        "of rows",
        "vacuums",
        "analyses",
      ],
      rows: after
        .flatMap((now) => {
          const was = before.find(({ name }) => name === now.name);
          return was && now.bytes + now.updated > was.bytes + was.updated
            ? [{ now, was, grown: now.bytes - was.bytes }]
            : [];
        })
        .sort((a, b) => b.grown - a.grown)
        .slice(0, 10)
        .map(({ now, was, grown }) => [
          now.name,
          `${(grown / 1e6).toFixed(1)} MB`,
          `${(grown / logs.length / 1_000).toFixed(2)} kB`,
          now.updated > was.updated
            ? `${(((now.hot - was.hot) / (now.updated - was.updated)) * 100).toFixed(0)} %`
            : "",
          now.dead.toLocaleString("en"),
          `${((now.dead / Math.max(1, now.live)) * 100).toFixed(2)} %`,
          String(now.vacuums - was.vacuums),
          String(now.analyses - was.analyses),
        ]),
    },
  };
}

/** Milliseconds until it is committed. An hour ago and a little earlier each time, as nothing happens twice. */
async function timeLog(owner: OwnerId, contactIds: string[], round: number): Promise<number> {
  const what = { kind: "IN_PERSON", direction: "JOINT", depth: "NORMAL", groupSize: null, notes: "Lunch" } as const;
  const rest = { newNames: [], names: [], followUpTitle: null, followUpDue: null };
  const occurredAt = new Date(Date.now() - 3_600_000 - round * 1_000).toISOString();
  const started = performance.now();
  await asOwner(owner, (db) => logInteraction(db, randomUUID(), { ...what, ...rest, occurredAt, contactIds }));
  return performance.now() - started;
}

async function tables(admin: Client): Promise<Table[]> {
  const { rows } = await admin.query<Table>(
    `select relname as name, n_live_tup::float as live, n_dead_tup::float as dead, n_tup_upd::float as updated,
       n_tup_hot_upd::float as hot, autovacuum_count::int as vacuums, autoanalyze_count::int as analyses,
       pg_total_relation_size(relid)::float as bytes
     from pg_stat_user_tables where schemaname = 'public'`,
  );
  return rows;
}

async function walBytes(admin: Client): Promise<number> {
  const { rows } = await admin.query<{ bytes: number }>(
    "select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::float as bytes",
  );
  return rows[0]?.bytes ?? 0;
}
