// The way back in for whoever forgot their password: a link that works once, within an hour.
import { newOneTimeLink } from "./one-time-link";
import { withClient } from "./with-client";

/** A new link for the account's password, or undefined where nobody has the e-mail; unused older ones stop working. */
export async function newResetLink(adminUrl: string, publicUrl: string, email: string): Promise<string | undefined> {
  const token = await withClient(adminUrl, async (client) => {
    const { rows } = await client.query<{ id: string }>("select id from app_user where email = $1", [
      email.trim().toLowerCase(),
    ]);
    return rows[0] && newOneTimeLink(client, { purpose: "RESET", userId: rows[0].id, validFor: "1 hour" });
  });
  return token && `${publicUrl}/reset?token=${token}`;
}
