import { hash } from "node:crypto";

/**
 * The id of something a file tells: the same source always gives the same id, so importing it again finds it again.
 * A UUID v8 (RFC 9562); with `at` its first 48 bits are that moment, so ids of one file lie together in the index.
 */
export function sourceId(source: readonly string[], at?: Date): string {
  // Lengths part the texts: ["ab", "c"] is not ["a", "bc"].
  let whole = "";
  for (const text of source) whole += `${text.length}:${text}`;
  const hex = hash("sha256", whole, "hex");
  const start = at ? Math.max(0, at.getTime()).toString(16).padStart(12, "0") : hex.slice(0, 12);
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return `${start.slice(0, 8)}-${start.slice(8)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
