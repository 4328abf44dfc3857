// Rows on their way from a file to the database, in lists that are neither long nor large.
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
  }
}

export type Lists<T> = AsyncIterable<T[]> | Iterable<Iterable<T>>;
export type Chunk = { count: number; json: string };

/** As JSON lists, each enough for one statement by number and by size. */
export async function* inChunks<T>(lists: Lists<T>): AsyncGenerator<Chunk> {
  let chunk: string[] = [];
  let size = 0;
  const taken = () => {
    const list = { count: chunk.length, json: `[${chunk.join(",")}]` };
    chunk = [];
    size = 0;
    return list;
  };
  for await (const items of lists) {
    for (const item of items) {
      const json = JSON.stringify(item);
      chunk.push(json);
      size += json.length;
      if (chunk.length >= chunkRows || size >= chunkCharacters) yield taken();
    }
  }
  if (chunk.length > 0) yield taken();
}
