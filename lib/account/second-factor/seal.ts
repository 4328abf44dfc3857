import "server-only";
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { env } from "@/lib/env";

// What must be read again can't be kept as a hash: it is sealed with AES-256-GCM under a key made from VOUCH_SECRET, which
// is in no backup of the database. A sealed text is: nonce, tag, text.

const nonceBytes = 12;
const tagBytes = 16;

const keyOf = (vouchSecret: string) =>
  Buffer.from(hkdfSync("sha256", vouchSecret, "", "vouch: secrets of authenticator apps", 32));

/** `whose` is sealed in: the bytes open for them alone, not when they are moved to another row. */
export function seal(secret: Uint8Array, whose: string, vouchSecret = env().VOUCH_SECRET): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv("aes-256-gcm", keyOf(vouchSecret), nonce).setAAD(Buffer.from(whose));
  const text = Buffer.concat([cipher.update(secret), cipher.final()]);
  return new Uint8Array(Buffer.concat([nonce, cipher.getAuthTag(), text]));
}

/** What was sealed; null where that was under another VOUCH_SECRET, for somebody else, or was changed since. */
export function unseal(sealed: Uint8Array, whose: string): Uint8Array<ArrayBuffer> | null {
  const bytes = Buffer.from(sealed);
  const decipher = createDecipheriv("aes-256-gcm", keyOf(env().VOUCH_SECRET), bytes.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  })
    .setAAD(Buffer.from(whose))
    .setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
  try {
    return new Uint8Array(Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]));
  } catch {
    return null;
  }
}
