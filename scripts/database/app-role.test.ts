import { createHmac } from "node:crypto";
import { Client } from "pg";
import { afterAll, expect, test } from "vitest";
import { testDatabase } from "@/lib/testing/database";
import {
  appRoleName,
  appRolePassword,
  checkAdministrator,
  checkAppRole,
  prepareAppRole,
  scramVerifier,
} from "./app-role";
import { withClient } from "./with-client";

const database = testDatabase();
const role = appRoleName(new URL(database.adminUrl).pathname.slice(1));
const secret = "a secret of at least thirty-two characters";

// Before the pools are closed: the last registered hook runs first.
afterAll(async () => {
  await database.admin.query(`drop owned by ${role}`);
  await database.admin.query(`drop role ${role}`);
});

test("each database has its own role, whatever the length of its name", () => {
  expect(appRoleName("vouch")).toBe("vouch_login");
  const long = "é".repeat(31);
  expect(Buffer.byteLength(appRoleName(long))).toBeLessThanOrEqual(63);
  expect(appRoleName(long)).not.toBe(appRoleName(`${long}2`));
});

test("servers that share a secret agree on the password; other secrets and roles have others", () => {
  expect(appRolePassword(secret, "a")).toBe(appRolePassword(secret, "a"));
  expect(new Set([appRolePassword(secret, "a"), appRolePassword(secret, "b"), appRolePassword("x", "a")]).size).toBe(3);
});

test("the verifier is RFC 7677's example", () => {
  const verifier = scramVerifier("pencil", Buffer.from("W22ZaJ0SNY7soEsUEjb6gQ==", "base64"), 4096);
  const serverKey = Buffer.from(verifier.split(":")[2] ?? "", "base64");
  const message =
    "n=user,r=rOprNGfwEbeRWgbNEkqO,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096,c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0";
  expect(createHmac("sha256", serverKey).update(message).digest("base64")).toBe(
    "6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=",
  );
});

test("the role signs in, owns nothing, and follows a changed secret", async () => {
  const first = await prepareAppRole(database.adminUrl, secret);
  expect(await prepareAppRole(database.adminUrl, secret)).toBe(first);
  const second = await prepareAppRole(database.adminUrl, `${secret}, changed`);
  await checkAppRole(second);
  await expect(new Client({ connectionString: first }).connect()).rejects.toThrow("password authentication failed");
  const { rows } = await withClient(second, (client) =>
    client.query(
      "select rolsuper or rolbypassrls or rolcreatedb or rolcreaterole as mighty from pg_roles where rolname = current_user",
    ),
  );
  expect(rows).toEqual([{ mighty: false }]);
});

test("the role has what connections ask for, where something keeps that from Postgres", async () => {
  const { rows } = await withClient(await prepareAppRole(database.adminUrl, secret), (client) =>
    client.query(
      "select current_setting('jit') as jit, current_setting('idle_in_transaction_session_timeout') as idle",
    ),
  );
  expect(rows).toEqual([{ jit: "off", idle: "1min" }]);
});

test("an administrator's login is refused as the application's", async () => {
  await expect(checkAppRole(database.adminUrl)).rejects.toThrow("is too powerful");
});

test("a role that may not do what a start needs is told the exact SQL", async () => {
  await database.admin.query(`create role ${role}_poor login password 'poor'`);
  try {
    const url = new URL(database.adminUrl);
    [url.username, url.password] = [`${role}_poor`, "poor"];
    const refused = await checkAdministrator(url.href, true).catch((error: unknown) => error);
    expect(refused).toMatchObject({
      details: expect.stringContaining(`grant create on schema public to "${role}_poor";`),
    });
  } finally {
    await database.admin.query(`drop role ${role}_poor`);
  }
});
