// The database goes away and comes back. A server and a database of its own: nobody else may notice.
import { readFileSync } from "node:fs";
import { asAdministrator, expect, guestTest, newOwner, signInByForm } from "./fixtures";
import { type OwnServer, withOwnServer } from "./own-server";

const name = "vouch_gone";

/** To everybody who asks, a database that takes no connections is one that isn't there. */
const goAway = () =>
  asAdministrator(async (client) => {
    await client.query(`alter database ${name} allow_connections false`);
    await client.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = $1", [name]);
  });
const comeBack = () => asAdministrator((client) => client.query(`alter database ${name} allow_connections true`));

const test = guestTest.extend<{ server: OwnServer }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from it what a fixture needs
  server: ({}, use) => withOwnServer(name, use),
  baseURL: ({ server }, use) => use(server.url),
});

test("while the database is away the page says so and nothing typed is lost; then all goes on by itself", async ({
  page,
  server,
  complaints,
}) => {
  await signInByForm(page, await newOwner(server.databaseUrl));
  await page.goto("/contacts/new");
  await page.getByLabel("Name", { exact: true }).fill("Lena Okafor");
  await goAway();
  await page.getByRole("button", { name: "Add contact" }).click();
  const alert = page.getByRole("alert").filter({ hasText: "Nothing was saved" });
  const [, reference] = /\(Reference (\w+)\)/.exec((await alert.textContent()) ?? "") ?? [];
  const line = readFileSync(server.log, "utf8")
    .split("\n")
    .find((line) => line.includes(`"reference":"${reference}"`));
  expect(JSON.parse(line ?? "{}"), "the log has what the page names").toMatchObject({
    ...{ event: "action.failed", action: "contacts.create", request: reference },
  });
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
