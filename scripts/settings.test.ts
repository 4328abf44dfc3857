import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { parseSettings, reachableHost, settingNames, settingsAlone } from "./settings";

const provider = {
  VOUCH_OIDC_ISSUER: "https://login.example/people",
  VOUCH_OIDC_CLIENT_ID: "vouch",
  VOUCH_OIDC_CLIENT_SECRET: "a secret",
  VOUCH_OIDC_NAME: "Example Login",
};

const postgres = "postgres://ada:secret@db.example:5432/vouch";

test("without any setting, Vouch serves this machine from .vouch, with a database of its own", () => {
  expect(parseSettings({}, "/project")).toEqual({
    host: "127.0.0.1",
    port: 3000,
    publicUrl: "http://127.0.0.1:3000",
    dataDir: "/project/.vouch",
    databaseUrl: undefined,
    appDatabaseUrl: undefined,
    poolerUrl: undefined,
    secret: undefined,
    trustedProxies: 0,
    keepsStatements: true,
    allowUnsafeDatabase: false,
    backups: {
      directory: "/project/.vouch/backups",
      hour: 3,
      keep: { days: 7, weeks: 4, months: 12 },
      passphrase: undefined,
      passphraseFile: undefined,
    },
  });
});

test("a Postgres of somebody else's is backed up by itself only where a place for it is named", () => {
  const backups = (env: Record<string, string>) => parseSettings(env, "/project").backups;
  expect(backups({ DATABASE_URL: postgres })).toMatchObject({ directory: undefined, hour: undefined });
  expect(backups({ DATABASE_URL: postgres, VOUCH_BACKUP_DIR: "kept", VOUCH_BACKUP_HOUR: "22" })).toMatchObject({
    directory: "/project/kept",
    hour: 22,
  });
  expect(backups({ VOUCH_BACKUP_HOUR: "off", VOUCH_BACKUP_KEEP: "14,0,24" })).toMatchObject({
    directory: "/project/.vouch/backups",
    hour: undefined,
    keep: { days: 14, weeks: 0, months: 24 },
  });
});

test("an address for the application without a user in it is where the login that is made is used", () => {
  const pooler = "postgres://127.0.0.1:6432/vouch";
  const addresses = (APP_DATABASE_URL: string) => parseSettings({ DATABASE_URL: postgres, APP_DATABASE_URL });
  expect(addresses(pooler)).toMatchObject({ appDatabaseUrl: undefined, poolerUrl: pooler });
  expect(addresses(postgres)).toMatchObject({ appDatabaseUrl: postgres, poolerUrl: undefined });
});

test("an empty setting counts as none", () => {
  expect(parseSettings({ PORT: "", DATABASE_URL: " " })).toMatchObject({ port: 3000, databaseUrl: undefined });
});

