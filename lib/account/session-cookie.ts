import "server-only";
import { decode, encode } from "next-auth/jwt";
import { absoluteDays } from "./sessions";

/** In seconds, as cookies count. */
export const sessionSeconds = absoluteDays * 86_400;

/** The cookie that a session lives in: its name, and how the browser keeps it for a Vouch at `url`. */
export function sessionCookie(url: string) {
  const secure = url.startsWith("https:");
  return {
    name: secure ? "__Host-vouch-session" : "vouch-session",
    options: { httpOnly: true, sameSite: "lax", path: "/", secure },
  } as const;
}

/** What the cookie holds: the session's token, sealed. */
export function sealSession(token: string, secret: string): Promise<string> {
  return encode({ token: { session: token }, secret, maxAge: sessionSeconds });
}

/** The token of the session that a cookie holds; null where it isn't ours, or is too old. */
export async function unsealSession(sealed: string, secret: string): Promise<string | null> {
  const content = await decode({ token: sealed, secret }).catch(() => null);
  return content?.session ?? null;
}
