// The OpenID Connect provider, as the settings name it.
import { z } from "zod";
import { isLoopback } from "../../setting";

const anIssuer = "must be the provider's https:// address, as it names itself; http:// only on this machine";
const aName = "must be a name of at most 60 characters";

/** Secrets go there and identities come from there, so it is https, except on this machine. */
function isIssuer(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username, password, search, hash } = new URL(address);
  if (username || password || search || hash) return false;
  return protocol === "https:" || (protocol === "http:" && isLoopback(hostname));
}

export const oidcSettings = {
  VOUCH_OIDC_ISSUER: z
    .string()
    .refine(isIssuer, anIssuer)
    .transform((address) => new URL(address).href)
    .optional(),
  VOUCH_OIDC_CLIENT_ID: z.string().optional(),
  VOUCH_OIDC_CLIENT_SECRET: z.string().optional(),
  /** What the button says after "Continue with". */
  VOUCH_OIDC_NAME: z.string().trim().max(60, aName).optional(),
};

type Given = { [name in keyof typeof oidcSettings]?: string | undefined };

/** Follows the first setting's name in a sentence. */
export const oidcTogether =
  "goes with VOUCH_OIDC_CLIENT_ID, VOUCH_OIDC_CLIENT_SECRET and VOUCH_OIDC_NAME: set all four, or none";

export function isWholeOidc(given: Given): boolean {
  const { VOUCH_OIDC_ISSUER, VOUCH_OIDC_CLIENT_ID, VOUCH_OIDC_CLIENT_SECRET, VOUCH_OIDC_NAME } = given;
  const set = [VOUCH_OIDC_ISSUER, VOUCH_OIDC_CLIENT_ID, VOUCH_OIDC_CLIENT_SECRET, VOUCH_OIDC_NAME].filter(Boolean);
  return set.length === 0 || set.length === 4;
}
