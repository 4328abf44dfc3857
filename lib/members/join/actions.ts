"use server";

import { clientAddress } from "@/lib/account/address";
import { confirmSession } from "@/lib/account/confirmation/data";
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
  if (!arrival) throw new Refusal("arrivalGone");
  const identity = { issuer: arrival.issuer, subject: arrival.subject };
  const joined = await joinWithIdentity({ ...input, locale: await browserLanguage() }, identity, await by());
  await arrivalCookie.clear();
  const welcome = await welcomed(joined);
  await confirmSession(joined.session); // the provider has just seen who it is
  return welcome;
});

async function welcomed({ owner, session, invite }: Awaited<ReturnType<typeof joinWithPassword>>) {
  await noteInAudit(owner, "members.join", invite ? "invite" : "app_user", [invite ?? owner]);
  await openSession(session);
  return saved("account", [], "/");
}

async function by() {
  return { userAgent: await userAgent(), address: await clientAddress() };
}
