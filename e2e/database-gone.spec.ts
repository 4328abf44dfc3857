// The database goes away and comes back. A server and a database of its own: nobody else may notice.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDataDirectory } from "../scripts/data-directory";
import { prepareDatabase, secretOf } from "../scripts/database/open";
import { freePort } from "../scripts/free-port";
import { serverEnvironment } from "../scripts/server/environment";
import { startServer } from "../scripts/server/next-server";
import { parseSettings } from "../scripts/settings";
import { asAdministrator, expect, guestTest, newOwner, signInByForm } from "./fixtures";

const name = "vouch_gone";

/** To everybody who asks, a database that takes no connections is one that isn't there. */
const goAway = () =>
  asAdministrator(async (client) => {
    await client.query(`alter database ${name} allow_connections false`);
    await client.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = $1", [name]);
  });
const comeBack = () => asAdministrator((client) => client.query(`alter database ${name} allow_connections true`));

const test = guestTest.extend<{ databaseUrl: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from it what a fixture needs
  databaseUrl: async ({}, use) => {
    const url = new URL(process.env.E2E_ADMIN_URL ?? "");
    url.pathname = `/${name}`;
    await asAdministrator((client) => client.query(`create database ${name}`));
    await use(url.href);
    await asAdministrator((client) => client.query(`drop database ${name} with (force)`));
  },
  baseURL: async ({ databaseUrl }, use) => {
    const home = mkdtempSync(join(tmpdir(), "vouch-gone-"));
    const settings = parseSettings({
      PORT: String(await freePort()),
      VOUCH_DATA_DIR: home,
      DATABASE_URL: databaseUrl,
      VOUCH_ALLOW_UNSAFE_DATABASE: "1",
    });
    openDataDirectory(home);
    const appUrl = await prepareDatabase(databaseUrl, settings);
    const server = await startServer(
      settings,
      serverEnvironment(settings, appUrl, secretOf(settings), "production"),
      "production",
    );
    await use(settings.publicUrl);
    await server.stop();
    rmSync(home, { recursive: true });
  },
});

test("while the database is away the page says so and nothing typed is lost; then all goes on by itself", async ({
  page,
  databaseUrl,
  complaints,
}) => {
  await signInByForm(page, await newOwner(databaseUrl));
  await page.goto("/contacts/new");
  await page.getByLabel("Name", { exact: true }).fill("Lena Okafor");
  await goAway();
  await page.getByRole("button", { name: "Add contact" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Nothing was saved" })).toBeVisible();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Lena Okafor");

  const other = await page.context().newPage();
  await other.goto("/contacts");
  await expect(other.getByRole("heading", { name: "The database isn’t answering" })).toBeVisible();

  await comeBack();
  await expect(other.getByRole("heading", { level: 1, name: "Contacts" })).toBeVisible();
  await page.getByRole("button", { name: "Add contact" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Lena Okafor" })).toBeVisible();
  complaints.length = 0; // the refused save
});
