import { expect, test } from "vitest";
import { hashPassword, verifyPassword } from "./password";

test("a password is kept by argon2id, no cheaper than OWASP's floor, each with a salt of its own", async () => {
  const [hash, again] = [await hashPassword("correct horse battery"), await hashPassword("correct horse battery")];
  const [, memory, passes, lanes] = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$/.exec(hash) ?? [];
  expect(Number(memory)).toBeGreaterThanOrEqual(19 * 1024); // KiB
  expect(Number(passes)).toBeGreaterThanOrEqual(2);
  expect(lanes).toBe("1");
  expect(again).not.toBe(hash);
  expect(await verifyPassword(hash, "correct horse battery")).toBe(true);
  expect(await verifyPassword(hash, "Correct horse battery")).toBe(false);
  expect(await verifyPassword(null, "no account has this password")).toBe(false);
});
