// The way back in for whoever forgot their password: a link that works once, within an hour.
import { newOneTimeLink } from "./one-time-link";
import { withClient } from "./with-client";

/** For whom everything is lost: no code is asked for any more, and no passkey signs in. What is left is the password. */
export async function removeSecondFactors(adminUrl: string, email: string): Promise<void> {
  await withClient(adminUrl, async (client) => {
    for (const table of ["sign_in_step", "passkey", "recovery_code", "authenticator_app"]) {
      await client.query(`delete from ${table} using app_user where user_id = app_user.id and email = $1`, [
        known(email),
      ]);
    }
  });
}

const known = (email: string) => email.trim().toLowerCase();

/** A new link for the account's password, or undefined where nobody has the e-mail; unused older ones stop working. */
export async function newResetLink(adminUrl: string, publicUrl: string, email: string): Promise<string | undefined> {
  const token = await withClient(adminUrl, async (client) => {
    const { rows } = await client.query<{ id: string }>("select id from app_user where email = $1", [known(email)]);
    return rows[0] && newOneTimeLink(client, { purpose: "RESET", userId: rows[0].id, validFor: "1 hour" });
  });
  return token && `${publicUrl}/reset?token=${token}`;
}
