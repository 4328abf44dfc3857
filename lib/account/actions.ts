"use server";

import { redirect } from "next/navigation";
import { guestAction, saved } from "@/lib/action";
import { closeSession, openSession } from "@/lib/auth";
import type { FormState } from "@/lib/form-state";
import { browserLanguage } from "@/lib/i18n/browser-language";
import { isSameOrigin } from "@/lib/origin";
import { clientAddress } from "./address";
import { CodeAsked, setUpFirstOwner, signInWithPassword } from "./data";
import * as schema from "./schema";
import { askForCode } from "./second-factor/sign-in/ask";
import { userAgent } from "./user-agent";
import { whereFrom } from "./where-from";

export const setUpAction = guestAction("account.setUp", schema.setup, async (input) => {
  const account = { ...input, locale: await browserLanguage() };
  await openSession(await setUpFirstOwner(account, await userAgent(), await clientAddress()));
  return saved("account", [], "/");
});

export const signInAction = guestAction("account.signIn", schema.signIn, async ({ next, ...input }) => {
  try {
    await openSession(await signInWithPassword(input, await userAgent(), await whereFrom(input.email)));
  } catch (error) {
    if (!(error instanceof CodeAsked)) throw error;
    return saved("account", [], await askForCode(error.step, next));
  }
  return saved("account", [], next);
});

export async function signOutAction(): Promise<FormState> {
  if (await isSameOrigin()) await closeSession();
  redirect("/login");
}
