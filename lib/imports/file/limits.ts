/** How much one uploaded file may hold; the settings are VOUCH_IMPORT_MAX_… in lib/env.ts. */
export type ImportLimits = {
  /** Of the file as it arrives. */
  bytes: number;
  rows: number;
  /** Characters of one row, so of any field in it: a quote that never closes is found before it fills the memory. */
  rowLength: number;
  columns: number;
  /** Different people in one file of messages; the only thing an upload keeps in memory. */
  people: number;
};
