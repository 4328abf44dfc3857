// The settings of the commands, checked before anything is touched. The server process has its own (lib/env.ts):
// what it gets is made from these.
import { existsSync } from "node:fs";
import { isIPv6 } from "node:net";
import { resolve } from "node:path";
import { z } from "zod";
import { mailFrom, smtpUrl } from "../lib/mail/server";
import { given, hostSetting, portSetting } from "../lib/operations/settings";
import { Obstacle } from "./say";

const aPostgres = "must be an address like postgres://user:password@host:5432/database";

const postgresAddress = z
  .url({ protocol: /^postgres(ql)?$/, hostname: /.*/, error: aPostgres, abort: true })
  .refine((url) => new URL(url).pathname.length > 1, aPostgres);

const environment = z.object({
  HOST: hostSetting,
  PORT: portSetting.default(3000),
  VOUCH_DATA_DIR: z.string().default(".vouch"),
  DATABASE_URL: postgresAddress.optional(),
  APP_DATABASE_URL: postgresAddress.optional(),
  VOUCH_URL: z.url({ protocol: /^https?$/, error: "must be an http:// or https:// address" }).optional(),
  VOUCH_SECRET: z.string().min(32, "must have at least 32 characters").optional(),
  VOUCH_METRICS_PORT: portSetting.optional(),
  VOUCH_METRICS_HOST: hostSetting,
  VOUCH_SMTP_URL: smtpUrl,
  VOUCH_MAIL_FROM: mailFrom,
  VOUCH_ALLOW_UNSAFE_DATABASE: z.enum(["0", "1"], "must be 1 or 0").default("0"),
});

export type Settings = {
  host: string;
  port: number;
  /** The address people open Vouch at, without a slash at its end. */
  publicUrl: string;
  /** Absolute. */
  dataDir: string;
  /** The administrator's address of a Postgres that somebody else runs; undefined means the embedded one. */
  databaseUrl: string | undefined;
  /** The application's own login there, where the administrator's role may not make one. */
  appDatabaseUrl: string | undefined;
  secret: string | undefined;
  allowUnsafeDatabase: boolean;
};

/** Throws an Obstacle with a sentence for each setting that is wrong. */
export function parseSettings(env: Record<string, string | undefined>, root = process.cwd()): Settings {
  const result = environment.safeParse(given(env));
  if (!result.success) {
    throw new Obstacle(result.error.issues.map(({ path, message }) => `${String(path[0])} ${message}.`).join("\n✗ "));
  }
  const { HOST, PORT, DATABASE_URL, APP_DATABASE_URL, VOUCH_URL, VOUCH_SECRET } = result.data;
  if (APP_DATABASE_URL && !DATABASE_URL) {
    throw new Obstacle(
      "APP_DATABASE_URL needs DATABASE_URL beside it: the administrator's address of the same database.",
    );
  }
  if (!result.data.VOUCH_SMTP_URL !== !result.data.VOUCH_MAIL_FROM) {
    throw new Obstacle("VOUCH_SMTP_URL and VOUCH_MAIL_FROM belong together: set both, or neither.");
  }
  if (result.data.VOUCH_METRICS_PORT === PORT) {
    throw new Obstacle("VOUCH_METRICS_PORT must be another than PORT: the figures aren't for everybody.");
  }
  return {
    host: HOST,
    port: PORT,
    publicUrl: VOUCH_URL ? new URL(VOUCH_URL).origin : `http://${reachableHost(HOST)}:${PORT}`,
    dataDir: resolve(root, result.data.VOUCH_DATA_DIR),
    databaseUrl: DATABASE_URL,
    appDatabaseUrl: APP_DATABASE_URL,
    secret: VOUCH_SECRET,
    allowUnsafeDatabase: result.data.VOUCH_ALLOW_UNSAFE_DATABASE === "1",
  };
}

/** The settings of this process, with those of a file `.env` where the environment itself is silent. */
export function readSettings(): Settings {
  if (existsSync(".env")) process.loadEnvFile(".env");
  return parseSettings(process.env);
}

/** How to name, in an address, the machine that listens on `host`: "every address" is reached at this one. */
export function reachableHost(host: string): string {
  if (host === "0.0.0.0") return "127.0.0.1";
  if (host === "::") return "[::1]";
  return isIPv6(host) ? `[${host}]` : host;
}