test.each([
  [{ PORT: "abc" }, "PORT must be a whole number from 1 to 65535."],
  [{ PORT: "0" }, "PORT must be a whole number from 1 to 65535."],
  [{ PORT: "65536" }, "PORT must be a whole number from 1 to 65535."],
  [{ VOUCH_METRICS_PORT: "http" }, "VOUCH_METRICS_PORT must be a whole number from 1 to 65535."],
  [{ VOUCH_METRICS_PORT: "3000" }, "VOUCH_METRICS_PORT must be another than PORT: the figures aren't for everybody."],
  [{ PORT: "3000.5" }, "PORT must be a whole number from 1 to 65535."],
  [{ HOST: "http://localhost" }, "HOST must be a name or an address of this machine, without http://."],
  [
    { DATABASE_URL: "mysql://x/y" },
    "DATABASE_URL must be an address like postgres://user:password@host:5432/database.",
  ],
  [
    { DATABASE_URL: "postgres://x" },
    "DATABASE_URL must be an address like postgres://user:password@host:5432/database.",
  ],
  [{ DATABASE_URL: "vouch" }, "DATABASE_URL must be an address like postgres://user:password@host:5432/database."],
  [{ VOUCH_URL: "vouch.example" }, "VOUCH_URL must be an http:// or https:// address."],
  ...["-1", "11", "1.5", "nginx"].map((VOUCH_TRUSTED_PROXIES): [Record<string, string>, string] => [
    { VOUCH_TRUSTED_PROXIES },
    "VOUCH_TRUSTED_PROXIES must be a whole number from 0 to 10.",
  ]),
  [{ VOUCH_SECRET: "short" }, "VOUCH_SECRET must have at least 32 characters."],
  ...["mail.example", "http://mail.example", "smtp://mail.example/inbox", "smtp://a:%@mail.example", "smtp:"].map(
    (VOUCH_SMTP_URL): [Record<string, string>, string] => [
      { VOUCH_SMTP_URL, VOUCH_MAIL_FROM: "vouch@example.com" },
      "VOUCH_SMTP_URL must be an address like smtp://user:password@mail.example:587, or smtps://…:465.",
    ],
  ),
  ...["vouch", "Vouch <vouch>", "Vouch <a@b.example>\nBcc: c@d.example", "a@b.example, c@d.example"].map(
    (VOUCH_MAIL_FROM): [Record<string, string>, string] => [
      { VOUCH_SMTP_URL: "smtp://mail.example", VOUCH_MAIL_FROM },
      "VOUCH_MAIL_FROM must be an e-mail address, or a name with one: Vouch <vouch@example.com>.",
    ],
  ),
  [
    { VOUCH_SMTP_URL: "smtp://mail.example" },
    "VOUCH_SMTP_URL and VOUCH_MAIL_FROM belong together: set both, or neither.",
  ],
  ...["a fixed key", Buffer.alloc(16).toString("base64"), Buffer.alloc(32).toString("hex")].map(
    (NEXT_SERVER_ACTIONS_ENCRYPTION_KEY): [Record<string, string>, string] => [
      { NEXT_SERVER_ACTIONS_ENCRYPTION_KEY },
      "NEXT_SERVER_ACTIONS_ENCRYPTION_KEY must be 32 random bytes in base64, as openssl rand -base64 32 makes them.",
    ],
  ),
  [{ VOUCH_BACKUP_HOUR: "24" }, "VOUCH_BACKUP_HOUR must be an hour from 0 to 23, or off."],
  [{ VOUCH_BACKUP_KEEP: "7 days" }, "VOUCH_BACKUP_KEEP must be how many days, weeks and months to keep, like 7,4,12."],
  [{ VOUCH_BACKUP_PASSPHRASE: "too short" }, "VOUCH_BACKUP_PASSPHRASE must have at least 12 characters."],
  [
    { VOUCH_BACKUP_PASSPHRASE: "long enough to be taken", VOUCH_BACKUP_PASSPHRASE_FILE: "key" },
    "Set VOUCH_BACKUP_PASSPHRASE or VOUCH_BACKUP_PASSPHRASE_FILE, not both.",
  ],
  ...["login.example", "http://login.example", "https://a:b@login.example", "https://login.example/?tenant=1"].map(
    (VOUCH_OIDC_ISSUER): [Record<string, string>, string] => [
      { ...provider, VOUCH_OIDC_ISSUER },
      "VOUCH_OIDC_ISSUER must be the provider's https:// address, as it names itself; http:// only on this machine.",
    ],
  ),
  [{ ...provider, VOUCH_OIDC_NAME: "x".repeat(61) }, "VOUCH_OIDC_NAME must be a name of at most 60 characters."],
  ...Object.keys(provider).map((name): [Record<string, string>, string] => [
    { ...provider, [name]: "" },
    "VOUCH_OIDC_ISSUER goes with VOUCH_OIDC_CLIENT_ID, VOUCH_OIDC_CLIENT_SECRET and VOUCH_OIDC_NAME: set all four, or none.",
  ]),
  [{ VOUCH_ALLOW_UNSAFE_DATABASE: "yes" }, "VOUCH_ALLOW_UNSAFE_DATABASE must be 1 or 0."],
  [
    { APP_DATABASE_URL: postgres },
    "APP_DATABASE_URL needs DATABASE_URL beside it: the administrator's address of the same database.",
  ],
])("%o is explained in one sentence", (env, sentence) => {
  expect(() => parseSettings(env)).toThrow(expect.objectContaining({ message: sentence }));
});

test.each(["http://localhost:3001", "http://127.0.0.1:3001", "http://[::1]:3001", provider.VOUCH_OIDC_ISSUER])(
  "%s is taken as a provider",
  (VOUCH_OIDC_ISSUER) => {
    expect(() => parseSettings({ ...provider, VOUCH_OIDC_ISSUER })).not.toThrow();
  },
);

test("a password never appears in the explanation", () => {
  expect(() => parseSettings({ DATABASE_URL: "postgress://ada:secret@db/vouch" })).not.toThrow(/secret/);
});

test("every wrong setting is named at once", () => {
  expect(() => parseSettings({ PORT: "x", VOUCH_SECRET: "y" })).toThrow(/^PORT [^\n]+\n✗ VOUCH_SECRET /);
});

test("the public address has no path and needn't be the address served", () => {
  expect(parseSettings({ VOUCH_URL: "https://vouch.example/" }).publicUrl).toBe("https://vouch.example");
});

test.each([
  ["0.0.0.0", "127.0.0.1"],
  ["::", "[::1]"],
  ["::1", "[::1]"],
  ["vouch.local", "vouch.local"],
])("a server that listens on %s is reached at %s", (host, reached) => {
  expect(reachableHost(host)).toBe(reached);
});

test("a Vouch for trying things out has the settings it is given, and none of the Vouch in use", () => {
  const before = process.env;
  onTestFinished(() => {
    process.env = before;
  });
  const inUse = { VOUCH_BACKUP_DIR: "/backups", VOUCH_BACKUP_KEEP: "1,0,0", DATABASE_URL: postgres, ...provider };
  process.env = { ...before, ...inUse, VOUCH_METRICS_PORT: "3001", VOUCH_IMPORT_MAX_MB: "1" };
  const alone = settingsAlone({ VOUCH_DATA_DIR: "/tried", PORT: "3002" });
  expect(parseSettings(alone)).toEqual(parseSettings({ VOUCH_DATA_DIR: "/tried", PORT: "3002" }));
  const set = settingNames.filter((name) => alone[name] !== ""); // a file .env fills what isn't there, not what is empty
  expect(set.sort()).toEqual(["PORT", "VOUCH_DATA_DIR"]);
});

test("whatever starts a Vouch to try things out says so", () => {
  const files = ["bench", "e2e", "scripts"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => join(folder, name)),
  );
  const starts = (file: string) => file.endsWith(".ts") && /spawn\("npm", \["start"/.test(readFileSync(file, "utf8"));
  const starters = files.filter(starts);
  expect(starters.length).toBeGreaterThan(0);
  for (const file of starters) expect(readFileSync(file, "utf8"), file).toContain("settingsAlone(");
});
