// An upload kept on disk until all of it is there: the server gives a request five minutes to arrive, and writing a
// large file back takes longer than sending it.
import { type FileHandle, mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Refusal } from "@/lib/refusal";

/**
 * Receives `bytes`, then hands them to `work` as they came. The file has no name any more once it is open, so nothing
 * of it outlives this process, however that ends. Throws the Refusal `tooLarge` where there are more than the limit.
 */
export async function spooled<T>(
  bytes: AsyncIterable<Uint8Array>,
  maxMegabytes: number,
  work: (bytes: AsyncIterable<Uint8Array>) => Promise<T>,
): Promise<T> {
  const file = await namelessFile();
  try {
    let total = 0;
    for await (const chunk of bytes) {
      total += chunk.length;
      if (total > maxMegabytes * 1_000_000) throw new Refusal("tooLarge", undefined, { limit: maxMegabytes });
      await file.writeFile(chunk);
    }
    return await work(read(file));
  } finally {
    await file.close();
  }
}

async function namelessFile(): Promise<FileHandle> {
  const folder = await mkdtemp(join(tmpdir(), "vouch-"));
  const file = await open(join(folder, "upload"), "wx+", 0o600);
  await rm(folder, { recursive: true });
  return file;
}

async function* read(file: FileHandle): AsyncGenerator<Uint8Array> {
  for (let position = 0; ; ) {
    const { bytesRead, buffer } = await file.read({ buffer: Buffer.alloc(65_536), position });
    if (bytesRead === 0) return;
    position += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}
