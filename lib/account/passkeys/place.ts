import { isIP } from "node:net";

/** "insecure": plain http from another machine. "numbers": an IP address, for which no browser makes a passkey. */
export type Place = "good" | "insecure" | "numbers";

/** Whether browsers have passkeys for a Vouch at `url`: it takes https, or this very machine, and a name. */
export function passkeyPlace(url: string): Place {
  const { protocol, hostname } = new URL(url);
  if (isIP(hostname.replace(/^\[|\]$/g, "")))
    return isLoopback(hostname) || protocol === "https:" ? "numbers" : "insecure";
  return protocol === "https:" || hostname === "localhost" || hostname.endsWith(".localhost") ? "good" : "insecure";
}

const isLoopback = (address: string) => /^127\.|^\[::1\]$/.test(address);
