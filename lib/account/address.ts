// Where a request comes from, for the throttle. Next tells pages only X-Forwarded-For, which a client may write itself. So
// the connection's own address is noted on every request before Next sees it, in a header that nobody outside can name.
import "server-only";
import { randomUUID } from "node:crypto";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import ipaddr from "ipaddr.js";
import { headers } from "next/headers";
import { env } from "@/lib/env";

// One a process, also when `next dev` loads this module anew.
const held = globalThis as { vouchAddressHeader?: string };

/** Once, when the server process starts. */
export function noteAddresses(): void {
  if (held.vouchAddressHeader) return;
  const name = `x-vouch-address-${randomUUID()}`;
  held.vouchAddressHeader = name;
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    request.headers[name] = request.socket.remoteAddress ?? "";
  });
}

/** The address this request comes from, or null where it can't be known. */
export async function clientAddress(): Promise<string | null> {
  if (!held.vouchAddressHeader) return null;
  const sent = await headers();
  return addressOf(sent.get(held.vouchAddressHeader), sent.get("x-forwarded-for"), env().VOUCH_TRUSTED_PROXIES);
}

/**
 * The address of a client that reaches Vouch through `proxies` proxies, each of which adds to X-Forwarded-For whom it was
 * asked by: so the last ones can be believed, and nothing before them. Without proxies the header means nothing.
 *
 * Of an IPv6 address only the network: one household has 2^64 of them.
 */
export function addressOf(connection: string | null, forwarded: string | null, proxies: number): string | null {
  const passed = (forwarded ?? "").split(",").map((address) => address.trim());
  const believed = proxies > 0 ? passed.slice(-proxies) : [];
  const address = [...believed, connection ?? ""].find((one) => ipaddr.isValid(one));
  if (!address) return null;
  const known = ipaddr.process(address); // 192.0.2.1 for ::ffff:192.0.2.1
  if (known instanceof ipaddr.IPv4) return known.toString();
  return `${new ipaddr.IPv6([...known.parts.slice(0, 4), 0, 0, 0, 0]).toString()}/64`;
}
