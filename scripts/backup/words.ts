import type { Done } from "./back-up";

const number = new Intl.NumberFormat("en");

export const megabytes = (bytes: number) => `${number.format(Math.max(0.1, Math.round(bytes / 100_000) / 10))} MB`;

/** What a person who asked for a backup reads. */
export function inWords({ bytes, rows, tables, verified, removed }: Done): string {
  const how = verified === "RESTORED" ? "restored beside it and compared" : "read back and compared with its checksums";
  const gone = removed.length > 0 ? `; ${removed.length} outdated removed` : "";
  return `Backed up ${number.format(rows)} rows of ${tables} tables in ${megabytes(bytes)}, ${how}${gone}`;
}
