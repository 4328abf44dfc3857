// An export as it arrives: kept part by part, compressed, until all of it is there. Its job reads it then, so that
// nobody has to keep a page open, and a server that is restarted goes on.
import "server-only";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import { noteEvent } from "@/lib/audit/data";
import { asOwner, type OwnerDb, type OwnerId } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import { finishSending, forgetRestore, keepPart, readPart, startSending } from "./run/data";

const compress = promisify(gzip);
const uncompress = promisify(gunzip);
const partBytes = 2_000_000;
/** What is handed on at once: small enough that V8 lets go of its text at once. */
const pieceBytes = 64_000;

/**
 * Keeps `bytes` and asks for the job that brings them back. Throws a Refusal, and keeps nothing, where they can't be
 * brought back or are more than the limit.
 */
export async function receive(
  owner: OwnerId,
  bytes: AsyncIterable<Uint8Array>,
  limits: { megabytes: number },
  request: (id: string) => Promise<void>,
): Promise<void> {
  const write = <T>(work: (db: OwnerDb) => Promise<T>) => asOwner(owner, work);
  const id = await write(startSending);
  try {
    let n = 0;
    for await (const part of inParts(limited(bytes, limits.megabytes))) {
      const packed = new Uint8Array(await compress(part, { level: 1 }));
      await write((db) => keepPart(db, id, ++n, packed));
    }
    await write(async (db) => {
      if (!(await finishSending(db, id))) return;
      await noteEvent(db, "restore.upload", "restore", [id]);
      await request(id);
    });
  } catch (error) {
    await write((db) => forgetRestore(db, id));
    throw error;
  }
}

/** The same bytes again. `onPart` hears which of the parts is read. */
export async function* received(
  owner: OwnerId,
  id: string,
  parts: number,
  onPart: (n: number) => Promise<void>,
): AsyncGenerator<Uint8Array> {
  for (let n = 1; n <= parts; n++) {
    await onPart(n);
    const part = await uncompress(await asOwner(owner, (db) => readPart(db, id, n)));
    for (let at = 0; at < part.length; at += pieceBytes) yield part.subarray(at, at + pieceBytes);
  }
}

async function* limited(bytes: AsyncIterable<Uint8Array>, megabytes: number): AsyncGenerator<Uint8Array> {
  let total = 0;
  for await (const chunk of bytes) {
    total += chunk.length;
    if (total > megabytes * 1_000_000) throw new Refusal("tooLarge", undefined, { limit: megabytes });
    yield chunk;
  }
}

async function* inParts(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    chunks.push(chunk);
    size += chunk.length;
    if (size < partBytes) continue;
    yield Buffer.concat(chunks);
    chunks = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(chunks);
}
