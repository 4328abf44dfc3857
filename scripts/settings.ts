// The settings of the commands, checked before anything is touched. The server process has its own (lib/env.ts):
// what it gets is made from these.
import { existsSync } from "node:fs";
import { isIPv6 } from "node:net";
import { join, resolve } from "node:path";
import { z } from "zod";
import { isWholeOidc, oidcSettings, oidcTogether } from "../lib/account/oidc/settings";
import { trustedProxies } from "../lib/account/trusted-proxies";
import { settingNames as serverSettingNames } from "../lib/env";
import { mailFrom, smtpUrl } from "../lib/mail/server";
import { given, hostSetting, portSetting, serverActionsKey } from "../lib/setting";
import type { Keep } from "./backup/rotation";
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
  DATABASE_PREPARED: z.enum(["on", "off"], "must be on or off").optional(),
  VOUCH_URL: z.url({ protocol: /^https?$/, error: "must be an http:// or https:// address" }).optional(),
  VOUCH_SECRET: z.string().min(32, "must have at least 32 characters").optional(),
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: serverActionsKey,
  VOUCH_METRICS_PORT: portSetting.optional(),
  VOUCH_METRICS_HOST: hostSetting,
  VOUCH_TRUSTED_PROXIES: trustedProxies,
  VOUCH_SMTP_URL: smtpUrl,
  VOUCH_MAIL_FROM: mailFrom,
  ...oidcSettings,
  VOUCH_ALLOW_UNSAFE_DATABASE: z.enum(["0", "1"], "must be 1 or 0").default("0"),
  VOUCH_BACKUP_DIR: z.string().optional(),
  VOUCH_BACKUP_HOUR: z
    .string()
    .regex(/^(off|[01]?\d|2[0-3])$/, "must be an hour from 0 to 23, or off")
    .default("3"),
  VOUCH_BACKUP_KEEP: z
    .string()
    .regex(/^\d{1,3},\d{1,3},\d{1,3}$/, "must be how many days, weeks and months to keep, like 7,4,12")
    .default("7,4,12"),
  VOUCH_BACKUP_PASSPHRASE_FILE: z.string().optional(),
  VOUCH_BACKUP_PASSPHRASE: z.string().min(12, "must have at least 12 characters").optional(),
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
  /** Where the login that is made is to be used, if not there: a PgBouncer. APP_DATABASE_URL without a user in it. */
  poolerUrl: string | undefined;
  /** Whether connections keep statements: unless it is said, where they lead to Postgres itself for all we know. */
  keepsStatements: boolean;
  secret: string | undefined;
  /** How many proxies in front of Vouch are believed. */
  trustedProxies: number;
  allowUnsafeDatabase: boolean;
  backups: {
    /** Absolute. Undefined with a Postgres of somebody else's, unless it is set: whoever runs that one may back it up already. */
    directory: string | undefined;
    /** When the nightly one is made, on this machine's clock; undefined: never by itself. */
    hour: number | undefined;
    keep: Keep;
    /** One of them, or neither: backups aren't encrypted then. */
    passphrase: string | undefined;
    passphraseFile: string | undefined;
  };
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
  const { VOUCH_BACKUP_PASSPHRASE: passphrase, VOUCH_BACKUP_PASSPHRASE_FILE: passphraseFile } = result.data;
  if (passphrase && passphraseFile) {
    throw new Obstacle("Set VOUCH_BACKUP_PASSPHRASE or VOUCH_BACKUP_PASSPHRASE_FILE, not both.");
  }
  const namesUser = APP_DATABASE_URL && new URL(APP_DATABASE_URL).username !== "";
  const dataDir = resolve(root, result.data.VOUCH_DATA_DIR);
  const directory = result.data.VOUCH_BACKUP_DIR
    ? resolve(root, result.data.VOUCH_BACKUP_DIR)
    : DATABASE_URL
      ? undefined
      : join(dataDir, "backups");
  const hour = result.data.VOUCH_BACKUP_HOUR;
  const [days = 0, weeks = 0, months = 0] = result.data.VOUCH_BACKUP_KEEP.split(",").map(Number);
  if (!isWholeOidc(result.data)) throw new Obstacle(`VOUCH_OIDC_ISSUER ${oidcTogether}.`);
  return {
    host: HOST,
    port: PORT,
    publicUrl: VOUCH_URL ? new URL(VOUCH_URL).origin : `http://${reachableHost(HOST)}:${PORT}`,
    dataDir,
    databaseUrl: DATABASE_URL,
    appDatabaseUrl: namesUser ? APP_DATABASE_URL : undefined,
    poolerUrl: namesUser ? undefined : APP_DATABASE_URL,
    keepsStatements: (result.data.DATABASE_PREPARED ?? (APP_DATABASE_URL ? "off" : "on")) === "on",
    secret: VOUCH_SECRET,
    trustedProxies: result.data.VOUCH_TRUSTED_PROXIES,
    allowUnsafeDatabase: result.data.VOUCH_ALLOW_UNSAFE_DATABASE === "1",
    backups: {
      directory,
      hour: directory && hour !== "off" ? Number(hour) : undefined,
      keep: { days, weeks, months },
      passphrase,
      passphraseFile: passphraseFile && resolve(root, passphraseFile),
    },
  };
}

/** The settings of this process, with those of a file `.env` where the environment itself is silent. */
export function readSettings(): Settings {
  if (existsSync(".env")) process.loadEnvFile(".env");
  return parseSettings(process.env);
}

/** All there are: the commands' and the server's. */
export const settingNames: readonly string[] = [...new Set([...Object.keys(environment.shape), ...serverSettingNames])];

/**
 * The environment of a Vouch that is to have these settings and no others: neither this shell's nor those of a file `.env`,
 * which speak of a Vouch in use. An empty setting counts as none.
 */
export function settingsAlone(settings: Record<string, string>): NodeJS.ProcessEnv {
  const { npm_lifecycle_event: _, ...shell } = process.env; // whose command it was doesn't matter to the next one
  const none = Object.fromEntries(settingNames.map((name) => [name, ""]));
  return { ...shell, ...none, ...settings };
}

/** How to name, in an address, the machine that listens on `host`: "every address" is reached at this one. */
export function reachableHost(host: string): string {
  if (host === "0.0.0.0") return "127.0.0.1";
  if (host === "::") return "[::1]";
  return isIPv6(host) ? `[${host}]` : host;
}
