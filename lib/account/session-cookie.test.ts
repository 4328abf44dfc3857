import { expect, onTestFinished, test, vi } from "vitest";
import { sealSession, sessionCookie, sessionSeconds, unsealSession } from "./session-cookie";
import { newToken } from "./token";

test("over https the cookie is this host's alone, and no script or other site's form gets at it", () => {
  expect(sessionCookie("https://vouch.example")).toEqual({
    name: "__Host-vouch-session", // the browser itself refuses it with a Domain, another path or without Secure
    options: { httpOnly: true, secure: true, sameSite: "lax", path: "/" },
  });
});

test("over http, on this machine, it is the same without what only https can have", () => {
  expect(sessionCookie("http://127.0.0.1:3000")).toEqual({
    name: "vouch-session",
    options: { httpOnly: true, secure: false, sameSite: "lax", path: "/" },
  });
});

test("a session is 256 random bits, which the cookie doesn't show", async () => {
  const token = newToken();
  expect(Buffer.from(token, "base64url")).toHaveLength(32);
  expect(newToken()).not.toBe(token);
  expect(await sealSession(token, "a secret for tests, long enough to be taken")).not.toContain(token);
});

test("it is opened by the secret that sealed it, whole, and as long as it counts", async () => {
  const secret = "a secret for tests, long enough to be taken";
  const sealed = await sealSession(newToken(), secret);
  expect(await unsealSession(await sealSession("a token", secret), secret)).toBe("a token");
  expect(await unsealSession(sealed, "another secret, as long as the one that sealed it")).toBeNull();
  expect(await unsealSession(sealed.slice(0, -4), secret)).toBeNull();
  expect(await unsealSession("nothing sealed", secret)).toBeNull();
  vi.useFakeTimers({ now: Date.now() + sessionSeconds * 1000 + 60_000, toFake: ["Date"] });
  onTestFinished(() => void vi.useRealTimers());
  expect(await unsealSession(sealed, secret)).toBeNull();
});
