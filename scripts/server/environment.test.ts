import { expect, onTestFinished, test } from "vitest";
import { parseSettings } from "../settings";
import { serverEnvironment } from "./environment";

test("the server gets neither the administrator's address nor the backups' passphrase", () => {
  const before = process.env;
  onTestFinished(() => {
    process.env = before;
  });
  const given = {
    DATABASE_URL: "postgres://admin:of-everything@db.example/vouch",
    VOUCH_BACKUP_PASSPHRASE: "correct horse battery",
    VOUCH_SMTP_URL: "smtps://mail.example",
    VOUCH_MAIL_FROM: "vouch@example.test",
  };
  const appUrl = "postgres://app:of-little@db.example/vouch";
  const environmentOf = (more: Record<string, string>) => {
    process.env = { ...before, ...given, ...more };
    return serverEnvironment(parseSettings({ ...given }), appUrl, "the secret", "production");
  };
  const env = environmentOf({ VOUCH_BACKUP_PASSPHRASE_FILE: "/the/file/of/the/passphrase" });
  for (const kept of ["of-everything", "correct horse battery", "/the/file/of/the/passphrase"])
    expect(Object.values(env).filter((value) => value?.includes(kept))).toEqual([]);
  expect(env).toMatchObject({
    APP_DATABASE_URL: appUrl,
    DATABASE_PREPARED: "on",
    VOUCH_SMTP_URL: "smtps://mail.example",
  }); // what it needs is there
});
