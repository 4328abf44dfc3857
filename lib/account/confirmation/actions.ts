"use server";

import { guestAction, saved } from "@/lib/action";
import { requireSignedIn, sessionToken } from "@/lib/auth";
import { checkPassword } from "../data";
import { passkeyAnswer } from "../passkeys/schema";
import { checkPasskey } from "../passkeys/use/data";
import { confirmSession } from "./data";
import * as schema from "./schema";

// No ownerActions: nothing of the owner's is written, and no transaction of theirs waits while a password is looked at.

export const confirmWithPasswordAction = guestAction(
  "keys.confirm",
  schema.confirmWithPassword,
  async ({ password }) => {
    const { account } = await requireSignedIn();
    await checkPassword({ email: account.email, password });
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
