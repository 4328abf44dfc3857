import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { testDatabase } from "@/lib/testing/database";
import { newResetLink, removeSecondFactors } from "./reset-link";
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

test("a link for a new password is one account's, lives for an hour, and is the only one", async () => {
  const emailOf = async (owner: string) =>
    (await database.admin.query("select email from app_user where id = $1", [owner])).rows[0].email as string;
  const [owner, other] = [await database.newOwner(), await database.newOwner()];
  const make = (email: string) => newResetLink(database.adminUrl, "https://vouch.example", email);
  await make(await emailOf(other));
  await make(await emailOf(owner));
  const link = new URL((await make(` ${(await emailOf(owner)).toUpperCase()}`)) ?? "");
  expect(link.origin + link.pathname).toBe("https://vouch.example/reset");
  const token = link.searchParams.get("token") ?? "";
  const { rows } = await database.admin.query(
    `select user_id, token_hash, extract(epoch from expires_at - created_at)::int as seconds
     from one_time_link where purpose = 'RESET' and user_id = $1`,
    [owner],
  );
  expect(rows).toEqual([{ user_id: owner, token_hash: createHash("sha256").update(token).digest(), seconds: 3_600 }]);
  expect((await database.admin.query("select from one_time_link where user_id = $1", [other])).rowCount).toBe(1);
  expect(await make("nobody@example.test")).toBeUndefined();
});

test("who lost everything is left with the password, and nobody else loses anything", async () => {
  const { admin, adminUrl } = database;
  const [lost, other] = [await database.newOwner(), await database.newOwner()];
  const tables = ["sign_in_step", "passkey", "recovery_code", "authenticator_app"];
  for (const owner of [lost, other]) {
    await admin.query(
      "insert into passkey (user_id, credential_id, public_key, name) values ($1::uuid, $1::text, '', 'Phone')",
      [owner],
    );
    await admin.query("insert into authenticator_app (user_id, secret, confirmed_at) values ($1, '', now())", [owner]);
    await admin.query("insert into recovery_code (user_id, code_hash) values ($1, '')", [owner]);
    await admin.query(
      "insert into sign_in_step (token_hash, purpose, user_id, expires_at) values (sha256($1::text::bytea), 'CODE', $1::text::uuid, now() + interval '1 minute')",
      [owner],
    );
  }
  const { rows } = await admin.query<{ email: string }>("select email from app_user where id = $1", [lost]);
  await removeSecondFactors(adminUrl, ` ${rows[0]?.email.toUpperCase()} `);
  for (const table of tables) {
    const left = await admin.query<{ user_id: string }>(`select user_id from ${table} where user_id = any ($1)`, [
      [lost, other],
    ]);
    expect(left.rows, table).toEqual([{ user_id: other }]);
  }
});
