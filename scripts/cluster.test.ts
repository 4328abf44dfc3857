// The files of a deployment on several machines: what they promise one another. npm run drill:cluster runs them.
import { readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { connectionSettings } from "@/lib/connection-settings";
import { parseSettings } from "./settings";

const file = (name: string) => readFileSync(`deploy/cluster/${name}`, "utf8");
const environment = (name: string) => parseEnv(file(name)) as Record<string, string>;

test("PgBouncer hands connections on after each transaction, and lets pass what ours ask for", () => {
  const settings = parseEnv(
    file("pgbouncer.ini")
      .replaceAll(/^[;[].*$/gm, "")
      .replaceAll(" = ", "="),
  ) as Record<string, string>;
  expect(settings.pool_mode).toBe("transaction");
  expect(settings.ignore_startup_parameters?.split(",").sort()).toEqual(Object.keys(connectionSettings).sort());
});

test("Patroni promotes only who has what was acknowledged, and its times fit", () => {
  const { dcs } = parse(file("patroni.yml")).bootstrap;
  expect(dcs.synchronous_mode).toBe(true);
  expect(dcs.postgresql.parameters.synchronous_commit).toBe("on");
  expect(dcs.ttl).toBeGreaterThanOrEqual(dcs.loop_wait + 2 * dcs.retry_timeout);
});

test("HAProxy knows each of its settings, and repeats no form", () => {
  const named = [...file("haproxy.cfg").matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name);
  expect([...new Set(named)].sort()).toEqual(Object.keys(environment("haproxy.env")).sort());
  const ready = /^backend ready\n(.*?)\n\n/ms.exec(file("haproxy.cfg"))?.[1];
  expect(ready).toContain("disable-l7-retry unless METH_GET");
});

test("an application machine's settings are ones that Vouch takes, once the gaps are filled", () => {
  const key = Buffer.alloc(32, 1).toString("base64");
  const secret = "a secret of at least thirty-two characters";
  const filled: Record<string, string> = {
    ...environment("vouch.env"),
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: key,
    VOUCH_SECRET: secret,
  };
  const { poolerUrl, appDatabaseUrl, trustedProxies, keepsStatements } = parseSettings({
    ...filled,
    DATABASE_URL: filled.DATABASE_URL?.replace(/<.*>/, "secret"),
  });
  expect({ poolerUrl, appDatabaseUrl, trustedProxies, keepsStatements }).toEqual({
    poolerUrl: "postgres://127.0.0.1:6432/vouch",
    appDatabaseUrl: undefined,
    trustedProxies: 1,
    keepsStatements: false,
  });
});
