// The way in for the first owner: a link on the console that works once, within a day.
import { newOneTimeLink } from "./one-time-link";
import { withClient } from "./with-client";

export async function hasOwner(adminUrl: string): Promise<boolean> {
  return withClient(adminUrl, async (client) => {
    const { rows } = await client.query<{ has: boolean }>("select exists (select from app_user) as has");
    return rows[0]?.has ?? false;
  });
}

/** A new setup link; unused older ones stop working. */
export async function newSetupLink(adminUrl: string, publicUrl: string): Promise<string> {
  const token = await withClient(adminUrl, (client) =>
    newOneTimeLink(client, { purpose: "SETUP", validFor: "24 hours" }),
  );
  return `${publicUrl}/setup?token=${token}`;
}
