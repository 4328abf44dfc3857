// Every route handler and download, asked as a program asks: by nobody, with a session that has ended, by another owner who
// knows every id, and with the owner's own cookie from another site.

import { downloadNames } from "../../lib/exports/schema";
import { deviceOwner } from "../../lib/offline/owner";
import { newOperationKey } from "../../lib/operation-key";
import { expect, newOwner, guestTest as test } from "../fixtures";
import { handlers } from "../routes";
import { type Answer, type Claims, home, onEach, send } from "./send";
import { cookieOf, fingerprint, newTarget, seenIn, type Target } from "./target";

/** Who needs no session, and why. */
const open: Record<string, string> = {
  "GET /api/calendar/[file]": "the address is the secret; here it is guessed",
  "GET /api/digest/off": "leads to the settings, where one signs in",
  "POST /api/digest/off": "the address is signed; here it is forged",
  "GET /api/health": "says whether the server is well, and nothing else",
  "GET /api/health/live": "the same",
  "POST /api/oidc": "leads to the provider, to sign in",
  "GET /api/oidc/callback": "whoever didn't leave from here gets nowhere",
  "POST /api/passkeys/[purpose]": "asks for a passkey, which signs in; the other purposes are closed, below",
};

type Asked = { path: string; body?: () => BodyInit; type?: string };
type Ask = { handler: string; method: string } & Asked;

const json = (path: string, value: unknown): Asked => ({
  path,
  body: () => JSON.stringify(value),
  type: "application/json",
});
const form = (path: string, fields: Record<string, string | Blob>): Asked => ({
  path,
  body: () => {
    const sent = new FormData();
    for (const [name, value] of Object.entries(fields)) {
      if (typeof value === "string") sent.append(name, value);
      else sent.append(name, value, "file.csv");
    }
    return sent;
  },
});

/** How one asks for what is the target's. Of the others the address is enough. */
function particular({ ids, owner }: Target): Record<string, Asked[]> {
  const { contact = "", import_batch: batch = "" } = ids;
  const some = new Blob(["First Name,Last Name,URL\nNils,Nobody,"]);
  const logged = {
    id: newOperationKey(),
    contactIds: [contact],
    kind: "CALL",
    day: "yesterday",
    notes: "From elsewhere",
  };
  return {
    "GET /api/calendar/[file]": [{ path: `/api/calendar/${"a".repeat(43)}.ics` }, { path: "/api/calendar/%2e%2e.ics" }],
    "GET /api/contacts/rows": [{ path: "/api/contacts/rows" }, { path: "/api/contacts/rows?q=Lena&start=0" }],
    "GET /api/exports/[file]": downloadNames.map((name) => ({ path: `/api/exports/${name}` })),
    "POST /api/exports/[file]": [form("/api/exports/contacts.csv", { chosen: contact, query: "", except: "" })],
    "GET /api/imports/[id]": [{ path: `/api/imports/${batch}` }],
    "GET /api/imports/[id]/errors": [{ path: `/api/imports/${batch}/errors` }],
    "GET /api/notices": [{ path: "/api/notices?text" }],
    "POST /api/digest/off": [{ path: `/api/digest/off?of=${owner.id}.${"a".repeat(43)}` }],
    "POST /api/imports": [form("/api/imports", { file: some })],
    "POST /api/outbox": [json("/api/outbox", { owner: deviceOwner(owner.id as never), values: logged })],
    "GET /api/contacts/[id]/held": [{ path: `/api/contacts/${contact}/held` }],
    "POST /api/passkeys/[purpose]": [{ path: "/api/passkeys/sign-in" }, { path: "/api/passkeys/nothing" }],
    "POST /api/oidc": [form("/api/oidc", { to: "signIn", next: "/" })],
    "GET /api/oidc/callback": [{ path: "/api/oidc/callback?code=guessed&state=guessed" }],
    "POST /api/policy/preview": [form("/api/policy/preview", { halfLifeDays: "1", version: "0" })],
    "POST /api/restore": [form("/api/restore", { file: some })],
    "POST /api/search": [json("/api/search", { q: "Lena" }), json("/api/search", { q: "" })],
    "POST /api/search/peek": [json("/api/search/peek", { contactId: contact })],
  };
}

test.describe.configure({ mode: "serial" });

let target: Target;
let asks: Ask[];
test.beforeAll(async () => {
  target = await newTarget();
  const known = particular(target);
  asks = handlers.flatMap((handler) => {
    const [method = "", route = ""] = handler.split(" ");
    const ways = known[handler] ?? (route.includes("[") ? [] : [{ path: route }]);
    return ways.map((way) => ({ handler, method, ...way }));
  });
  expect(
    handlers.filter((one) => !asks.some(({ handler }) => handler === one)),
    "nobody knows how to ask",
  ).toEqual([]);
});

