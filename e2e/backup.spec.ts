// What the settings say of backups. They are made by npm start, outside of the server: here they are only noted.
import { asAdministrator, expect, test } from "./fixtures";

test("the settings say when the last backup was made, how large it is, and whether it could be restored", async ({
  page,
}) => {
  const section = page.getByRole("region", { name: "Backups" });
  const note = (columns: string, values: string) =>
    asAdministrator((client) =>
      client.query(`insert into backup_run (started_at, ${columns}) values (now(), ${values})`),
    );
  await page.goto("/settings/account");
  await expect(section).toContainText("Last verified restoreNone so far");
  await expect(section).toContainText("Whoever runs it can name a place for them with VOUCH_BACKUP_DIR");
  await note("bytes, verified", "12340000, 'RESTORED'");
  await note("failure", "'SPACE'");
  await page.reload();
  await expect(section).toContainText(/Last backup.+, 12\.3 MB/);
  await expect(section).not.toContainText("None so far");
  await expect(section).toContainText(/On .+ a backup failed\. There wasn’t enough room for it\./);
});
