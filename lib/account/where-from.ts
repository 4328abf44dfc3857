import "server-only";
import { cookies } from "next/headers";
import { env } from "@/lib/env";
import { clientAddress } from "./address";
import { knownBrowserCookie, knownBrowserSeconds, openBrowser, sealBrowser } from "./known-browser";
import { sessionCookie } from "./session-cookie";
import type { From } from "./throttle/data";

/** Where this request comes from, as the throttle counts it for the account with this e-mail. */
export async function whereFrom(email: string): Promise<From> {
  return { address: await clientAddress(), browser: await knownBrowser(email) };
}

/** From now on this browser is known to the account that it has just signed in to. In a server action only. */
export async function rememberBrowser(email: string): Promise<void> {
  if (await knownBrowser(email)) return;
  const { VOUCH_URL, VOUCH_SECRET } = env();
  const options = { ...sessionCookie(VOUCH_URL).options, maxAge: knownBrowserSeconds };
  (await cookies()).set(knownBrowserCookie(VOUCH_URL), sealBrowser(email, VOUCH_SECRET), options);
}

async function knownBrowser(email: string): Promise<string | null> {
  const { VOUCH_URL, VOUCH_SECRET } = env();
  return openBrowser((await cookies()).get(knownBrowserCookie(VOUCH_URL))?.value, email, VOUCH_SECRET);
}
