// An owner with a database of its own, and what a person does with a file: bring it, import it, take it back.
import { beforeEach } from "vitest";
import { asOwner, type OwnerDb, type OwnerId } from "@/lib/db";
import { testDatabase } from "@/lib/testing/database";
import { inPieces, limits } from "@/lib/testing/linkedin-files";
import { getImport, queueImport, queueUndo } from "../data";
import type { FilePart } from "../file/multipart";
import { runImport } from "../job";
import type { ImportKind } from "../kinds";
import type { ImportCounts, ImportDetail } from "../schema";
import { readUpload } from "../upload";

export function importTest() {
  const database = testDatabase();
  let owner: OwnerId;
  beforeEach(async () => {
    owner = (await database.newOwner()) as OwnerId;
  });

  const inDb = <T>(work: (db: OwnerDb) => Promise<T>) => asOwner(owner, work);

  async function found(id: string): Promise<ImportDetail> {
    const batch = await inDb((db) => getImport(db, id));
    if (!batch) throw new Error("The import is gone.");
    return batch;
  }

  /** One file, or several by name, as one import. */
  async function upload(files: TestFiles): Promise<ImportDetail> {
    const id = await readUpload(owner, parts(files), limits);
    if (!id) throw new Error("There was no file.");
    return found(id);
  }

  async function finish(id: string): Promise<ImportDetail> {
    await runImport(owner, id);
    return found(id);
  }

  return {
    database,
    owner: () => owner,
    /** From here on somebody else brings the files. */
    actAs: (other: OwnerId) => {
      owner = other;
    },
    inDb,
    upload,
    finish,
    importFile: async (file: TestFiles) => {
      const { id } = await upload(file);
      await inDb((db) => queueImport(db, id));
      return finish(id);
    },
    undo: async (id: string) => {
      await inDb((db) => queueUndo(db, id));
      return finish(id);
    },
    contacts: () =>
      inDb((db) =>
        db.contact.findMany({
          select: {
            fullName: true,
            company: true,
            position: true,
            connectionStatus: true,
            connectedOn: true,
            aliases: { select: { slug: true } },
            points: { select: { value: true } },
          },
          orderBy: { fullName: "asc" },
        }),
      ),
    interactions: () =>
      inDb((db) =>
        db.interaction.findMany({
          select: {
            direction: true,
            groupSize: true,
            notes: true,
            occurredAt: true,
            contacts: { select: { contact: { select: { fullName: true } } } },
          },
          orderBy: [{ occurredAt: "asc" }, { notes: "asc" }],
        }),
      ),
    /** Everything an import may touch, to compare before and after. */
    everything: async () => {
      const tables = [
        ...["contact", "linkedin_alias", "contact_point", "contact_search", "contact_standing"],
        ...["interaction", "interaction_contact", "invitation", "recommendation", "support_act", "linkedin_fact"],
      ];
      const rows = tables.map(async (table) => {
        const { rows } = await database.admin.query(
          `select row from (
             select to_jsonb(t) - 'created_at' - 'updated_at' - 'version' as row from ${table} t where owner_id = $1
           ) plain order by row::text`,
          [owner],
        );
        return [table, rows] as const;
      });
      return Object.fromEntries(await Promise.all(rows));
    },
  };
}

type TestFiles = string | Uint8Array | Record<string, string | Uint8Array>;

async function* parts(files: TestFiles): AsyncGenerator<FilePart> {
  const named = typeof files === "string" || files instanceof Uint8Array ? { "file.csv": files } : files;
  for (const [name, file] of Object.entries(named)) yield { name, bytes: inPieces(file, 1000) };
}

/** Outcome and reason to number of rows, of all files or of one kind. */
export const tally = ({ counts, files }: ImportDetail, kind?: ImportKind) =>
  tallyOf(kind ? countsOf(files, kind) : counts);

function countsOf(files: ImportDetail["files"], kind: ImportKind): ImportCounts {
  const found = files.find((file) => file.kind === kind);
  if (!found) throw new Error(`There is no ${kind}.`);
  return found.counts;
}

const tallyOf = (counts: ImportCounts) =>
  Object.fromEntries(
    counts.rows.map(({ outcome, reason, count }) => [reason ? `${outcome} ${reason}` : outcome, count]),
  );
