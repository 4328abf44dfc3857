import { expect, test } from "vitest";
import { passkeyPlace } from "./place";

test.each([
  ["https://vouch.example", "good"],
  ["https://vouch.example:8443", "good"],
  ["http://localhost:3000", "good"],
  ["http://vouch.localhost", "good"],
  ["http://127.0.0.1:3000", "numbers"],
  ["http://[::1]:3000", "numbers"],
  ["https://192.0.2.7", "numbers"],
  ["http://192.0.2.7", "insecure"],
  ["http://vouch.example", "insecure"],
  ["http://notlocalhost", "insecure"],
])("%s is %s for passkeys", (url, place) => expect(passkeyPlace(url)).toBe(place));
