// One uploaded file, from its bytes to a preview. It streams: memory stays flat however large the file is.
import "server-only";
import { asOwner, type OwnerDb, type OwnerId } from "../db";
import { Refusal } from "../refusal";
import { readConnection } from "./connections/read";
import { type CsvFile, openCsv } from "./file/csv-file";
import type { CsvRow } from "./file/csv-rows";
import { type Bytes, decodeText } from "./file/decode";
import type { ImportLimits } from "./file/limits";
import type { StagedRow } from "./file/staged-row";
import { readMessage } from "./messages/read";
import { plan } from "./plan";
import { finishReading, refuseFile, stagePeople, stageRows, startReading } from "./staging/data";
import { PeopleInFile } from "./staging/people";

/** Small enough that V8 lets go of each at once (larger strings wait for a full collection), large enough to be worth the way. */
const chunkRows = 1_000;
const chunkCharacters = 100_000;
const readingMs = 60_000;

/**
 * Reads a file and keeps its rows aside for a preview; answers with the import's id. A file that can't be imported
 * becomes a refused import that says why and where. Whatever else goes wrong leaves nothing and is thrown.
 */
export async function readUpload(
  owner: OwnerId,
  file: { name: string; bytes: Bytes },
  limits: ImportLimits,
): Promise<string> {
  const write = <T>(work: (db: OwnerDb) => Promise<T>) => asOwner(owner, work, { timeoutMs: readingMs });
  const id = await write((db) => startReading(db, file.name));
  try {
    const csv = await openCsv(decodeText(file.bytes, limits.bytes), limits);
    const people = new PeopleInFile(limits.people);
    const rows = await stageAll(stagedRows(csv, people), (json) => write((db) => stageRows(db, id, json)));
    if (rows === 0) throw new Refusal("noRows");
    for await (const named of inChunks(people.all())) await write((db) => stagePeople(db, id, named.json));
    await write(async (db) => {
      await finishReading(db, id, csv.header.kind, rows);
      await plan(db, id);
    });
  } catch (error) {
    if (!(error instanceof Refusal)) {
      await write((db) => db.importBatch.deleteMany({ where: { id } }));
      throw error;
    }
    await write((db) => refuseFile(db, id, { code: error.code, ...error.params }));
  }
  return id;
}

/** Reads the next rows while the last ones are written. Nothing is on its way any more when it returns or throws. */
async function stageAll(rows: AsyncIterable<StagedRow>, stage: (json: string) => Promise<void>): Promise<number> {
  let count = 0;
  let written = Promise.resolve();
  try {
    for await (const chunk of inChunks(rows)) {
      count += chunk.count;
      await written;
      written = stage(chunk.json);
      written.catch(() => undefined); // thrown at the next await
    }
    await written;
  } finally {
    await written.catch(() => undefined);
  }
  return count;
}

async function* stagedRows({ header, rows }: CsvFile, people: PeopleInFile): AsyncGenerator<StagedRow> {
  const now = new Date();
  // A day's grace: the owner's today may be ahead of the server's.
  const today = new Date(now.getTime() + 86_400_000).toISOString().slice(0, 10);
  const read = (row: CsvRow): StagedRow => {
    if (header.kind === "CONNECTIONS") return readConnection(row, header, today);
    const message = readMessage(row, header, now);
    people.add(message.participants);
    return message.row;
  };
  for await (const chunk of rows) yield* chunk.map(read);
}

/** As JSON lists, each enough for one statement by number and by size. */
async function* inChunks<T>(items: AsyncIterable<T> | Iterable<T>): AsyncGenerator<{ count: number; json: string }> {
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
