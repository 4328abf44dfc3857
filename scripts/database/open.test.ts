import { escapeIdentifier } from "pg";
import { afterAll, expect, test } from "vitest";
import { testDatabase } from "@/lib/testing/database";
import { parseSettings } from "../settings";
import { appRoleName, checkAppRole } from "./app-role";
import { prepareDatabase } from "./open";

const database = testDatabase();
const role = appRoleName(new URL(database.adminUrl).pathname.slice(1));

afterAll(async () => {
  await database.admin.query(`drop owned by ${escapeIdentifier(role)}`);
  await database.admin.query(`drop role ${escapeIdentifier(role)}`);
});

test("servers that start at once on one database all come through, with the same login", async () => {
  const settings = parseSettings({
    VOUCH_SECRET: "a secret of at least thirty-two characters",
    VOUCH_ALLOW_UNSAFE_DATABASE: "1",
  });
  const starts = Array.from({ length: 3 }, () => prepareDatabase(database.adminUrl, settings));
  const logins = await Promise.all(starts);
  expect(new Set(logins).size).toBe(1);
  await checkAppRole(logins[0] ?? "");
});
