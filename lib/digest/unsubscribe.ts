// The link in a mail that stops it in one press (RFC 8058), without signing in: the owner's id, signed.
import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import type { OwnerId } from "@/lib/db";
import { env } from "@/lib/env";
import { id } from "@/lib/schema";

const sign = (owner: string) =>
  createHmac("sha256", env().VOUCH_SECRET).update(`no digest for ${owner}`).digest("base64url");

export const unsubscribeLink = (owner: OwnerId) => `${env().VOUCH_URL}/api/digest/off?of=${owner}.${sign(owner)}`;

/** Whose digest the link stops; null where it isn't one of ours. */
export function unsubscribing(of: string): OwnerId | null {
  const [owner = "", given = ""] = of.split(".");
  if (!id.safeParse(owner).success) return null;
  const [mine, theirs] = [Buffer.from(sign(owner)), Buffer.from(given)];
  return mine.length === theirs.length && timingSafeEqual(mine, theirs) ? (owner as OwnerId) : null;
}
