"use server";

import { saved } from "@/lib/action";
import { Refusal } from "@/lib/refusal";
import { nothing } from "@/lib/schema";
import { confirmedAction } from "../confirmation/confirmed-action";
import { disconnectIdentity } from "./data";
import { oidcProvider } from "./provider";

export const disconnectAction = confirmedAction("oidc.disconnect", nothing, async (db) => {
  const provider = oidcProvider();
  if (!provider) throw new Refusal("noProvider");
  await disconnectIdentity(db, provider.issuer);
  return saved("oidc_identity", db.owner);
});
