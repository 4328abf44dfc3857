"use server";

import { guestAction, saved } from "@/lib/action";
import { whereFrom } from "../where-from";
import { resetPassword } from "./data";
import * as schema from "./schema";

// Signs nobody in: whoever has a second factor is still asked for it.
export const resetPasswordAction = guestAction("account.resetPassword", schema.reset, async (input) => {
  await resetPassword(input, whereFrom);
  return saved("account", [], "/login?reset=1");
});
