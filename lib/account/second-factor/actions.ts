"use server";

import { guestAction, saved } from "@/lib/action";
import { openSession } from "@/lib/auth";
import { nothing } from "@/lib/schema";
import { confirmedAction } from "../confirmation/confirmed-action";
import { userAgent } from "../user-agent";
import * as data from "./data";
import * as schema from "./schema";
import { signInWithCode } from "./sign-in/data";
import { dropStep, keptStep } from "./sign-in/step-cookie";

export const signInWithCodeAction = guestAction(
  "keys.signInWithCode",
  schema.signInWithCode,
  async ({ code, next }) => {
    const { session, isRecovery } = await signInWithCode(await keptStep(), code, await userAgent());
    await openSession(session);
    await dropStep();
    return saved("account", [], isRecovery ? `/login/recovered?${new URLSearchParams({ next })}` : next);
  },
);

export const startSetUpAction = confirmedAction("keys.startSetUp", nothing, async (db) => {
  await data.startSetUp(db);
  return saved("authenticator_app", db.owner);
});

export const cancelSetUpAction = confirmedAction("keys.cancelSetUp", nothing, async (db) => {
  await data.cancelSetUp(db);
  return saved("authenticator_app", db.owner);
});

export const switchOnAction = confirmedAction(
  "keys.switchOn",
  schema.switchOn,
  async (db, { code }) => {
    const codes = await data.switchOn(db, code);
    return { ...saved("authenticator_app", db.owner), shownOnce: codes.join("\n") };
  },
  { beforehand: (_input, { owner }) => data.countCode(owner) },
);

export const switchOffAction = confirmedAction("keys.switchOff", nothing, async (db) => {
  await data.switchOff(db);
  return saved("authenticator_app", db.owner);
});

export const renewRecoveryCodesAction = confirmedAction("keys.renewRecoveryCodes", nothing, async (db) => {
  const codes = await data.renewRecoveryCodes(db);
  return { ...saved("recovery_code", db.owner), shownOnce: codes.join("\n") };
});
