// A browser that has signed in to an account before has tries of its own: else a stranger who goes on guessing at the
// account would make its owner wait as often as they like. Nobody is signed in by it, and nothing is kept of it.
import "server-only";
import { createHmac, randomUUID, timingSafeEqual } from "node:crypto";

export const knownBrowserSeconds = 365 * 86_400;

/** The cookie that says so: its name, for a Vouch at `url`. It is kept as the session's is. */
export const knownBrowserCookie = (url: string) => (url.startsWith("https:") ? "__Host-vouch-known" : "vouch-known");

/** What the cookie holds for a browser that has just signed in as `email`. */
export function sealBrowser(email: string, secret: string, id: string = randomUUID()): string {
  return `${id}.${createHmac("sha256", secret).update(`known browser ${id} ${email}`).digest("base64url")}`;
}

/** The browser's id, where the cookie was given to it for this very account; else null. */
export function openBrowser(held: string | undefined, email: string, secret: string): string | null {
  const [id] = (held ?? "").split(".");
  if (!held || !id) return null;
  const [given, right] = [Buffer.from(held), Buffer.from(sealBrowser(email, secret, id))];
  return given.length === right.length && timingSafeEqual(given, right) ? id : null;
}
