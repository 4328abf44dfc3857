import type { Bytes } from "../file/decode";

/** Whether the bytes are an archive's, by how they begin, and all of them again. */
export async function isZip(bytes: Bytes): Promise<{ archive: boolean; bytes: AsyncGenerator<Uint8Array> }> {
  const source = bytes[Symbol.asyncIterator]();
  const start: Uint8Array[] = [];
  let length = 0;
  while (length < 4) {
    const next = await source.next();
    if (next.done) break;
    start.push(next.value);
    length += next.value.length;
  }
  const mark = Buffer.concat(start).subarray(0, 4).toString("latin1");
  return { archive: mark === "PK\u0003\u0004" || mark === "PK\u0005\u0006", bytes: again(start, source) };
}

async function* again(start: Uint8Array[], source: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* start;
  for (let next = await source.next(); !next.done; next = await source.next()) yield next.value;
}
