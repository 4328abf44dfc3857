// How somebody is remembered who is not to come back: by a hash that nothing in the database can be tried against. Its key is
// made of the server's secret, so another Vouch, or one with another secret, knows nobody by it.
import "server-only";
import { createHash, createHmac } from "node:crypto";
import type { OwnerId } from "@/lib/db";
import { env } from "@/lib/env";

/** In hexadecimal, as the database puts it before what it hashes. */
export const markKey = (owner: OwnerId): string =>
  createHmac("sha256", env().VOUCH_SECRET).update(`people erased by ${owner}`).digest("hex");

/** `key`: a slug, or "mailto:" and an e-mail in lower case. */
export function markOf(owner: OwnerId, key: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(
    createHash("sha256")
      .update(`${markKey(owner)}${key}`)
      .digest(),
  );
}
