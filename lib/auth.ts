import "server-only";
import { cookies, headers } from "next/headers";
import { redirect, unstable_rethrow } from "next/navigation";
import { connection } from "next/server";
import { getServerSession, type NextAuthOptions } from "next-auth";
import { encode } from "next-auth/jwt";
import { cache } from "react";
import { endSession, findSession } from "./account/data";
import { askedForHeader, signInAddress } from "./account/return-address";
import type { Account } from "./account/schema";
import { absoluteDays } from "./account/sessions";
import type { OwnerId } from "./db";
import { env } from "./env";

// next-auth seals the cookie; what it holds is only a random session token, which the database checks at every request.
// So a session can be listed and ended, and a stolen secret alone signs nobody in.

const maxAge = absoluteDays * 86_400;

function authOptions(): NextAuthOptions {
  const { VOUCH_URL, VOUCH_SECRET } = env();
  const secure = VOUCH_URL.startsWith("https:");
  return {
    secret: VOUCH_SECRET,
    session: { strategy: "jwt", maxAge },
    providers: [], // sign-in is a server action: components/account/sign-in-form.tsx
    cookies: {
      sessionToken: {
        name: secure ? "__Host-vouch-session" : "vouch-session",
        options: { httpOnly: true, sameSite: "lax", path: "/", secure },
      },
    },
    callbacks: { session: ({ session, token }) => ({ ...session, token: token.session }) },
  };
}

function sessionCookie() {
  const { sessionToken } = authOptions().cookies ?? {};
  if (!sessionToken) throw new Error("authOptions names the session cookie");
  return sessionToken;
}

/** Who is signed in, or null. Asked of the database once per request. */
export const getSignedIn = cache(async (): Promise<{ owner: OwnerId; account: Account } | null> => {
  await connection(); // settings and database are there for requests, not for a build
  const session = await getServerSession(authOptions());
  return session?.token ? findSession(session.token) : null;
});

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

/** The same with the person's name, language and time zone. */
export async function requireSignedIn(): Promise<{ owner: OwnerId; account: Account }> {
  return (await getSignedIn()) ?? redirect(signInAddress((await headers()).get(askedForHeader)));
}

/** Hands the session to the browser. In a server action only: it sets a cookie. */
export async function openSession(token: string): Promise<void> {
  const { name, options } = sessionCookie();
  const sealed = await encode({ token: { session: token }, secret: env().VOUCH_SECRET, maxAge });
  (await cookies()).set(name, sealed, { ...options, maxAge });
}

/** Ends the session in the database and in the browser. In a server action only. */
export async function closeSession(): Promise<void> {
  const session = await getServerSession(authOptions());
  if (session?.token) await endSession(session.token);
  const { name, options } = sessionCookie();
  (await cookies()).set(name, "", { ...options, maxAge: 0 });
}
