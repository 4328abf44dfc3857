// What an import is to the pages: safe in the browser.
import { z } from "zod";
import { id } from "../schema";
import type { ImportKind } from "./kinds";
import type { ImportState } from "./states";
import type { Target } from "./tables/targets";

export type ImportOutcome = "CREATED" | "MATCHED" | "SKIPPED" | "FAILED";
const tally = z.object({ outcome: z.string(), reason: z.string().nullable(), count: z.number() });

/** Rows of a file and people in it, by outcome and reason. Rows in = created + matched + skipped + failed. */
export const importCounts = z.object({
  rows: z.array(tally).default([]),
  people: z.array(tally).default([]),
  /** Undone: what was taken back, and what was kept because it was edited since. */
  undone: z.object({ removed: z.number(), kept: z.number() }).optional(),
});
export type ImportCounts = z.infer<typeof importCounts>;

/** A code of the catalogue (`imports.failures.<code>`) and where it happened. */
export const importFailure = z.object({
  code: z.string(),
  line: z.number().optional(),
  limit: z.number().optional(),
  reference: z.string().optional(),
});
export type ImportFailure = z.infer<typeof importFailure>;

export type ImportSummary = {
  id: string;
  /** The archive's name, or that of the first of several files. */
  fileName: string;
  /** Each once. */
  kinds: ImportKind[];
  state: ImportState;
  counts: ImportCounts;
  rowsDone: number;
  rowsTotal: number;
  failure: ImportFailure | null;
  createdAt: string;
  finishedAt: string | null;
  undoneAt: string | null;
  /** Rows that went because they were about somebody who was erased. */
  rowsErased: number;
};

/** The people a file of messages names most: one of them is the owner. */
export type SelfChoice = { key: string; name: string; messages: number };

/** One file of an import; without a kind Vouch has no use for it, or, with a failure, it can't be read. */
export type ImportFile = {
  file: number;
  name: string;
  kind: ImportKind | null;
  rowsTotal: number;
  counts: ImportCounts;
  failure: ImportFailure | null;
  /** Its columns as they are named, of tables that aren't LinkedIn's. */
  header: string[];
  /** What each column was taken for, where only the owner can tell. */
  targets: Target[];
  /** The owner said so, now or for an earlier table. */
  isOwners: boolean;
};

export type ImportDetail = ImportSummary & { files: ImportFile[]; self: string | null; selfChoices: SelfChoice[] };

export type ImportedRow = {
  file: number;
  line: number;
  outcome: ImportOutcome;
  reason: string | null;
  fields: Record<string, string>;
  /** Field to [before, after], for a contact the row completes. */
  changes: Record<string, [string | null, string]>;
  /** The contact to look at, where there is one. */
  contact: { id: string; name: string } | null;
};

export const batchInput = z.strictObject({ id });
export const selfInput = z.strictObject({ id, self: z.string().min(1, "missing").max(400, "invalid") });

/** How many rows have an outcome. */
export function countOf({ rows }: Pick<ImportCounts, "rows">, outcome?: ImportOutcome): number {
  return rows.reduce((sum, row) => (outcome && row.outcome !== outcome ? sum : sum + row.count), 0);
}
