// Everything but the pages, on the same data. Sizes and queries take turns, so that whatever
// else the machine does hits all of them alike.
import type { Client } from "pg";
import type { OwnerId } from "@/lib/db";
import { findEverything } from "@/lib/search/data";
import { stopRequested } from "../../scripts/command";
import { step } from "../../scripts/say";
import type { Database } from "./database";
import { type Row, ratio, summarise, type Target } from "./figures";
import { count, type Group, type Groups } from "./groups";
import { queueOnTheFly } from "./on-the-fly";
import type { Options } from "./options";
import { pageQueries, queue, statementOf, timeRead, timeStatement } from "./pages";
import { contactsOf, timeImport, timeLog, timeRebuild } from "./writes";

type Timed = { row: Row; ms: number[]; whole: number[] };

const warmUps = 5;

/** The statements of pages and what writes one row. `sized` are the owners of one size each, `many` the small ones. */
export async function measureStatements({ admin, app }: Database, groups: Groups, options: Options): Promise<Row[]> {
  const { sized, many } = groups;
  const pages = await step("Measuring the statements", "Statements measured", () =>
    measurePages(app, [...sized, ...many], options),
  );
  const fly = await step("Adding up on the fly", "Added up on the fly", () => measureOnTheFly(app, sized));
  const searches = await step("Searching", "Searched", () => measureSearches(sized, options));
  const logs = await step("Logging interactions", "Interactions logged", () => measureLogs(admin, sized, options));
  return [...pages, ...fly, ...compare(pages, fly, sized), ...searches, ...logs, ...growth(logs, sized)];
}

const timed = (work: string, data: string, target?: Target): Timed => ({
  row: { work, data, unit: "ms", median: Number.NaN, ...(target && { target }) },
  ms: [],
  whole: [],
});

function settled({ row, ms, whole }: Timed): Row {
  const { median, p95, samples } = summarise(ms);
  return { ...row, median, p95, samples, ...(whole.length > 0 && { whole: summarise(whole).median }) };
}

/** Each round asks every query of every group once, as a bare statement and through the product's own function. */
async function measurePages(app: Client, groups: Group[], { samples }: Options): Promise<Row[]> {
  const floor = timed("select 1: what nothing takes", "");
  const rows = pageQueries.map((query) => groups.map(({ data }) => timed(query.work, data, { atMost: query.atMost })));
  for (let round = -warmUps; round < samples; round++) {
    stopRequested.throwIfAborted();
    for (const [place, { owners }] of groups.entries()) {
      // A stride through the owners: another one each time, none of them before all the others had their turn.
      const owner = owners[((round + warmUps) * 7) % owners.length] as OwnerId;
      for (const [nth, query] of pageQueries.entries()) {
        const { ms } = await timeStatement(app, owner, await statementOf(query, owner));
        const whole = await timeRead(owner, query.read);
        if (round < 0) continue;
        rows[nth]?.[place]?.ms.push(ms);
        rows[nth]?.[place]?.whole.push(whole);
      }
      const nothing = await timeStatement(app, owner, { text: "select 1", values: [] });
      const whole = await timeRead(owner, (db) => db.$queryRaw`select 1`);
      if (round < 0) continue;
      floor.ms.push(nothing.ms);
      floor.whole.push(whole);
    }
  }
  return [floor, ...rows.flat()].map(settled);
}

/** One letter, two, a slip, another order, a word in many notes, one nobody has. */
const searches = ["a", "an", "petrof", "Petrov Nadia", "talked", "zyxwvq"];

/** All that the palette asks for while somebody types: its statements, in their transaction. */
async function measureSearches(groups: Group[], { samples }: Options): Promise<Row[]> {
  const rows = searches.map((typed) =>
    groups.map(({ data }) => timed(`search as one types: ${typed}`, data, { atMost: 50 })),
  );
  for (let round = -warmUps; round < samples / 4; round++) {
    stopRequested.throwIfAborted();
    for (const [place, { owners }] of groups.entries()) {
      for (const [nth, typed] of searches.entries()) {
        const ms = await timeRead(owners[0] as OwnerId, (db) => findEverything(db, typed));
        if (round >= 0) rows[nth]?.[place]?.ms.push(ms);
      }
    }
  }
  return rows.flat().map(settled);
}

