// The application through a real PgBouncer in transaction mode, as deploy/cluster sets it up; where Debian's is installed.
import { chmodSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { escapeIdentifier } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { databaseState, migrationsOfBuild } from "@/lib/operations/data";
import { testDatabase } from "@/lib/testing/database";
import { leftOpen, mixTransactions } from "@/lib/testing/mixed-owners";
import { patience } from "@/lib/testing/waiting";
import { Machines } from "../drills/cluster/programs";
import { startPooler } from "../drills/cluster/way";
import { appRoleName, appUrlFor, checkAppRole, prepareAppRole } from "./app-role";
import { checkDurable } from "./fitness";

const secret = "a secret of at least thirty-two characters";

describe.skipIf(!existsSync("/usr/sbin/pgbouncer"))("through PgBouncer", () => {
  const database = testDatabase();
  const role = appRoleName(new URL(database.adminUrl).pathname.slice(1));
  const stopping: (() => unknown)[] = [];
  let poolerUrl = "";
  let address = "";

  beforeAll(async () => {
    await prepareAppRole(database.adminUrl, secret);
    const home = mkdtempSync(join(tmpdir(), "vouch-pgbouncer-"));
    chmodSync(home, 0o711);
    stopping.push(() => rmSync(home, { recursive: true }));
    const { rows } = await database.admin.query("select rolpassword from pg_authid where rolname = $1", [role]);
    const { pathname, port, hostname, searchParams } = new URL(database.adminUrl);
    const to = `host=${searchParams.get("host") ?? hostname} port=${port || 5432} dbname=${pathname.slice(1)} pool_size=2`;
    const login = { name: role, verifier: rows[0].rolpassword };
    ({ url: poolerUrl } = await startPooler(new Machines(home, (stop) => stopping.push(stop)), {
      name: "test",
      to,
      login,
    }));
    address = await prepareAppRole(database.adminUrl, secret, poolerUrl);
    process.env.APP_DATABASE_URL = address; // asOwner's, from here on
  });

  afterAll(async () => {
    for (const stop of stopping.reverse()) await stop();
    await database.admin.query(`drop owned by ${escapeIdentifier(role)}`);
    await database.admin.query(`drop role ${escapeIdentifier(role)}`);
  });

  test("the login that is made is used there, with its own password", () => {
    const [there, direct] = [new URL(address), new URL(appUrlFor(database.adminUrl, secret))];
    expect(there.host).toBe(new URL(poolerUrl).host);
    expect([there.username, there.password]).toEqual([direct.username, direct.password]);
  });

  test("a server behind it is ready", async () => {
    expect(await databaseState(migrationsOfBuild())).toBe("ok");
    await (globalThis as { vouchHealth?: { end(): Promise<void> } }).vouchHealth?.end();
  });

  test("transactions of several owners on two connections never see one another's rows, nor stay open", async () => {
    const owners = await Promise.all(Array.from({ length: 5 }, database.newOwner));
    for (const [place, owner] of owners.entries()) {
      await database.admin.query(
        "insert into contact (owner_id, id, full_name) select $1, uuid_v7(), 'Iris ' || n from generate_series(1, $2) n",
        [owner, place + 1],
      );
    }
    expect(await mixTransactions(owners, 300)).toEqual({ whole: 294, cutOff: 6, foreign: [] });
    await expect.poll(async () => (await database.admin.query(leftOpen)).rowCount, patience).toBe(0);
  });

  test("a Postgres that may lose what it has confirmed is seen through it", async () => {
    await expect(checkDurable(address, false)).rejects.toThrow("fsync"); // the tests' own is such a one
  });

  test("what it keeps from Postgres, and the role hasn't either, is refused with the SQL that helps", async () => {
    const closeConnections = () =>
      database.admin.query("select pg_terminate_backend(pid) from pg_stat_activity where usename = $1", [role]);
    const said = () =>
      checkAppRole(address).then(
        () => "all is well",
        ({ details }) => details,
      );
    await database.admin.query(`alter role ${escapeIdentifier(role)} reset jit`);
    await closeConnections();
    await expect.poll(said, patience).toContain(`alter role "${role}" set jit = 'off';`);
    await prepareAppRole(database.adminUrl, secret);
    await closeConnections();
    await expect.poll(said, patience).toBe("all is well");
  });
});
