import { execFile } from "node:child_process";
import { createReadStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Client } from "pg";
import { asOwner, type OwnerDb, type OwnerId } from "@/lib/db";
import { getImport, queueImport, queueUndo } from "@/lib/imports/data";
import { importLimits } from "@/lib/imports/file/limits";
import { runImport } from "@/lib/imports/job";
import type { ImportDetail } from "@/lib/imports/schema";
import { readUpload } from "@/lib/imports/upload";
import type { Undo } from "../../scripts/command";
import { step } from "../../scripts/say";
import { stopwatch, type Time } from "../stopwatch";

type Size = { connections: number; messages: number; invitations: number };

const count = (value: number) => value.toLocaleString("en");
const writer = fileURLToPath(new URL("write.ts", import.meta.url));

/** Each archive is brought to an owner who has nothing yet, so that all start alike. */
export async function measureArchive(admin: Client, sizes: Size[], undo: Undo): Promise<Time[]> {
  const folder = await mkdtemp(join(tmpdir(), "vouch-bench-"));
  undo(() => rm(folder, { recursive: true, force: true }));
  const { times, timed } = stopwatch(admin);
  for (const { connections, messages, invitations } of sizes) {
    const size = `${count(connections)} + ${count(messages)} + ${count(invitations)}`;
    await step(`Writing an archive of ${size}`, `Archive of ${size} written`, () =>
      // In a process of its own: its memory is none of ours.
      promisify(execFile)(process.execPath, [
        ...["--import", "tsx", writer, folder],
        ...[connections, messages, invitations].map(String),
      ]),
    );
    const owner = await newOwner(admin);
    const inDb = <T>(work: (db: OwnerDb) => Promise<T>) => asOwner(owner, work);
    await inDb(async () => undefined); // opens a connection
    const measure = <T>(what: string, work: () => Promise<T>) =>
      step(`${size}: ${what}`, `${size}: ${what}, done`, () => timed(`${size}: ${what}`, work));

    const read = async () => {
      const id = await readUpload(owner, archiveIn(folder), importLimits());
      return found(await inDb((db) => getImport(db, id ?? "")), "PREVIEW");
    };
    const run = async ({ id }: ImportDetail, state: ImportDetail["state"]) => {
      await runImport(owner, id);
      return found(await inDb((db) => getImport(db, id)), state);
    };
    const first = await measure("preview", read);
    await inDb((db) => queueImport(db, first.id));
    await measure("import", () => run(first, "DONE"));
    const again = await measure("the same again, preview", read);
    if (again.counts.rows.some(({ outcome }) => outcome === "CREATED")) throw new Error("It isn't known again.");
    await inDb((db) => queueUndo(db, first.id));
    await measure("undo", () => run(first, "UNDONE"));
  }
  return times;
}

async function* archiveIn(folder: string) {
  yield { name: "archive.zip", bytes: bytesOf(join(folder, "archive.zip")) };
}

async function* bytesOf(file: string): AsyncGenerator<Uint8Array> {
  yield* createReadStream(file);
}

function found(batch: ImportDetail | null, state: ImportDetail["state"]): ImportDetail {
  if (batch?.state === state) return batch;
  throw new Error(`The import is ${batch?.state ?? "gone"}: ${JSON.stringify(batch?.failure)}`);
}

async function newOwner(admin: Client): Promise<OwnerId> {
  const { rows } = await admin.query<{ id: OwnerId }>(
    "insert into app_user (email, name, password_hash) values (gen_random_uuid() || '@example.test', 'Olive Owner', 'none') returning id",
  );
  return rows[0]?.id as OwnerId;
}
