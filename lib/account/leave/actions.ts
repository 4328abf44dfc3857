"use server";

import { guestAction, saved } from "@/lib/action";
import { closeSession, requireSignedIn } from "@/lib/auth";
import { beforeSignIn } from "@/lib/db";
import { expectConfirmed } from "../confirmation/confirmed-action";
import { deleteAccount } from "./data";
import * as schema from "./schema";

// Not an ownerAction: there is no owner left to write the audit line for.
export const deleteAccountAction = guestAction("account.leave", schema.leave, async (input) => {
  const { owner, account } = await requireSignedIn();
  await beforeSignIn(expectConfirmed);
  await deleteAccount(owner, account.email, input.email);
  await closeSession();
  return saved("account", [], "/login?left=1");
});