/** Refuses to go on where the order isn't that of the stored queue: the two would not be comparable. */
async function measureOnTheFly(app: Client, groups: Group[]): Promise<Row[]> {
  const rows = groups.map(({ data }) => timed("the same, added up on the fly", data));
  for (let round = -1; round < 3; round++) {
    for (const [place, { owners }] of groups.entries()) {
      stopRequested.throwIfAborted();
      const [owner] = owners as [OwnerId];
      const stored = await timeStatement(app, owner, await statementOf(queue, owner));
      const fly = await timeStatement(app, owner, queueOnTheFly(owner, stored.rows.length));
      const order = (answer: typeof fly) => answer.rows.map(({ contactId }) => contactId).join();
      if (order(stored) !== order(fly)) throw new Error("Added up on the fly, the queue has another order.");
      if (round >= 0) rows[place]?.ms.push(fly.ms);
    }
  }
  return rows.map(settled);
}

/** One interaction with five contacts, others each time. */
async function measureLogs(admin: Client, groups: Group[], { samples }: Options): Promise<Row[]> {
  const rows = groups.map(({ data }) => timed("log a meeting with 5 people, commit included", data, { atMost: 10 }));
  const known = await Promise.all(groups.map(({ owners }) => contactsOf(admin, owners[0] as OwnerId)));
  for (let round = -warmUps; round < samples / 2; round++) {
    stopRequested.throwIfAborted();
    for (const [place, { owners }] of groups.entries()) {
      const people = known[place] as string[];
      const chosen = [1, 2, 3, 4, 5].map((nth) => people[((round + warmUps) * 7_919 + nth * 104_729) % people.length]);
      const ms = await timeLog(owners[0] as OwnerId, [...new Set(chosen as string[])]);
      if (round >= 0) rows[place]?.ms.push(ms);
    }
  }
  return rows.map(settled);
}

/** On the largest owner, last of all: what they write anew leaves the tables less tidy than they were. */
export async function measureBulk(
  { app }: Database,
  { data, contacts, owners }: Group,
  options: Options,
): Promise<Row[]> {
  const [owner] = owners as [OwnerId];
  const { imported, interactionsEach } = options;
  // The targets are for these amounts.
  const target = (amount: number, of: number, atMost: number) => (amount === of ? { atMost } : undefined);
  const file = timed(`read and preview ${count(imported)} messages`, data);
  const run = timed(`import ${count(imported)} messages`, data, target(imported, 100_000, 12_000));
  const interactions = contacts * interactionsEach;
  const rebuild = timed(
    `rebuild ${count(interactions)} interactions, all rules`,
    data,
    target(interactions, 1_000_000, 20_000),
  );
  for (let round = 0; round < 3; round++) {
    stopRequested.throwIfAborted();
    const { preview, ms } = await timeImport(owner, imported, contacts);
    file.ms.push(preview);
    run.ms.push(ms);
  }
  for (const halfLife of [181, 180, 181]) {
    stopRequested.throwIfAborted();
    rebuild.ms.push(await timeRebuild(app, owner, halfLife));
  }
  return [file, run, rebuild].map(settled);
}

const find = (rows: Row[], work: string, { data }: Group): Row => {
  const row = rows.find((candidate) => candidate.work === work && candidate.data === data);
  if (!row) throw new Error(`"${work}" was not measured on ${data}.`);
  return row;
};

function compare(pages: Row[], fly: Row[], sized: Group[]): Row[] {
  const times = sized.map((group, place) => {
    const target = group.contacts === 100_000 ? { atLeast: 1_000 } : undefined;
    return ratio(
      "how much faster the stored queue is",
      group.data,
      fly[place] as Row,
      find(pages, queue.work, group),
      target,
    );
  });
  return [...times, ...growth(pages, sized)];
}

/** How much longer everything takes for the largest owner than for the smallest. */
function growth(rows: Row[], sized: Group[]): Row[] {
  const [small, large] = [sized[0] as Group, sized.at(-1) as Group];
  if (small === large) return [];
  const works = new Set(rows.filter(({ target }) => target).map(({ work }) => work));
  return [...works].map((work) =>
    ratio(
      `growth: ${work}`,
      `${small.data} → ${count(large.contacts)}`,
      find(rows, work, large),
      find(rows, work, small),
      {
        atMost: 1.5,
      },
    ),
  );
}
