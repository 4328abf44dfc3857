import "server-only";
import { cookies, headers } from "next/headers";
import { redirect, unstable_rethrow } from "next/navigation";
import { connection } from "next/server";
import { cache } from "react";
import { endSession, findSession, type SignedIn } from "./account/data";
import { arrivalCookie } from "./account/oidc/cookies";
import { askedForHeader, signInAddress } from "./account/return-address";
import type { Account } from "./account/schema";
import { sealSession, sessionCookie, sessionSeconds, unsealSession } from "./account/session-cookie";
import { rememberBrowser } from "./account/where-from";
import type { OwnerId } from "./db";
import { env } from "./env";

// next-auth seals the cookie; what it holds is only a random session token, which the database checks at every request.
// So a session can be listed and ended, and a stolen secret alone signs nobody in. The cookie is only opened here: next-auth's
// getServerSession would seal a new one each time, which no page can send.

/** Who is signed in, or null. Asked of the database once per request. */
export const getSignedIn = cache(async (): Promise<SignedIn | null> => {
  await connection(); // settings and database are there for requests, not for a build
  const token = await sessionToken();
  return token ? findSession(token) : null;
});

/** The token of the session that asks, whether or not it still counts; for what is about this very session. */
export async function sessionToken(): Promise<string | null> {
  const { VOUCH_URL, VOUCH_SECRET } = env();
  const sealed = (await cookies()).get(sessionCookie(VOUCH_URL).name)?.value;
  return sealed ? unsealSession(sealed, VOUCH_SECRET) : null;
}

/** How the signed-in person wants pages to be; nobody, too, while the database is away: the page that says so is shown. */
export async function getAccount(): Promise<Account | undefined> {
  try {
    return (await getSignedIn())?.account;
  } catch (error) {
    unstable_rethrow(error);
    return undefined;
  }
}

/**
 * The signed-in owner; anybody else is sent to sign in, and from there to where they wanted to go. Every page, layout and
 * action that shows or writes data asks.
 */
export async function requireOwner(): Promise<OwnerId> {
  return (await requireSignedIn()).owner;
}

/** The same with the person's name, language and time zone, and the session they are signed in by. */
export async function requireSignedIn(): Promise<SignedIn> {
  return (await getSignedIn()) ?? redirect(signInAddress((await headers()).get(askedForHeader)));
}

/**
 * Hands a new session to the browser, in place of the one it may have had; the browser is known to the account from now on.
 * Only where a cookie can be set: in a server action, or a route.
 */
export async function openSession(token: string): Promise<void> {
  await endCurrentSession();
  await arrivalCookie.clear(); // of whoever came by the provider before
  const { name, options } = sessionCookie(env().VOUCH_URL);
  const sealed = await sealSession(token, env().VOUCH_SECRET);
  (await cookies()).set(name, sealed, { ...options, maxAge: sessionSeconds });
  const signedIn = await findSession(token);
  if (signedIn) await rememberBrowser(signedIn.account.email);
}

/** Ends the session in the database and in the browser. In a server action only. */
export async function closeSession(): Promise<void> {
  await endCurrentSession();
  await arrivalCookie.clear();
  const { name, options } = sessionCookie(env().VOUCH_URL);
  (await cookies()).set(name, "", { ...options, maxAge: 0 });
}

async function endCurrentSession(): Promise<void> {
  const token = await sessionToken();
  if (token) await endSession(token);
}
