"use server";

import { saved } from "@/lib/action";
import { Refusal } from "@/lib/refusal";
import { confirmedAction } from "../confirmation/confirmed-action";
import { chooseFirstPassword, disconnectIdentity } from "./data";
import { oidcProvider } from "./provider";
import * as schema from "./schema";

export const disconnectAction = confirmedAction("oidc.disconnect", schema.disconnect, async (db) => {
  const provider = oidcProvider();
  if (!provider) throw new Refusal("noProvider");
  await disconnectIdentity(db.owner, provider.issuer);
  return saved("oidc_identity", db.owner);
});

export const choosePasswordAction = confirmedAction(
  "oidc.choosePassword",
  schema.choosePassword,
  async (db, { password }) => {
    await chooseFirstPassword(db.owner, password);
    return saved("app_user", db.owner);
  },
);
