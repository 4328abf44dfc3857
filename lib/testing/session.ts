import type { Client } from "pg";
import { sealSession, sessionCookie } from "@/lib/account/session-cookie";
import { sessionExpiry } from "@/lib/account/sessions";
import { hashToken, newToken } from "@/lib/account/token";

/** Signs an owner in as the form does, without the form: answers with the cookie for a Vouch at `url` with this secret. */
export async function signedIn(admin: Client, owner: string, { url, secret }: { url: string; secret: string }) {
  const token = newToken();
  await admin.query("insert into session (user_id, token_hash, expires_at) values ($1, $2, $3)", [
    owner,
    Buffer.from(hashToken(token)),
    sessionExpiry(new Date()),
  ]);
  return { name: sessionCookie(url).name, value: await sealSession(token, secret) };
}
