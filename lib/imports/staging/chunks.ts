// Rows on their way from a file to the database, in lists that are neither long nor large.
import { giveWay } from "@/lib/operations/give-way";
import type { StagedRow } from "../file/staged-row";
import type { OpenFile } from "../open-file";
import type { PeopleInFiles } from "./people";

/** Small enough to be nothing beside the heap, large enough to be worth the way: docs/performance.md. */
const chunkRows = 2_500;
const chunkCharacters = 250_000;

/** Every row of the file, in lists as they are read; who they name is added to `people`. */
export async function* stagedRows({ kind, rows }: OpenFile, people: PeopleInFiles): AsyncGenerator<StagedRow[]> {
  for await (const read of rows) {
    for (const { participants } of read) {
      if (!participants) continue;
      if (kind === "MESSAGES") people.addMessage(participants);
      else if (kind === "EVENTS") people.addEvent(participants);
      else people.addWanted(participants);
    }
    yield read.map(({ row }) => row);
    await giveWay();
  }
}

export type Lists<T> = AsyncIterable<T[]> | Iterable<Iterable<T>>;
export type Chunk = { count: number; json: string };

/** So many are made into text at once, which takes a third of what it takes one by one. No more: each may be large. */
const atOnce = 20;

/** As JSON lists, each enough for one statement by number and by size. */
export async function* inChunks<T>(lists: Lists<T>): AsyncGenerator<Chunk> {
  let items: T[] = [];
  let texts: string[] = [];
  let count = 0;
  let size = 0;
  const stringify = () => {
    const json = JSON.stringify(items).slice(1, -1);
    texts.push(json);
    count += items.length;
    size += json.length;
    items = [];
  };
  const taken = () => {
    const chunk = { count, json: `[${texts.join(",")}]` };
    texts = [];
    count = 0;
    size = 0;
    return chunk;
  };
  for await (const list of lists) {
    for (const item of list) {
      if (items.push(item) === atOnce) stringify();
      if (count >= chunkRows || size >= chunkCharacters) yield taken();
    }
  }
  if (items.length > 0) stringify();
  if (count > 0) yield taken();
}
