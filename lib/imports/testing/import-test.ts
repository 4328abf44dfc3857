// An owner with a database of its own, and what a person does with a file: bring it, import it, take it back.
import { beforeEach } from "vitest";
import { asOwner, type OwnerDb, type OwnerId } from "@/lib/db";
import { testDatabase } from "@/lib/testing/database";
import { inPieces, limits } from "@/lib/testing/linkedin-files";
import { getImport, queueImport, queueUndo } from "../data";
import { runImport } from "../job";
import type { ImportDetail } from "../schema";
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

  async function upload(file: string | Uint8Array): Promise<ImportDetail> {
    return found(await readUpload(owner, { name: "file.csv", bytes: inPieces(file, 1000) }, limits));
  }

  async function finish(id: string): Promise<ImportDetail> {
    await runImport(owner, id);
    return found(id);
  }

  return {
    database,
    owner: () => owner,
    inDb,
    upload,
    finish,
    importFile: async (file: string | Uint8Array) => {
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
        ...["interaction", "interaction_contact"],
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

/** Outcome and reason to number of rows. */
export const tally = ({ counts }: ImportDetail) =>
  Object.fromEntries(
    counts.rows.map(({ outcome, reason, count }) => [reason ? `${outcome} ${reason}` : outcome, count]),
  );
