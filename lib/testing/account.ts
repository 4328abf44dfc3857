import { randomBytes } from "node:crypto";
import type { Pool } from "pg";
import { hashPassword } from "@/lib/account/password";
import { hashToken, newToken } from "@/lib/account/token";
import type { OwnerId } from "@/lib/db";

export const password = "correct horse battery";
const passwordHash = hashPassword(password);

/** Somebody who can sign in with `password`. */
export async function newAccount(admin: Pool): Promise<{ owner: OwnerId; email: string }> {
  const email = `${randomBytes(6).toString("hex")}@example.test`;
  const { rows } = await admin.query<{ id: OwnerId }>(
    "insert into app_user (email, name, password_hash) values ($1, 'Ada', $2) returning id",
    [email, await passwordHash],
  );
  return { owner: (rows[0]?.id ?? "") as OwnerId, email };
}

/** A link's token: for the first owner's setup, or for the owner's new password. */
export async function newLink(admin: Pool, owner: OwnerId | null, validFor = "1 hour"): Promise<string> {
  const token = newToken();
  await admin.query(
    "insert into one_time_link (purpose, user_id, token_hash, expires_at) values ($1, $2, $3, now() + $4::interval)",
    [owner ? "RESET" : "SETUP", owner, hashToken(token), validFor],
  );
  return token;
}
