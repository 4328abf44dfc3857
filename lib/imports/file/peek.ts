import type { Bytes } from "./decode";

/** How the bytes begin, as Latin letters one byte each, and all of them again. */
export async function peek(bytes: Bytes, count: number): Promise<{ start: string; bytes: AsyncGenerator<Uint8Array> }> {
  const source = bytes[Symbol.asyncIterator]();
  const read: Uint8Array[] = [];
  let length = 0;
  while (length < count) {
    const next = await source.next();
    if (next.done) break;
    read.push(next.value);
    length += next.value.length;
  }
  return { start: Buffer.concat(read).toString("latin1", 0, count), bytes: again(read, source) };
}

async function* again(start: Uint8Array[], source: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* start;
  for (let next = await source.next(); !next.done; next = await source.next()) yield next.value;
}
