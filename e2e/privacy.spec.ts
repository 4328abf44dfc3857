import { readFile } from "node:fs/promises";
import { asAdministrator, expect, expectFits, newOwner, test } from "./fixtures";
import { addContact } from "./people";

const narrow = { width: 390, height: 844 };

test("the history tells in words what was done, and leads to it", async ({ page }) => {
  await page.goto("/contacts/new");
  await page.getByLabel("Name", { exact: true }).fill("Ada Lovelace");
  await page.getByRole("button", { name: "Add contact" }).click();
  await page.getByRole("button", { name: "Met today" }).click();
  await expect(page.getByText("Logged: you met Ada Lovelace today.")).toBeVisible();
  const ada = new URL(page.url()).pathname;

  await page.goto("/settings/history");
  const lines = page.getByRole("main").getByRole("listitem");
  await expect(lines).toHaveText([
    /^Logged a meeting with Ada Lovelace/,
    /^Added Ada Lovelace/,
    /^Signed in/,
    /^Your account was made/,
  ]);
  await expect(lines.nth(1).getByRole("link")).toHaveAttribute("href", ada);
  await page.getByLabel("What", { exact: true }).selectOption("Account and sign-in");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(lines).toHaveText([/^Signed in/, /^Your account was made/]);
  await page.setViewportSize(narrow);
  await expectFits(page);
  const table = await (await page.request.get("/api/exports/history.csv")).text();
  expect(table).toMatch(/^\uFEFFEvent id,Occurred at,Who,Action,Rows of,Ids\r\n.*,owner,account\.made,/);
  expect(table).toContain(",exports.take,history.csv,"); // the taking of it, too
});

test("everything about one person is found, handed out and erased", async ({ page, owner, complaints }) => {
  const [ada, bo] = [await addContact(owner, "Ada Lovelace"), await addContact(owner, "Bo Control")];
  await asAdministrator(async (client) => {
    await client.query("update contact set notes = 'Ask Ada Lovelace about him' where owner_id = $1 and id = $2", [
      owner.id,
      bo,
    ]);
    await client.query(
      "insert into audit_event (owner_id, actor_id, action, entity, entity_ids) values ($1, $1, 'contacts.create', 'contact', array[$2::uuid])",
      [owner.id, ada],
    );
  });
  await page.goto(`/contacts/${ada}`);
  await page.getByRole("link", { name: "Privacy…" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "What is held about Ada Lovelace" })).toBeVisible();
  const held = page.getByRole("table", { name: "What is held, and how much of it" });
  await expect(held.getByRole("row", { name: "The contact itself 1" })).toBeVisible();
  await expect(held.getByRole("row", { name: "Named in plain words where it is about others 1" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Named by others’ notes" }).getByRole("link")).toHaveText("Bo Control");
  const started = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download everything about Ada Lovelace" }).click();
  const download = await started;
  expect(download.suggestedFilename()).toMatch(/^vouch-person-\d{4}-\d\d-\d\d\.json$/);
  const document = JSON.parse(await readFile(await download.path(), "utf8"));
  expect(document).toMatchObject({ format: "vouch-person", name: "Ada Lovelace", held: { contact: [{ id: ada }] } });

  await page.getByText("Erase Ada Lovelace…").click();
  const typed = page.getByLabel("To confirm, type Ada Lovelace");
  await typed.fill("Ada");
  await page.getByRole("button", { name: "Erase everything about this person" }).click();
  await expect(page.getByText("This isn’t the name of the contact. Nothing was erased.")).toBeVisible();
  await page.setViewportSize(narrow);
  await expectFits(page);
  await typed.fill("Ada Lovelace");
  await page.getByRole("button", { name: "Erase everything about this person" }).click();
  await expect(page).toHaveURL("/settings/history?erased=1");
  await expect(page.getByRole("main").getByRole("listitem").filter({ hasText: "that is gone" })).toHaveText([
    /^Erased everything about a contact that is gone/,
    /^Took along everything held about a contact that is gone/,
    /^Added a contact that is gone/,
  ]);

  expect((await page.goto(`/contacts/${ada}`))?.status()).toBe(404);
  complaints.length = 0;
  await page.goto(`/contacts/${bo}`);
  await expect(page.getByText("Ask somebody about him")).toBeVisible();
});

test("neither page nor file says whether another owner has such a person", async ({ page, complaints }) => {
  const theirs = await addContact(await newOwner(), "Eve Elsewhere");
  await page.goto(`/contacts/${theirs}/privacy`);
  await expect(page.getByRole("heading", { level: 1 })).not.toContainText("Eve");
  complaints.length = 0; // 404
  expect((await page.request.get(`/api/contacts/${theirs}/held`)).status()).toBe(404);
});
