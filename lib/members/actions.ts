"use server";

import { ownerAction, saved } from "@/lib/action";
import { env } from "@/lib/env";
import * as data from "./data";
import * as schema from "./schema";

// Whether it is an administrator who asks is the data functions' first question.

export const setSignUpAction = ownerAction("members.setSignUp", schema.setSignUp, async (db, { signUp }) => {
  await data.setSignUp(db.owner, signUp);
  return saved("house_rule", []);
});

export const inviteAction = ownerAction("members.invite", schema.invite, async (db, input) => {
  const { id, token } = await data.makeInvite(db.owner, input);
  return { ...saved("invite", id), shownOnce: `${env().VOUCH_URL}/join?token=${token}` };
});

export const revokeInviteAction = ownerAction("members.revokeInvite", schema.revokeInvite, async (db, { id }) => {
  await data.revokeInvite(db.owner, id);
  return saved("invite", id);
});

export const setRoleAction = ownerAction("members.setRole", schema.setRole, async (db, input) => {
  await data.setRole(db.owner, input);
  const isLeaving = input.id === db.owner && input.role === "OWNER";
  return saved("app_user", input.id, isLeaving ? "/settings/account" : undefined);
});

export const closeAccountAction = ownerAction("members.close", schema.closeAccount, async (db, { id }) => {
  await data.closeAccount(db.owner, id);
  return saved("app_user", id);
});

export const reopenAccountAction = ownerAction("members.reopen", schema.reopenAccount, async (db, { id }) => {
  await data.reopenAccount(db.owner, id);
  return saved("app_user", id);
});
