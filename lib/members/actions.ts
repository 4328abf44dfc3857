"use server";

import { expectConfirmed } from "@/lib/account/confirmation/confirmed-action";
import { accountAction, saved } from "@/lib/action";
import { env } from "@/lib/env";
import * as data from "./data";
import * as schema from "./schema";

// Whether it is an administrator who asks is the data functions' first question. Who gives that right to somebody shows
// first who they are: it would outlast everything else that is done at a browser found signed in.

export const setSignUpAction = accountAction("members.setSignUp", schema.setSignUp, async (db, { signUp }) => {
  await data.setSignUp(db, signUp);
  return saved("house_rule", []);
});

export const inviteAction = accountAction("members.invite", schema.invite, async (db, input) => {
  if (input.role === "ADMINISTRATOR") await expectConfirmed(db);
  const { id, token } = await data.makeInvite(db, input);
  return { ...saved("invite", id), shownOnce: `${env().VOUCH_URL}/join?token=${token}` };
});

export const revokeInviteAction = accountAction("members.revokeInvite", schema.revokeInvite, async (db, { id }) => {
  await data.revokeInvite(db, id);
  return saved("invite", id);
});

export const setRoleAction = accountAction("members.setRole", schema.setRole, async (db, input) => {
  if (input.role === "ADMINISTRATOR") await expectConfirmed(db);
  await data.setRole(db, input);
  const isLeaving = input.id === db.owner && input.role === "OWNER";
  return saved("app_user", input.id, isLeaving ? "/settings/account" : undefined);
});

export const closeAccountAction = accountAction("members.close", schema.closeAccount, async (db, { id }) => {
  await data.closeAccount(db, id);
  return saved("app_user", id);
});

export const reopenAccountAction = accountAction("members.reopen", schema.reopenAccount, async (db, { id }) => {
  await data.reopenAccount(db, id);
  return saved("app_user", id);
});
