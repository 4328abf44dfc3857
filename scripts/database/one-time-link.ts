// Links that work once and for a while. Only their hash is kept.
import { createHash, randomBytes } from "node:crypto";
import type { Client } from "pg";

/** Writes down a new link, in place of the unused ones for the same thing; answers with its token. */
export async function newOneTimeLink(
  client: Client,
  { purpose, userId = null, validFor }: { purpose: "SETUP" | "RESET"; userId?: string | null; validFor: string },
): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await client.query("begin");
  await client.query(
    "delete from one_time_link where purpose::text = $1 and user_id is not distinct from $2 and used_at is null",
    [purpose, userId],
  );
  await client.query(
    `insert into one_time_link (purpose, user_id, token_hash, expires_at)
     values ($1::one_time_link_purpose, $2, $3, now() + $4::interval)`,
    [purpose, userId, createHash("sha256").update(token).digest(), validFor],
  );
  await client.query("commit");
  return token;
}
