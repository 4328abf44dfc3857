import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { addressOf, noteAddresses } from "./address";

test("what a client says of itself is not believed", () => {
  expect(addressOf("192.0.2.7", "198.51.100.1", 0)).toBe("192.0.2.7");
  expect(addressOf("192.0.2.7", "198.51.100.1, 203.0.113.9", 1)).toBe("203.0.113.9");
  expect(addressOf("192.0.2.7", "198.51.100.1, 203.0.113.9, 192.0.2.5", 2)).toBe("203.0.113.9");
});

test("a proxy that says nothing, or nonsense, is asked in its client's stead", () => {
  expect(addressOf("192.0.2.7", null, 1)).toBe("192.0.2.7");
  expect(addressOf("192.0.2.7", "unknown", 1)).toBe("192.0.2.7");
  expect(addressOf(null, null, 0)).toBeNull();
});

test("an IPv6 network counts as one, and IPv4 in IPv6 is IPv4", () => {
  expect(addressOf("2001:db8:1:2:aaaa::1", null, 0)).toBe("2001:db8:1:2::/64");
  expect(addressOf("2001:db8:1:2:bbbb::2", null, 0)).toBe("2001:db8:1:2::/64");
  expect(addressOf("2001:db8:1:3::1", null, 0)).toBe("2001:db8:1:3::/64");
  expect(addressOf("::ffff:192.0.2.7", null, 0)).toBe("192.0.2.7");
});

test("every request carries its connection's address, under a name no client can know", async () => {
  noteAddresses();
  const server = createServer((asked, answer) => answer.end(JSON.stringify(asked.headers)));
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  const ask = () =>
    new Promise<Record<string, string>>((resolve, reject) => {
      const sent = { "x-vouch-address": "198.51.100.1", "x-forwarded-for": "198.51.100.1" };
      request({ host: "127.0.0.1", port, headers: sent }, async (answer) => {
        resolve(JSON.parse((await answer.toArray()).join("")));
      })
        .on("error", reject)
        .end();
    });
  const [first, second] = [await ask(), await ask()];
  server.close();
  const noted = (got: Record<string, string>) =>
    Object.keys(got).filter((name) => /^x-vouch-address-[0-9a-f-]{36}$/.test(name));
  expect(noted(first)).toHaveLength(1);
  expect(noted(second)).toEqual(noted(first));
  expect(first[noted(first)[0] ?? ""]).toBe("127.0.0.1");
});
