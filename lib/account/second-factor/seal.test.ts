import { expect, test, vi } from "vitest";
import { seal, unseal } from "./seal";

vi.stubEnv("APP_DATABASE_URL", "postgres://nobody@127.0.0.1/none");
vi.stubEnv("VOUCH_URL", "http://127.0.0.1:3000");
vi.stubEnv("VOUCH_SECRET", "a secret for tests, long enough to be taken");

const secret = new Uint8Array(Buffer.from("twenty random bytes."));

test("what is sealed opens for whom it was sealed, and for nobody else", () => {
  expect(unseal(seal(secret, "ada"), "ada")).toEqual(secret);
  expect(unseal(seal(secret, "ada"), "grace")).toBeNull();
});

test("what was sealed under another VOUCH_SECRET doesn't open", () => {
  expect(unseal(seal(secret, "ada", "another secret, which was long enough, too"), "ada")).toBeNull();
});

test("sealed twice it looks different, and shows nothing of what is in it", () => {
  const [one, other] = [Buffer.from(seal(secret, "ada")), Buffer.from(seal(secret, "ada"))];
  expect(one.equals(other)).toBe(false);
  expect(one.includes(Buffer.from(secret))).toBe(false);
});

test("a single changed bit anywhere opens nothing", () => {
  const sealed = seal(secret, "ada");
  for (let at = 0; at < sealed.length; at++) {
    const changed = sealed.slice();
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(unseal(changed, "ada"), `byte ${at}`).toBeNull();
  }
});
