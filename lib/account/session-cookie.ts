import "server-only";
import { encode } from "next-auth/jwt";
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
