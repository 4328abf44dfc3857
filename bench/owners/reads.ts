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
import { timeRead } from "../speed/pages";
import { contactsOf } from "../speed/writes";
import { stopwatch } from "../stopwatch";
import { tellFigures } from "./told";
import { asActive, compared, head, waysToAsk } from "./ways";

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

/**
 * Everybody and everything in turns; then each page a hundred times, for the processor time of it, which other work on the
 * machine doesn't lengthen. `cached`: where Postgres found the blocks of those reads.
 */
export async function readPages(admin: Client, owners: OwnerId[]) {
  const people = await contactsOf(admin, owners[0] as OwnerId); // the others' have the same ids
  const ways = waysToAsk(owners, { seed: 1, from: 0 });
  const active = asActive(owners, 2);
  const times = pages.map(() => ways.map(() => [] as number[]));
  for (let round = -warmUps; round < rounds; round++) {
    stopRequested.throwIfAborted();
    const contactId = people[((round + warmUps) * 7) % people.length] as string;
    for (const [nth, { read }] of pages.entries()) {
      for (const [way, next] of ways.entries()) {
        const ms = await timeRead(next(), (db) => read(db, contactId));
        if (round >= 0) times[nth]?.[way]?.push(ms);
      }
    }
  }

  const before = await blocks(admin, owners[0] as OwnerId);
  const { times: worked, timed } = stopwatch(admin);
  for (const { work, read } of pages) {
    await timed(work, async () => {
      for (let nth = 0; nth < again; nth++) {
        stopRequested.throwIfAborted();
        await timeRead(active(), (db) => read(db, people[(nth * 7) % people.length] as string));
      }
    });
  }
  const after = await blocks(admin, owners[0] as OwnerId);
  const [hit, read] = [after.hit - before.hit, after.read - before.read];
  return {
    head: [...head, "processor: Postgres", "Node"],
    rows: pages.map(({ work }, nth) => [
      ...compared(work, times[nth] ?? []).cells,
      ...[worked[nth]?.postgres, worked[nth]?.node].map((seconds) => inMs((seconds ?? Number.NaN) / again)),
    ]),
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
