import { expect, test } from "vitest";
import { sealSession, sessionCookie } from "./session-cookie";
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
