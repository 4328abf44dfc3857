// The settings of the server process, checked once and read nowhere else.
import { z } from "zod";
import { isWholeOidc, oidcSettings, oidcTogether } from "./account/oidc/settings";
import { trustedProxies } from "./account/trusted-proxies";
import { mailFrom, smtpUrl } from "./mail/server";
import { given, hostSetting, portSetting, serverActionsKey } from "./setting";

const limit = (usual: number) => z.coerce.number("must be a whole number").int().min(1).default(usual);

const settings = z
  .object({
    /** The application's own database role: owns nothing, can't bypass row-level security. `npm start` makes it. */
    APP_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, hostname: /.*/, error: "must be a postgres:// address" }),
    /** The one address people open Vouch at; forms from anywhere else are refused. */
    VOUCH_URL: z
      .url({ protocol: /^https?$/, error: "must be an http:// or https:// address" })
      .transform((url) => new URL(url).origin),
    /** Signs session cookies. */
    VOUCH_SECRET: z.string("is not set").min(32, "must have at least 32 characters"),
    /** The same on every server (Next reads it itself); without one each build has its own. */
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: serverActionsKey,
    /** How many proxies stand in front of Vouch, whose X-Forwarded-For is believed. */
    VOUCH_TRUSTED_PROXIES: trustedProxies,
    /** How much one uploaded file may hold; each refusal names its limit. */
    VOUCH_IMPORT_MAX_MB: limit(500),
    VOUCH_IMPORT_MAX_ROWS: limit(500_000),
    VOUCH_IMPORT_MAX_ROW_LENGTH: limit(1_000_000),
    VOUCH_IMPORT_MAX_COLUMNS: limit(200),
    VOUCH_IMPORT_MAX_PEOPLE: limit(200_000),
    /** How large an export of Vouch may be that is brought back. */
    VOUCH_RESTORE_MAX_MB: limit(5_000),
    VOUCH_IMPORT_MAX_ENTRIES: limit(2_000),
    VOUCH_IMPORT_MAX_UNPACKED_MB: limit(2_000),
    VOUCH_IMPORT_MAX_RATIO: limit(200),
    /** Whether connections keep the plans of what is looked up by key. npm start turns it on where nothing stands before Postgres. */
    DATABASE_PREPARED: z.enum(["on", "off"], "must be on or off").default("off"),
    DATABASE_POOL: z.coerce.number("must be a whole number").int().min(1).max(200).default(10),
    /** Where Prometheus reads the figures; without a port they aren't shown. */
    VOUCH_METRICS_PORT: portSetting.optional(),
    VOUCH_METRICS_HOST: hostSetting,
    /** The mail server that takes the digest, and who it is from. Without them no mail is sent. */
    VOUCH_SMTP_URL: smtpUrl,
    VOUCH_MAIL_FROM: mailFrom,
    /** When the process that started this one makes the nightly backup; off: never by itself. */
    VOUCH_BACKUP_HOUR: z.string().default("off"),
    /** The OpenID Connect provider people may sign in with. Without them there is none. */
    ...oidcSettings,
  })
  .refine(isWholeOidc, { path: ["VOUCH_OIDC_ISSUER"], message: oidcTogether })
  .refine(({ VOUCH_SMTP_URL, VOUCH_MAIL_FROM }) => !VOUCH_SMTP_URL === !VOUCH_MAIL_FROM, {
    path: ["VOUCH_SMTP_URL"],
    message: "and VOUCH_MAIL_FROM belong together: set both, or neither",
  });

export type Env = z.infer<typeof settings>;

export const settingNames = Object.keys(settings.shape);

let checked: Env | undefined;

/** The checked settings. Throws one sentence naming each setting that is wrong. */
export function env(): Env {
  if (checked) return checked;
  const result = settings.safeParse(given(process.env));
  if (!result.success) {
    const wrong = result.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`);
    throw new Error(`Vouch can't start: ${wrong.join("; ")}.`);
  }
  checked = result.data;
  return checked;
}

export const isProduction = process.env.NODE_ENV === "production";
