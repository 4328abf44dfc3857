import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { testDatabase } from "@/lib/testing/database";
import { hasOwner, newSetupLink } from "./setup-link";

const database = testDatabase();

test("the newest setup link is the only one, lives for a day, and is kept as a hash", async () => {
  expect(await hasOwner(database.adminUrl)).toBe(false);
  await newSetupLink(database.adminUrl, "https://vouch.example");
  const link = new URL(await newSetupLink(database.adminUrl, "https://vouch.example"));
  expect(link.origin + link.pathname).toBe("https://vouch.example/setup");
  const token = link.searchParams.get("token") ?? "";
  expect(Buffer.from(token, "base64url")).toHaveLength(32);
  const { rows } = await database.admin.query(
    "select token_hash, purpose, used_at, extract(epoch from expires_at - created_at)::int as seconds from one_time_link",
  );
  expect(rows).toEqual([
    { token_hash: createHash("sha256").update(token).digest(), purpose: "SETUP", used_at: null, seconds: 86_400 },
  ]);
  await database.newOwner();
  expect(await hasOwner(database.adminUrl)).toBe(true);
});
