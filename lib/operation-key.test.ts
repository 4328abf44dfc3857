import { expect, test } from "vitest";
import { z } from "zod";
import { newOperationKey } from "./operation-key";

test("an operation key is a UUID v7 that carries its time, and no two are the same", () => {
  const at = Date.UTC(2026, 10, 22, 12, 0, 0, 123);
  const keys = Array.from({ length: 1000 }, () => newOperationKey(at));
  expect(new Set(keys).size).toBe(1000);
  for (const key of keys) {
    expect(z.uuidv7().safeParse(key).success).toBe(true);
    expect(Number.parseInt(key.replaceAll("-", "").slice(0, 12), 16)).toBe(at);
  }
});
