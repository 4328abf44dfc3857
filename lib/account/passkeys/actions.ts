"use server";

import { guestAction, saved } from "@/lib/action";
import { openSession } from "@/lib/auth";
import { confirmedAction } from "../confirmation/confirmed-action";
import { userAgent } from "../user-agent";
import { addPasskey, checkNewPasskey, type NewPasskey } from "./add/data";
import * as data from "./data";
import * as schema from "./schema";
import { signInWithPasskey } from "./use/data";

export const signInWithPasskeyAction = guestAction(
  "keys.signInWithPasskey",
  schema.signInWithPasskey,
  async ({ answer, next }) => {
    await openSession(await signInWithPasskey(answer, await userAgent()));
    return saved("account", [], next);
  },
);

export const addPasskeyAction = confirmedAction<typeof schema.addPasskey, NewPasskey>(
  "keys.addPasskey",
  schema.addPasskey,
  async (db, { name }, _signedIn, passkey) => saved("passkey", await addPasskey(db, name, passkey)),
  { beforehand: ({ answer }, { owner }) => checkNewPasskey(owner, answer) },
);

export const renamePasskeyAction = confirmedAction(
  "keys.renamePasskey",
  schema.renamePasskey,
  async (db, { id, name }) => {
    await data.renamePasskey(db, id, name);
    return saved("passkey", id);
  },
);

export const removePasskeyAction = confirmedAction("keys.removePasskey", schema.removePasskey, async (db, { id }) => {
  await data.removePasskey(db, id);
  return saved("passkey", id);
});
