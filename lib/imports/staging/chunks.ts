// Rows on their way from a file to the database, in lists that are neither long nor large.
import type { StagedRow } from "../file/staged-row";
import type { OpenFile } from "../open-file";
import type { PeopleInFiles } from "./people";

/** Small enough that V8 lets go of each at once (larger strings wait for a full collection), large enough to be worth the way. */
const chunkRows = 1_000;
const chunkCharacters = 100_000;

/** Every row of the file; who they name is added to `people`. */
export async function* stagedRows({ kind, rows }: OpenFile, people: PeopleInFiles): AsyncGenerator<StagedRow> {
  for await (const chunk of rows) {
    for (const { row, participants = [] } of chunk) {
      if (kind === "MESSAGES") people.addMessage(participants);
      else if (kind === "EVENTS") people.addEvent(participants);
      else people.addWanted(participants);
      yield row;
    }
  }
}

/** As JSON lists, each enough for one statement by number and by size. */
export async function* inChunks<T>(
  items: AsyncIterable<T> | Iterable<T>,
): AsyncGenerator<{ count: number; json: string }> {
  let chunk: string[] = [];
  let size = 0;
  const taken = () => {
    const list = { count: chunk.length, json: `[${chunk.join(",")}]` };
    chunk = [];
    size = 0;
    return list;
  };
  for await (const item of items) {
    const json = JSON.stringify(item);
    chunk.push(json);
    size += json.length;
    if (chunk.length >= chunkRows || size >= chunkCharacters) yield taken();
  }
  if (chunk.length > 0) yield taken();
}
