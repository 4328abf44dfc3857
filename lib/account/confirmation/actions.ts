"use server";

import { guestAction, saved } from "@/lib/action";
import { requireSignedIn, sessionToken } from "@/lib/auth";
import { Refusal } from "@/lib/refusal";
import { passkeyAnswer } from "../passkeys/schema";
import { checkPasskey } from "../passkeys/use/data";
import { proveByPassword } from "../password/data";
import { whereFrom } from "../where-from";
import { confirmSession } from "./data";
import * as schema from "./schema";

// No ownerActions: nothing of the owner's is written, and no transaction of theirs waits while a password is looked at.

export const confirmWithPasswordAction = guestAction(
  "keys.confirm",
  schema.confirmWithPassword,
  async ({ password }) => {
    const { account } = await requireSignedIn();
    const guess = { email: account.email, ...(await whereFrom(account.email)) };
    if (!(await proveByPassword(guess, password))) throw new Refusal("wrongPassword");
    return confirmed();
  },
);

export const confirmWithPasskeyAction = guestAction("keys.confirm", passkeyAnswer, async ({ answer }) => {
  const { owner } = await requireSignedIn();
  await checkPasskey(answer, owner);
  return confirmed();
});

async function confirmed() {
  await confirmSession((await sessionToken()) ?? "");
  return saved("session", []);
}
