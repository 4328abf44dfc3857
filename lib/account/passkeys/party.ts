import "server-only";
import { env } from "@/lib/env";

/** Who asks for passkeys: Vouch at its one address. A passkey made for another address is of no use here. */
export function relyingParty(): { id: string; name: string; origin: string } {
  const { VOUCH_URL } = env();
  return { id: new URL(VOUCH_URL).hostname, name: "Vouch", origin: VOUCH_URL };
}

/** How a passkey names its owner: by an id that tells nothing about them. */
export const userHandle = (owner: string) => new Uint8Array(Buffer.from(owner));
