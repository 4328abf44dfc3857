"use server";

import { accountAction, saved } from "@/lib/action";
import { confirmedAction } from "../confirmation/confirmed-action";
import { whereFrom } from "../where-from";
import { changePassword, chooseFirstPassword, type NewPassword, prepareChange } from "./data";
import { newPasswordHash } from "./new-password";
import * as schema from "./schema";

export const changePasswordAction = accountAction<typeof schema.changePassword, NewPassword>(
  "account.changePassword",
  schema.changePassword,
  async (db, _input, { session }, chosen) => {
    await changePassword(db, chosen, session);
    return saved("app_user", db.owner);
  },
  {
    beforehand: async (input, { account: { email } }) => prepareChange({ email, ...(await whereFrom(email)) }, input),
  },
);

/** The first one of an account that the provider alone signed in. */
export const choosePasswordAction = confirmedAction<typeof schema.choosePassword, string>(
  "oidc.choosePassword",
  schema.choosePassword,
  async (db, _input, _signedIn, passwordHash) => {
    await chooseFirstPassword(db, passwordHash);
    return saved("app_user", db.owner);
  },
  { beforehand: ({ password }) => newPasswordHash(password) },
);
