import { expect, test } from "vitest";
import { parseSettings, reachableHost } from "./settings";

const postgres = "postgres://ada:secret@db.example:5432/vouch";

test("without any setting, Vouch serves this machine from .vouch, with a database of its own", () => {
  expect(parseSettings({}, "/project")).toEqual({
    host: "127.0.0.1",
    port: 3000,
    publicUrl: "http://127.0.0.1:3000",
    dataDir: "/project/.vouch",
    databaseUrl: undefined,
    appDatabaseUrl: undefined,
    secret: undefined,
    allowUnsafeDatabase: false,
  });
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
  [{ VOUCH_ALLOW_UNSAFE_DATABASE: "yes" }, "VOUCH_ALLOW_UNSAFE_DATABASE must be 1 or 0."],
  [
    { APP_DATABASE_URL: postgres },
    "APP_DATABASE_URL needs DATABASE_URL beside it: the administrator's address of the same database.",
  ],
])("%o is explained in one sentence", (env, sentence) => {
  expect(() => parseSettings(env)).toThrow(expect.objectContaining({ message: sentence }));
});

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
