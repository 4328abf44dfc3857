// The files of an archive, one after the other, unpacked as they are read. What an archive says about itself may be a
// lie, so every limit is held twice: against what it says, and against what comes out.
import type { FileHandle } from "node:fs/promises";
import { crc32 } from "node:zlib";
import { type Entry, fromFdPromise, type ZipFile } from "yauzl";
import { Refusal } from "@/lib/refusal";
import type { Bytes } from "../file/decode";
import type { ImportLimits } from "../file/limits";
import type { FilePart } from "../file/multipart";
import { spool } from "./spool";

/** Nothing of the archive is taken, whichever of its files it was found in. */
export class ArchiveRefusal extends Refusal {}

type ZipLimits = Pick<ImportLimits, "bytes" | "entries" | "unpackedBytes" | "ratio">;

/** What even the emptiest table packs to; below it a ratio says nothing. */
const tooSmallToTell = 1_000_000;
const megabytes = (bytes: number) => Math.floor(bytes / 1_000_000);

/** Each table, address book and calendar (.csv, .vcf, .ics) in the archive, by its name without folders. Throws an ArchiveRefusal. */
export async function* filesInZip(bytes: Bytes, limits: ZipLimits): AsyncGenerator<FilePart> {
  const file = await spool(bytes, limits.bytes);
  try {
    yield* tables(await openZip(file), limits);
  } finally {
    await file.close();
  }
}

async function openZip(file: FileHandle): Promise<ZipFile> {
  try {
    // Names are judged here: yauzl would turn a backslash into a slash first.
    return await fromFdPromise(file.fd, { autoClose: false, decodeStrings: true, strictFileNames: true });
  } catch {
    throw new ArchiveRefusal("zipDamaged");
  }
}

async function* tables(zip: ZipFile, limits: ZipLimits): AsyncGenerator<FilePart> {
  if (zip.entryCount > limits.entries) throw new ArchiveRefusal("zipEntries", undefined, { limit: limits.entries });
  const wanted = await listTables(zip, limits);
  const out = { bytes: 0 };
  for (const entry of wanted) {
    yield { name: baseName(entry.fileName), bytes: unpacked(zip, entry, limits, out) };
  }
}

/** All entries are looked at before one is unpacked: an archive is refused whole or not at all. */
async function listTables(zip: ZipFile, limits: ZipLimits): Promise<Entry[]> {
  const wanted: Entry[] = [];
  let said = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      judge(entry, limits);
      said += entry.uncompressedSize;
      if (said > limits.unpackedBytes) refuseSize(limits);
      if (isTable(entry.fileName)) wanted.push(entry);
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new ArchiveRefusal(isPathFault(error) ? "zipPath" : "zipDamaged");
  }
  return wanted;
}

function judge(entry: Entry, { ratio }: ZipLimits): void {
  const name = baseName(entry.fileName);
  if (/^\[Content_Types\]\.xml$/i.test(entry.fileName)) throw new ArchiveRefusal("spreadsheet");
  if (/\.(zip|7z|rar|gz|tgz|tar|bz2|xz)$/i.test(name)) throw new ArchiveRefusal("zipNested");
  const isBomb = entry.uncompressedSize > Math.max(tooSmallToTell, entry.compressedSize * ratio);
  if (isBomb) throw new ArchiveRefusal("zipRatio", undefined, { limit: ratio });
  if (isTable(entry.fileName) && entry.isEncrypted()) throw new ArchiveRefusal("zipEncrypted");
}

/** The bytes of one entry. `out` counts what all of them came to. */
async function* unpacked(
  zip: ZipFile,
  entry: Entry,
  { unpackedBytes, ratio }: ZipLimits,
  out: { bytes: number },
): AsyncGenerator<Uint8Array> {
  let size = 0;
  let checksum = 0;
  const stream = await zip.openReadStreamPromise(entry).catch(() => {
    throw new ArchiveRefusal("zipDamaged");
  });
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      out.bytes += chunk.length;
      if (size > Math.max(tooSmallToTell, entry.compressedSize * ratio)) {
        throw new ArchiveRefusal("zipRatio", undefined, { limit: ratio });
      }
      if (out.bytes > unpackedBytes) refuseSize({ unpackedBytes });
      checksum = crc32(chunk, checksum);
      yield chunk;
    }
    if (checksum !== entry.crc32) throw new ArchiveRefusal("zipDamaged");
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new ArchiveRefusal(/too many bytes|not enough bytes/.test(String(error)) ? "zipSizes" : "zipDamaged");
  } finally {
    stream.destroy();
  }
}

function refuseSize({ unpackedBytes }: Pick<ZipLimits, "unpackedBytes">): never {
  throw new ArchiveRefusal("zipUnpacked", undefined, { limit: megabytes(unpackedBytes) });
}

/** `..`, a root, a drive or a backslash in a name: nothing is ever written under it, but no honest archive has one. */
function isPathFault(error: unknown): boolean {
  return /absolute path|invalid relative path|invalid characters in fileName/.test(String(error));
}

const longestName = 200;

/** The last part of a path, as it can be shown and kept. */
function baseName(path: string): string {
  const name = path.split("/").pop() ?? "";
  return name
    .replaceAll(/\p{Cc}/gu, "")
    .slice(-longestName)
    .toWellFormed();
}

/** Not what a Mac puts beside each file when it packs a folder. */
function isTable(path: string): boolean {
  return /\.(csv|vcf|ics)$/i.test(path) && !/(^|\/)(__MACOSX\/|\.)/.test(path);
}
