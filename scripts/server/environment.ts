// What the server process knows. Never the administrator's database address nor the backups' passphrase: it could not
// misuse what it hasn't got.
import { existsSync } from "node:fs";
import type { Settings } from "../settings";

export type ServerMode = "production" | "development";

export function serverEnvironment(
  settings: Settings,
  appUrl: string,
  secret: string,
  mode: ServerMode,
): NodeJS.ProcessEnv {
  const { DATABASE_URL: _, VOUCH_BACKUP_PASSPHRASE: __, VOUCH_BACKUP_PASSPHRASE_FILE: ___, ...others } = process.env;
  return {
    ...others,
    // Next reads .env itself, but only what isn't set.
    ...(existsSync(".env") ? { DATABASE_URL: "", VOUCH_BACKUP_PASSPHRASE: "", VOUCH_BACKUP_PASSPHRASE_FILE: "" } : {}),
    APP_DATABASE_URL: appUrl,
    DATABASE_PREPARED: settings.keepsStatements ? "on" : "off",
    VOUCH_URL: settings.publicUrl,
    VOUCH_SECRET: secret,
    VOUCH_DATA_DIR: settings.dataDir,
    VOUCH_BACKUP_HOUR: String(settings.backups.hour ?? "off"),
    HOST: settings.host,
    PORT: String(settings.port),
    NODE_ENV: mode,
    NEXT_TELEMETRY_DISABLED: "1",
  };
}
