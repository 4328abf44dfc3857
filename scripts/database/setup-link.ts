// The way in for the first owner: a link on the console that works once, within a day.
import { createHash, randomBytes } from "node:crypto";
import { withClient } from "./with-client";

const validFor = "24 hours";

export async function hasOwner(adminUrl: string): Promise<boolean> {
  return withClient(adminUrl, async (client) => {
    const { rows } = await client.query<{ has: boolean }>("select exists (select from app_user) as has");
    return rows[0]?.has ?? false;
  });
}

/** A new setup link; unused older ones stop working. Only its hash is kept. */
export async function newSetupLink(adminUrl: string, publicUrl: string): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await withClient(adminUrl, async (client) => {
    await client.query("begin");
    await client.query("delete from one_time_link where purpose = 'SETUP' and used_at is null");
    await client.query(
      `insert into one_time_link (purpose, token_hash, expires_at) values ('SETUP', $1, now() + interval '${validFor}')`,
      [createHash("sha256").update(token).digest()],
    );
    await client.query("commit");
  });
  return `${publicUrl}/setup?token=${token}`;
}
