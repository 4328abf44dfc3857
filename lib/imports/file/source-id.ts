import { createHash } from "node:crypto";

/**
 * The id of something a file tells: the same source always gives the same id, so importing it again finds it again.
 * A UUID v8 (RFC 9562); with `at` its first 48 bits are that moment, so ids of one file lie together in the index.
 */
export function sourceId(source: readonly string[], at?: Date): string {
  // Lengths part the texts: ["ab", "c"] is not ["a", "bc"].
  const hash = createHash("sha256")
    .update(source.map((text) => `${text.length}:${text}`).join(""), "utf8")
    .digest();
  const bytes = hash.subarray(0, 16);
  if (at) bytes.writeUIntBE(Math.max(0, at.getTime()), 0, 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
