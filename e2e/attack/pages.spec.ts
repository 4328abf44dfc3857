// Every page, asked for in every way there is to ask Next for one: by nobody, with a session that has ended, by another owner
// who has the address; and on a server in front of which proxy.ts doesn't stand.
import { signInAddress } from "../../lib/account/return-address";
import { expect, newOwner, guestTest as test } from "../fixtures";
import { guestsRoutes, ownersRoutes } from "../routes";
import { type Claims, onEach, send } from "./send";
import { cookieOf, fingerprint, newTarget, seenIn, type Target } from "./target";
import { startWithoutProxy } from "./without-proxy";

type Way = { what: string; more?: Record<string, string>; path?: (address: string) => string; method?: string };

const rsc = { rsc: "1" };
const prefetch = { ...rsc, "next-router-prefetch": "1" };
const asked: Way = { what: "as a browser asks" };
const ways: Way[] = [
  asked,
  { what: "its data", more: rsc },
  { what: "its data, by address", path: (address) => address.replace(/(?=\?|$)/, ".rsc"), more: rsc },
  { what: "prefetched", more: prefetch },
  { what: "prefetched by its tree", more: { ...prefetch, "next-router-segment-prefetch": "/_tree" } },
  { what: "prefetched by its segment", more: { ...prefetch, "next-router-segment-prefetch": "/__PAGE__" } },
  { what: "as if resumed", method: "POST", more: { "next-resume": "1" } },
  ...["proxy", "src/proxy", "middleware", "src/middleware", "pages/_middleware"].map((name) => ({
    what: `as if ${name} had looked already`,
    more: { "x-middleware-subrequest": Array(5).fill(name).join(":") },
  })),
  {
    what: "under another's name",
    more: { "x-matched-path": "/offline", "x-invoke-path": "/offline", "x-middleware-rewrite": "/offline" },
  },
  { what: "with what proxy.ts says", more: { "x-vouch-asked-for": "//elsewhere.example", "x-nonce": "known" } },
];

test.describe.configure({ mode: "serial" });

let target: Target;
let other: Claims;
let ended: Claims;
test.beforeAll(async () => {
  target = await newTarget();
  other = { cookie: await cookieOf(await newOwner()) };
  ended = { cookie: await cookieOf(target.owner, { revoked: true }) };
});

/** Asks for every page; tells what of it shows what is the target's, and what else the page shouldn't have answered. */
async function expectNothing(
  some: Way[],
  claims: Claims,
  wrongIn: (body: string, status: number, location: string | null, route: string) => string | false = () => false,
  at?: string,
) {
  const before = await fingerprint(target.owner);
  const wrong: string[] = [];
  const all = some.flatMap((way) =>
    Object.entries(target.addresses).map(([route, address]) => ({ way, route, address })),
  );
  await onEach(all, async ({ way, route, address }) => {
    const answer = await send(
      way.path?.(address) ?? address,
      { ...claims, ...(way.more && { more: way.more }) },
      { ...(way.method && { method: way.method }), ...(at && { at }) },
    );
    const [words] = seenIn(answer.body, target);
    const found = words
      ? `shows “${words}”`
      : way === asked && wrongIn(answer.body, answer.status, answer.location, route);
    if (found) wrong.push(`${route}, ${way.what}: ${found}`);
  });
  expect(wrong).toEqual([]);
  expect(await fingerprint(target.owner)).toEqual(before);
}

const signInOf = (route: string) => signInAddress(target.addresses[route] ?? null);
const notSignIn = (_: string, status: number, location: string | null, route: string) =>
  location !== signInOf(route) && `${status} ${location}, and not ${signInOf(route)}`;
const notNotFound = (body: string, status: number, _: string | null, route: string) =>
  route.includes("[") && !body.includes("There is nothing here") && `${status}`;

test("the owner sees what is theirs, under headers that let no other site near it", async () => {
  const { cookie } = target;
  const seen = new Set<string>();
  await onEach(Object.values(target.addresses), async (address) => {
    const { body, headers, status } = await send(address, { cookie });
    for (const words of seenIn(body, target)) seen.add(words);
    expect(status, address).toBe(200);
    const nonce = /'nonce-([^']+)'/.exec(headers.get("content-security-policy") ?? "")?.[1];
    expect(headers.get("content-security-policy"), address).toBe(
      [
        ...[
          "default-src 'self'",
          `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`,
          `style-src 'self' 'nonce-${nonce}'`,
        ],
        ...["style-src-attr 'unsafe-inline'", "img-src 'self' data:", "font-src 'self'", "connect-src 'self'"],
        ...["manifest-src 'self'", "worker-src 'self'", "object-src 'none'", "base-uri 'none'", "form-action 'self'"],
        "frame-ancestors 'none'",
      ].join("; "),
    );
    expect(Object.fromEntries(headers), address).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "same-origin",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "cache-control": expect.stringContaining("no-store"),
    });
    expect(headers.get("access-control-allow-origin"), address).toBeNull();
    expect(headers.get("x-powered-by"), address).toBeNull();
  });
  expect(target.written.length).toBeGreaterThan(15);
  expect(seen.size / target.written.length, "of what is written, so much is on some page").toBeGreaterThan(0.7);
});

test("nobody gets a page, in whatever way they ask: they are led to sign in, and back from there", async () => {
  await expectNothing(ways, {}, notSignIn);
});

test("nor does a session that has ended, in any of them", async () => {
  await expectNothing(ways, ended, notSignIn);
});

for (const way of ways) {
  test(`to another owner who has its address, a page isn't there: asked for ${way.what}`, async () => {
    await expectNothing([way], other, notNotFound);
  });
}

test("another owner finds nobody by the words, in lists, tables and the palette", async () => {
  const asking = [
    "/contacts",
    "/connections",
    "/recommendations/introductions",
    "/recommendations/ledger",
    "/invitations",
  ];
  for (const path of asking.map((one) => `${one}?q=Lena`)) {
    const { body, status } = await send(path, other);
    expect(status, path).toBe(200);
    expect(seenIn(body, target), path).toEqual([]);
  }
});

test("the pages of everybody show nothing of anybody", async () => {
  for (const route of guestsRoutes) {
    const { body, status } = await send(route, {});
    expect(status, route).toBeLessThan(500);
    expect(seenIn(body, target), route).toEqual([]);
  }
  expect(guestsRoutes.length + ownersRoutes.length).toBeGreaterThan(30);
});

test.describe("without proxy.ts all of this holds: who may see what is decided further in", () => {
  let bare: Awaited<ReturnType<typeof startWithoutProxy>>;
  test.beforeAll(async () => {
    bare = await startWithoutProxy();
  });
  test.afterAll(() => bare.stop());

  const leadsAway = (_: string, status: number, location: string | null) =>
    location !== "/login" && `${status} ${location}`;

  test("it is gone, and what it says is not believed from elsewhere", async () => {
    const { headers } = await send("/login", {}, { at: bare.address });
    expect(headers.get("content-security-policy")).toBeNull();
    const more = { "x-vouch-asked-for": "//elsewhere.example/" };
    expect((await send("/contacts", { more }, { at: bare.address })).location).toBe("/login");
  });

  test("nobody gets a page, in whatever way they ask", async () => {
    await expectNothing(ways, {}, leadsAway, bare.address);
  });

  test("nor does a session that has ended, in any of them", async () => {
    await expectNothing(ways, ended, leadsAway, bare.address);
  });

  test("to another owner a page isn't there", async () => {
    await expectNothing(ways.slice(0, 2), other, notNotFound, bare.address);
  });
});
