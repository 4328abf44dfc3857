import "server-only";
import { createHash } from "node:crypto";
import type { OwnerId } from "@/lib/db";

/** How a device names an owner whose entries wait on it: always the same, and telling nothing about them. */
export function deviceOwner(owner: OwnerId): string {
  return createHash("sha256").update(`on a device: ${owner}`).digest("base64url");
}
