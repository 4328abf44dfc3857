import { randomBytes } from "node:crypto";
import type { Client } from "pg";
import { expect, test } from "vitest";
import { parseSettings } from "../settings";
import { appRoleName, checkAppRole } from "./app-role";
import { prepareDatabase } from "./open";
import { withClient } from "./with-client";

test("servers that start at once on an empty database all come through, with the same login", async () => {
  const server = process.env.TEST_DATABASE_URL ?? "";
  const name = `vouch_test_${randomBytes(6).toString("hex")}`;
  const url = new URL(server);
  url.pathname = `/${name}`;
  const settings = parseSettings({
    VOUCH_SECRET: "a secret of at least thirty-two characters",
    VOUCH_ALLOW_UNSAFE_DATABASE: "1",
  });
  await withClient(server, (client: Client) => client.query(`create database ${name}`));
  try {
    const logins = await Promise.all([1, 2, 3].map(() => prepareDatabase(url.href, settings)));
    expect(new Set(logins).size).toBe(1);
    await checkAppRole(logins[0] ?? "");
  } finally {
    await withClient(server, async (client: Client) => {
      await client.query(`drop database ${name} with (force)`);
      await client.query(`drop role if exists ${appRoleName(name)}`);
    });
  }
});
