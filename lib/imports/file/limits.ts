import { env } from "@/lib/env";

/** How much one uploaded file may hold; the settings are VOUCH_IMPORT_MAX_… in lib/env.ts. */
export type ImportLimits = {
  /** Of the file as it arrives. */
  bytes: number;
  rows: number;
  /** Characters of one row, so of any field in it: a quote that never closes is found before it fills the memory. */
  rowLength: number;
  columns: number;
  /** Different people in one import; the only thing an upload keeps in memory. */
  people: number;
  /** Of an archive: files in it, bytes they unpack to in all, and how many times larger than packed one may become. */
  entries: number;
  unpackedBytes: number;
  ratio: number;
};

export function importLimits(): ImportLimits {
  const settings = env();
  return {
    bytes: settings.VOUCH_IMPORT_MAX_MB * 1_000_000,
    rows: settings.VOUCH_IMPORT_MAX_ROWS,
    rowLength: settings.VOUCH_IMPORT_MAX_ROW_LENGTH,
    columns: settings.VOUCH_IMPORT_MAX_COLUMNS,
    people: settings.VOUCH_IMPORT_MAX_PEOPLE,
    entries: settings.VOUCH_IMPORT_MAX_ENTRIES,
    unpackedBytes: settings.VOUCH_IMPORT_MAX_UNPACKED_MB * 1_000_000,
    ratio: settings.VOUCH_IMPORT_MAX_RATIO,
  };
}
