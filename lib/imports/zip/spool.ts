// An archive is read from its end, so it has to be whole first: it waits on the disk, not in memory.
import { type FileHandle, mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Refusal } from "@/lib/refusal";
import type { Bytes } from "../file/decode";

/**
 * The bytes as an open file that has no name any more: however this process ends, nothing stays behind. Throws a
 * Refusal where there are more than `maxBytes`.
 */
export async function spool(bytes: Bytes, maxBytes: number): Promise<FileHandle> {
  const folder = await mkdtemp(join(tmpdir(), "vouch-"));
  let file: FileHandle | undefined;
  try {
    file = await open(join(folder, "archive"), "wx+", 0o600);
    await rm(folder, { recursive: true });
    let size = 0;
    for await (const chunk of bytes) {
      size += chunk.length;
      if (size > maxBytes) throw new Refusal("tooLarge", undefined, { limit: Math.floor(maxBytes / 1_000_000) });
      await file.writeFile(chunk);
    }
    return file;
  } catch (error) {
    await file?.close();
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
