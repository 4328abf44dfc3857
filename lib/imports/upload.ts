// What was uploaded, from its bytes to a preview: one CSV, several, or an archive of them, always one import. It
// streams: memory stays flat however large the files are.
import "server-only";
import { ahead } from "@/lib/ahead";
import { noteEvent } from "../audit/data";
import { asOwner, type OwnerDb, type OwnerId } from "../db";
import { Refusal } from "../refusal";
import type { ImportLimits } from "./file/limits";
import type { FilePart } from "./file/multipart";
import { openFile } from "./open-file";
import { plan } from "./plan";
import type { ImportFailure } from "./schema";
import { inChunks, type Lists, stagedRows } from "./staging/chunks";
import {
  finishFile,
  finishReading,
  forgetImport,
  refuseFile,
  refuseImport,
  stagePeople,
  stageRows,
  startFile,
  startReading,
  unhurried,
} from "./staging/data";
import { PeopleInFiles } from "./staging/people";
import { writeChunks } from "./staging/write-chunks";
import { isListOfPeople } from "./tables/asked";
import { ownTimeZone, recallColumns } from "./tables/data";
import { isZip } from "./zip/is-zip";
import { ArchiveRefusal, filesInZip } from "./zip/read";

const readingMs = 60_000;
const longestName = 200;

/**
 * Reads the files and keeps their rows aside for a preview; answers with the import's id, or null where there was no
 * file. What can't be imported says why and where: a file among others for itself, an archive as a whole. Whatever
 * else goes wrong leaves nothing and is thrown.
 */
export async function readUpload(
  owner: OwnerId,
  files: AsyncIterable<FilePart>,
  limits: ImportLimits,
): Promise<string | null> {
  let upload: Upload | undefined;
  let refusal: Refusal | undefined;
  const names: string[] = [];
  try {
    // To the last file even where one was refused: an answer is only read once everything is sent.
    for await (const part of files) {
      if (names.length < longestName) names.push(part.name); // more of them wouldn't be seen
      upload ??= new Upload(owner, await asOwner(owner, (db) => startReading(db, part.name)), limits);
      if (!refusal) refusal = await refusalOf(upload.take(part));
    }
    if (upload && !refusal) refusal = await refusalOf(upload.finish(names.join(", ").slice(0, longestName)));
    if (upload && refusal) await upload.refuse(failureOf(refusal));
  } catch (error) {
    await upload?.forget();
    throw error;
  }
  return upload?.id ?? null;
}

async function refusalOf(work: Promise<void>): Promise<Refusal | undefined> {
  try {
    await work;
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

const failureOf = ({ code, params }: Refusal): ImportFailure => ({ code, ...params });

class Upload {
  private readonly people: PeopleInFiles;
  private files = 0;
  private rows = 0;
  private failure: ImportFailure | null = null;

  constructor(
    private readonly owner: OwnerId,
    readonly id: string,
    private readonly limits: ImportLimits,
  ) {
    this.people = new PeopleInFiles(limits.people);
  }

  /** An archive's files, or the file itself. */
  async take(part: FilePart): Promise<void> {
    const { archive, bytes } = await isZip(part.bytes);
    if (!archive) return this.read({ name: part.name, bytes }, this.limits.bytes, true);
    for await (const file of filesInZip(bytes, this.limits)) {
      await this.read(file, this.limits.unpackedBytes, isListOfPeople(file.name));
    }
  }

  /** A file that can't be read says so; the others of the import are none the worse for it. */
  private async read({ name, bytes }: FilePart, maxBytes: number, isAsked: boolean): Promise<void> {
    const { entries } = this.limits;
    if (this.files >= entries) throw new ArchiveRefusal("tooManyFiles", undefined, { limit: entries });
    const file = ++this.files;
    const { id } = this;
    await this.write((db) => startFile(db, id, file, name));
    try {
      const opened = await openFile({ name, bytes }, maxBytes, this.limits, {
        timeZone: () => this.write(ownTimeZone),
        recall: isAsked ? (names) => this.write((db) => recallColumns(db, names)) : null,
      });
      const count = await this.stage(stagedRows(opened, this.people), (db, json) => stageRows(db, id, file, json));
      await this.write((db) => finishFile(db, id, file, opened, count));
      this.rows += count;
      if (count === 0) this.failure ??= { code: "noRows" };
    } catch (error) {
      if (!(error instanceof Refusal) || error instanceof ArchiveRefusal) throw error;
      const failure = failureOf(error);
      this.failure ??= failure;
      await this.write((db) => refuseFile(db, id, file, failure));
    }
  }

  /** `name` is what the import as a whole is called. */
  async finish(name: string): Promise<void> {
    const { id } = this;
    if (this.rows === 0) return this.refuse(this.failure ?? { code: "zipNothing" });
    const named = ahead(this.stage([this.people.all()], (db, json) => stagePeople(db, id, json)));
    try {
      await this.write(async (db) => {
        await finishReading(db, id, name, this.rows);
        await plan(db, id, named); // lists of people are decided meanwhile
        await noteEvent(db, "imports.upload", "import", [id]);
      });
    } finally {
      await named.catch(() => undefined); // so that nobody is being staged any more where this throws
    }
  }

  private write<T>(work: (db: OwnerDb) => Promise<T>): Promise<T> {
    return asOwner(this.owner, work, { timeoutMs: readingMs });
  }

  /** Keeps the lists aside; answers with how many items there were. */
  private stage<T>(lists: Lists<T>, stage: (db: OwnerDb, json: string) => Promise<void>): Promise<number> {
    const once = { timeoutMs: readingMs, tries: 1 }; // what was read can't be read again
    return writeChunks(inChunks(lists), (work) => asOwner(this.owner, (db) => unhurried(db, work), once), stage);
  }

  refuse(failure: ImportFailure): Promise<void> {
    return this.write(async (db) => {
      await refuseImport(db, this.id, failure);
      await noteEvent(db, "imports.refused", "import", [this.id]);
    });
  }

  forget(): Promise<void> {
    return this.write((db) => forgetImport(db, this.id));
  }
}
