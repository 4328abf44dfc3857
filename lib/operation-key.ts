/**
 * The id a form gives the row it is about to make (a UUID v7), so that the same form sent twice makes one row.
 * Not crypto.randomUUID: browsers only have it on https and on the machine itself.
 */
export function newOperationKey(now = Date.now()): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  new DataView(bytes.buffer).setBigUint64(0, (BigInt(now) << 16n) | 0x7000n | BigInt(random12(bytes)));
  bytes[8] = 0x80 | (at(bytes, 8) & 0x3f);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

const at = (bytes: Uint8Array, index: number) => bytes[index] ?? 0;
const random12 = (bytes: Uint8Array) => ((at(bytes, 6) & 0x0f) << 8) | at(bytes, 7);
