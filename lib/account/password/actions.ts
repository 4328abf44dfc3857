"use server";

import { ownerAction, saved } from "@/lib/action";
import { requireSignedIn } from "@/lib/auth";
import { whereFrom } from "../where-from";
import { changePassword } from "./data";
import * as schema from "./schema";

export const changePasswordAction = ownerAction("account.changePassword", schema.changePassword, async (db, input) => {
  const { account, session } = await requireSignedIn();
  await changePassword({ email: account.email, session, ...(await whereFrom(account.email)) }, input);
  return saved("app_user", db.owner);
});
