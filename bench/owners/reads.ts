// How fast pages read for one owner again and again, for many as they would be active, and for those nobody has asked for.
import type { Client } from "pg";
import { getContact } from "@/lib/contacts/data";
import { listContacts } from "@/lib/contacts/list/data";
import { contactQuery } from "@/lib/contacts/list/schema";
import { listTimeline } from "@/lib/contacts/timeline/data";
import type { OwnerDb, OwnerId } from "@/lib/db";
import { findEverything } from "@/lib/search/data";
import { listQueue } from "@/lib/strength/lanes/queue/data";
import { getToday } from "@/lib/today/data";
import { stopRequested } from "../../scripts/command";
import { randomFrom, zipf } from "../scale/zipf";
import { figure, summarise } from "../speed/figures";
import { timeRead } from "../speed/pages";
import { contactsOf } from "../speed/writes";
import { stopwatch } from "../stopwatch";
import { tellFigures } from "./told";

/** The exponent of Zipf's law: 1 is usual for what people do. */
export const exponent = 1;
const [rounds, warmUps, again] = [40, 3, 100];

const query = contactQuery.parse({});
type Page = { work: string; read: (db: OwnerDb, contactId: string) => Promise<unknown> };
const pages: Page[] = [
  { work: "select 1: what nothing takes", read: (db) => db.$queryRaw`select 1` },
  { work: "Today", read: (db) => getToday(db, "Europe/Oslo") },
  { work: "contacts, first page", read: (db) => listContacts(db, query) },
  {
    work: "a contact and their timeline",
    read: async (db, contactId) => [
      await getContact(db, contactId),
      await listTimeline(db, contactId, { show: "all", older: undefined }),
    ],
  },
  { work: "queue, first page", read: (db) => listQueue(db) },
  { work: "search: petrof", read: (db) => findEverything(db, "petrof") },
];

/** Which owner is at which rank: neighbours in the tables aren't neighbours in use. */
export const ranked = (owners: OwnerId[]) => (rank: number) => owners[(rank * 7_919) % owners.length] as OwnerId;

/**
 * Everybody and everything in turns; then each page a hundred times, for the processor time of it, which other work on the
 * machine doesn't lengthen. `cached`: where Postgres found the blocks of those reads.
 */
export async function readPages(admin: Client, owners: OwnerId[]) {
  const people = await contactsOf(admin, owners[0] as OwnerId); // the others' have the same ids
  const [draw, at] = [zipf(owners.length, exponent, randomFrom(1)), ranked(owners)];
  let turn = 0;
  const ways = [
    { who: "one owner", next: () => owners[0] as OwnerId },
    { who: "as active as Zipf says", next: () => at(draw()) },
    { who: "others each time", next: () => at(owners.length + turn++) },
  ];
  const times = pages.map(() => ways.map(() => [] as number[]));
  for (let round = -warmUps; round < rounds; round++) {
    stopRequested.throwIfAborted();
    const contactId = people[((round + warmUps) * 7) % people.length] as string;
    for (const [nth, { read }] of pages.entries()) {
      for (const [way, { next }] of ways.entries()) {
        const ms = await timeRead(next(), (db) => read(db, contactId));
        if (round >= 0) times[nth]?.[way]?.push(ms);
      }
    }
  }

  const before = await blocks(admin, at(0));
  const { times: worked, timed } = stopwatch(admin);
  for (const { work, read } of pages) {
    await timed(work, async () => {
      for (let nth = 0; nth < again; nth++) {
        stopRequested.throwIfAborted();
        await timeRead(at(draw()), (db) => read(db, people[(nth * 7) % people.length] as string));
      }
    });
  }
  const after = await blocks(admin, at(0));
  const [hit, read] = [after.hit - before.hit, after.read - before.read];
  return {
    head: ["median (p95)", ...ways.map(({ who }) => who), "Zipf's ÷ one's", "processor: Postgres", "Node"],
    rows: pages.map(({ work }, nth) => {
      const summaries = (times[nth] ?? []).map(summarise);
      const [one, many] = summaries;
      return [
        work,
        ...summaries.map(({ median, p95 }) => `${figure(median, "ms")} (${figure(p95, "ms")})`),
        figure((many?.median ?? 0) / (one?.median ?? 1), "×"),
        ...[worked[nth]?.postgres, worked[nth]?.node].map((seconds) => inMs((seconds ?? Number.NaN) / again)),
      ];
    }),
    cached: `A read of these looked at ${((hit + read) / again / pages.length).toFixed(0)} blocks; ${((hit / (hit + read)) * 100).toFixed(1)} % of them were in shared_buffers.`,
  };
}

/** Of processor time in seconds, which Postgres' processes tell in hundredths. */
const inMs = (seconds: number) => `${(seconds * 1_000).toFixed(1)} ms`;

async function blocks(admin: Client, owner: OwnerId) {
  await tellFigures(owner, 1);
  const { rows } = await admin.query<{ hit: number; read: number }>(
    "select blks_hit::float as hit, blks_read::float as read from pg_stat_database where datname = current_database()",
  );
  return rows[0] ?? { hit: 0, read: 0 };
}
