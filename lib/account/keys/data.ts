import "server-only";
import { beforeSignIn, type OwnerId } from "@/lib/db";
import { isSessionConfirmed } from "../confirmation/data";
import { listPasskeys } from "../passkeys/data";
import type { Passkey } from "../passkeys/schema";
import { getSecondFactor, getSetUp } from "../second-factor/data";
import type { SecondFactor, SetUp } from "../second-factor/schema";

/** How an owner signs in beside the password. `canChange`: this session has shown just now who sits before it. */
export type Keys = { canChange: boolean; passkeys: Passkey[]; second: SecondFactor; setUp: SetUp | null };

/** All that the settings show of it. An app's secret is handed out to who may change things alone. */
export function getKeys(owner: OwnerId, email: string, session: string): Promise<Keys> {
  return beforeSignIn(async (db) => {
    const canChange = await isSessionConfirmed(db, session);
    return {
      canChange,
      passkeys: await listPasskeys(db, owner),
      second: await getSecondFactor(db, owner),
      setUp: canChange ? await getSetUp(db, owner, email) : null,
    };
  });
}

/** How many recovery codes the owner has left. */
export async function countRecoveryCodes(owner: OwnerId): Promise<number> {
  return (await beforeSignIn((db) => getSecondFactor(db, owner))).codesLeft;
}
