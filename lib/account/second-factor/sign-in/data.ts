import "server-only";
import { noteEvent } from "@/lib/audit/data";
import { asAccount, beforeSignIn } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import { startSession } from "../../data";
import { findStep, takeStep } from "../../steps";
import { countTry, forgetTries } from "../../tries";
import { takeCode, triesOf } from "../data";

/** Whether a code is still waited for under this token. */
export function isCodeAwaited(token: string): Promise<boolean> {
  return beforeSignIn(async (db) => (await findStep(db, "CODE", token)) !== null);
}

/**
 * Signs in who gave the right password before, by a code of their app or a recovery code; answers with the session's token.
 * Throws a Refusal: those of takeCode, `wait` after too many wrong codes, or `stepGone` where no code is waited for.
 */
export async function signInWithCode(
  token: string,
  code: string,
  userAgent: string | null,
): Promise<{ session: string; isRecovery: boolean }> {
  // Counted before the code is looked at, as wrong passwords are.
  const owner = await beforeSignIn(async (db) => {
    const step = await findStep(db, "CODE", token);
    if (!step?.owner) throw new Refusal("stepGone");
    await countTry(db, triesOf(step.owner));
    return step.owner;
  });
  return asAccount(owner, async (db) => {
    const { isRecovery } = await takeCode(db, owner, code);
    if (!(await takeStep(db, "CODE", token))) throw new Refusal("stepGone");
    await forgetTries(db, triesOf(owner));
    // A recovery code less: that changes how the owner can sign in, so it stands in the log.
    if (isRecovery) await noteEvent(db, "keys.signInWithRecoveryCode", "recovery_code", [owner]);
    return { session: await startSession(db, owner, userAgent), isRecovery };
  });
}
