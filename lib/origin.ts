import "server-only";
import { headers } from "next/headers";
import { env } from "./env";

/**
 * Whether a form was sent from Vouch's own pages. Next lets a missing Origin pass and compares with the Host header;
 * this compares with the one configured address and lets nothing else pass.
 */
export async function isSameOrigin(): Promise<boolean> {
  const sent = await headers();
  const site = sent.get("sec-fetch-site");
  return sent.get("origin") === env().VOUCH_URL && (site === null || site === "same-origin");
}
