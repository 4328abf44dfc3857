"use server";

import { clientAddress } from "@/lib/account/address";
import { noteInAudit } from "@/lib/account/note-in-audit";
import { arrivalCookie } from "@/lib/account/oidc/cookies";
import { userAgent } from "@/lib/account/user-agent";
import { guestAction, saved } from "@/lib/action";
import { openSession } from "@/lib/auth";
import { browserLanguage } from "@/lib/i18n/browser-language";
import { Refusal } from "@/lib/refusal";
import { joinWithIdentity, joinWithPassword } from "./data";
import * as schema from "./schema";

export const joinAction = guestAction("members.join", schema.join, async (input) => {
  return welcomed(await joinWithPassword({ ...input, locale: await browserLanguage() }, await by()));
});

export const joinByProviderAction = guestAction("members.join", schema.joinByProvider, async (input) => {
  const arrival = await arrivalCookie.read();
  if (arrival?.token !== input.token) throw new Refusal("arrivalGone");
  const identity = { issuer: arrival.issuer, subject: arrival.subject };
  const joined = await joinWithIdentity({ ...input, locale: await browserLanguage() }, identity, await by());
  return welcomed(joined);
});

async function welcomed({ owner, session, invite }: Awaited<ReturnType<typeof joinWithPassword>>) {
  await noteInAudit(owner, "members.join", invite ? "invite" : "app_user", [invite ?? owner]);
  await openSession(session);
  return saved("account", [], "/");
}

async function by() {
  return { userAgent: await userAgent(), address: await clientAddress() };
}
