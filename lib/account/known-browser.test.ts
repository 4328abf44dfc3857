import { expect, test } from "vitest";
import { knownBrowserCookie, openBrowser, sealBrowser } from "./known-browser";

const secret = "a secret for tests, long enough to be taken";

test("a browser is known to the account it signed in to, and to no other", () => {
  const held = sealBrowser("ada@example.test", secret);
  expect(openBrowser(held, "ada@example.test", secret)).toBe(held.split(".")[0]);
  expect(openBrowser(held, "max@example.test", secret)).toBeNull();
  expect(openBrowser(held, "ada@example.test", `${secret}, another`)).toBeNull();
  expect(sealBrowser("ada@example.test", secret)).not.toBe(held);
});

test.each([undefined, "", ".", "made up", "1.2", `${sealBrowser("ada@example.test", secret)}x`])(
  "not by %s",
  (held) => {
    expect(openBrowser(held, "ada@example.test", secret)).toBeNull();
  },
);

test("over https the cookie is this host's alone", () => {
  expect(knownBrowserCookie("https://vouch.example")).toBe("__Host-vouch-known");
});
