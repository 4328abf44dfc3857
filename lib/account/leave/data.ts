import "server-only";
import { asAccount, beforeSignIn, type OwnerId } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import { keepingAnAdministrator } from "../last-administrator";
import { triesOf } from "../second-factor/data";
import { accountKey } from "../throttle/data";
import { forgetTries } from "../tries";

const longestMs = 15 * 60_000;

/**
 * Deletes the account and everything of it; nothing remains, not even a line in the audit log. `typed` must be its
 * e-mail: throws the Refusal `otherEmail` where it isn't. The last administrator can't leave others behind:
 * `lastAdministrator`.
 */
export async function deleteAccount(owner: OwnerId, email: string, typed: string): Promise<void> {
  if (typed !== email) throw new Refusal("otherEmail", "email");
  const leaving = asAccount(
    owner,
    async (db) => {
      await db.$executeRaw`select delete_owner()`;
      // What was allowed here was allowed by who is gone: whoever comes next begins anew.
      if ((await db.appUser.count()) === 0) await db.houseRule.deleteMany();
    },
    { timeoutMs: longestMs },
  );
  await keepingAnAdministrator(leaving);
  await beforeSignIn(async (db) => {
    for (const key of [accountKey(email), triesOf(owner)]) await forgetTries(db, key);
  });
}