const ask = ({ method, path, body, type }: Ask, claims: Claims): Promise<Answer> =>
  send(
    path,
    { ...claims, more: { ...claims.more, ...(type && { "content-type": type }) } },
    { method, ...(body && { body: body() }) },
  );

async function attack(
  some: Ask[],
  claims: Claims,
  wrongIn: (answer: Answer, asked: Ask) => string | false,
): Promise<void> {
  const before = await fingerprint(target.owner);
  const wrong: string[] = [];
  await onEach(some, async (asked) => {
    const answer = await ask(asked, claims);
    const [words] = seenIn(answer.body, target);
    const found = words ? `shows “${words}”` : wrongIn(answer, asked);
    if (found) wrong.push(`${asked.method} ${asked.path}: ${found}`);
  });
  expect(wrong).toEqual([]);
  expect(await fingerprint(target.owner)).toEqual(before);
}

const isRefused = ({ status, location }: Answer) =>
  [401, 403, 404].includes(status) ||
  (status === 303 && /^\/(login|data\?(problem|restore)=origin)\b/.test(location ?? ""));
const taken = (answer: Answer) =>
  !isRefused(answer) && `${answer.status} ${answer.location} ${answer.body.slice(0, 100)}`;

test("nobody, and nobody whose session has ended, gets anything", async () => {
  const closed = asks.filter(({ handler }) => !(handler in open));
  for (const claims of [{ origin: home }, { origin: home, cookie: await cookieOf(target.owner, { revoked: true }) }]) {
    await attack(closed, claims, taken);
    await attack(
      asks.filter(({ handler }) => handler in open),
      claims,
      ({ status }) => status >= 500 && `${status}`,
    );
  }
});

test("another owner who knows every id gets nothing of it", async () => {
  const cookie = await cookieOf(await newOwner());
  await attack(asks, { origin: home, cookie }, (answer, { handler }) => {
    const names = /\[id\]|peek/.test(handler);
    return answer.status >= 500 ? `${answer.status}` : names && answer.status !== 404 && `${answer.status}`;
  });
});

test("from another site, or from nowhere, the owner's own cookie writes nothing", async () => {
  const { cookie } = target;
  const writing = asks.filter(({ method, handler }) => method !== "GET" && !(handler in open));
  const from: Claims[] = [
    { cookie },
    { cookie, origin: "null" },
    { cookie, origin: "https://elsewhere.example" },
    { cookie, origin: home, site: "cross-site" },
    { cookie, origin: home, site: "same-site" },
  ];
  for (const claims of from) await attack(writing, claims, taken);
});

test("words for another kind of question than the one asked are refused, not run into", async () => {
  const { cookie } = target;
  const nonsense = [
    '{"q":{"not":null}}',
    '{"q":["a"]}',
    '{"q":"\\u0000"}',
    '{"q":"\\ud800"}',
    '{"__proto__":{"q":"a"}}',
    '{"q":{"length":{"toString":1,"valueOf":1}},"owner":{"length":{"toString":1,"valueOf":1}}}',
    "[]",
    "",
    "{",
  ];
  const wrong: string[] = [];
  for (const path of ["/api/search", "/api/search/peek", "/api/outbox"]) {
    for (const body of nonsense) {
      const { status } = await send(
        path,
        { cookie, origin: home, more: { "content-type": "application/json" } },
        { method: "POST", body },
      );
      if (status >= 500) wrong.push(`${path} ${body}: ${status}`);
    }
  }
  for (const path of [
    "/contacts?q=%00",
    "/api/contacts/rows?q=%00",
    "/recommendations/introductions?q=aa%00",
    "/connections?q=%00",
    "/contacts/%00",
    "/contacts?after=%00",
    "/log?contact=%00",
    "/data/%00",
    "/invitations?after=%00",
  ]) {
    const { status } = await send(path, { cookie });
    if (status >= 500) wrong.push(`${path}: ${status}`);
  }
  expect(wrong).toEqual([]);
});

test("no picture is fetched on anybody's behalf", async () => {
  const asked = `/_next/image?${new URLSearchParams({ url: "http://elsewhere.example/x.png", w: "64", q: "75" })}`;
  expect((await send(asked, {})).status).toBeGreaterThanOrEqual(400);
});

test("the owner gets all of it, and nobody on the way keeps it", async () => {
  const { cookie } = target;
  for (const asked of asks.filter(({ handler }) => !(handler in open))) {
    const { status, body, headers } = await ask(asked, { cookie, origin: home });
    expect(status, `${asked.method} ${asked.path} ${body.slice(0, 200)}`).toBeLessThan(400);
    expect(headers.get("cache-control"), asked.path).toContain("no-store");
    expect(headers.get("x-content-type-options"), asked.path).toBe("nosniff");
    if (/contacts|interactions|everything|map|search/.test(asked.path))
      expect(seenIn(body, target), asked.path).not.toEqual([]);
  }
  expect((await send("/api/exports/passwords.txt", { cookie })).status).toBe(404);
});
