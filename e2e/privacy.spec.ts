import { readFile } from "node:fs/promises";
import { asAdministrator, expect, expectAccessible, expectFits, newOwner, test } from "./fixtures";
import { addContact } from "./people";

test("everything about one person is found, handed out and erased, and the history tells of it in words", async ({
  page,
  owner,
  complaints,
}) => {
  await page.goto("/contacts/new");
  await page.getByLabel("Name", { exact: true }).fill("Ada Lovelace");
  await page.getByRole("button", { name: "Add contact" }).click();
  await page.getByRole("button", { name: "Met today" }).click();
  await expect(page.getByText("Logged: you met Ada Lovelace today.")).toBeVisible();
  const ada = new URL(page.url()).pathname;
  const bo = await addContact(owner, "Bo Control");
  await asAdministrator((client) =>
    client.query("update contact set notes = 'Ask Ada Lovelace about him' where owner_id = $1 and id = $2", [
      owner.id,
      bo,
    ]),
  );

  await page.getByRole("link", { name: "Privacy…" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "What is held about Ada Lovelace" })).toBeVisible();
  const held = page.getByRole("table", { name: "What is held, and how much of it" });
  await expect(held.getByRole("row", { name: "What happened with them alone 1" })).toBeVisible();
  await expect(held.getByRole("row", { name: "Named in plain words where it is about others 1" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Named by others’ notes" }).getByRole("link")).toHaveText("Bo Control");
  const started = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download everything about Ada Lovelace" }).click();
  const download = await started;
  expect(download.suggestedFilename()).toMatch(/^vouch-person-\d{4}-\d\d-\d\d\.json$/);
  const document = JSON.parse(await readFile(await download.path(), "utf8"));
  expect(document).toMatchObject({ format: "vouch-person", name: "Ada Lovelace" });
  expect(document.held.interaction).toHaveLength(1);

  await page.goto("/settings");
  await page.getByRole("link", { name: "Show the history" }).click();
  const lines = page.getByRole("main").getByRole("listitem");
  await expect(lines.first()).toContainText("Took along everything held about Ada Lovelace");
  await expect(lines.filter({ hasText: "Logged a meeting with Ada Lovelace" })).toBeVisible();
  await expect(lines.filter({ hasText: "Added Ada Lovelace" }).getByRole("link")).toHaveAttribute("href", ada);
  await page.getByLabel("What", { exact: true }).selectOption("Account and sign-in");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(lines).toHaveText([/^Signed in/, /^Your account was made/]);

  await page.goto(`${ada}/privacy`);
  await page.getByText("Erase Ada Lovelace…").click();
  const typed = page.getByLabel("To confirm, type Ada Lovelace");
  await typed.fill("Ada");
  await page.getByRole("button", { name: "Erase everything about this person" }).click();
  await expect(page.getByText("This isn’t the name of the contact. Nothing was erased.")).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectFits(page);
  await typed.fill("Ada Lovelace");
  await page.getByRole("button", { name: "Erase everything about this person" }).click();
  await expect(page).toHaveURL("/settings/history?erased=1");
  await expect(lines.first()).toContainText("Erased everything about a contact that is gone");
  await expect(lines.filter({ hasText: "Logged a meeting with a contact that is gone" })).toBeVisible();
  await expect(page.getByRole("main")).not.toContainText("Ada");
  await expectFits(page);

  await page.goto(ada);
  await expect(page.getByRole("heading", { level: 1 })).not.toContainText("Ada");
  complaints.length = 0; // 404
  await page.goto(`/contacts/${bo}`);
  await expect(page.getByText("Ask somebody about him")).toBeVisible();
});

test("nobody is told what another holds, and neither page nor file says whether there is such a person", async ({
  page,
  complaints,
}) => {
  const theirs = await addContact(await newOwner(), "Eve Elsewhere");
  await page.goto(`/contacts/${theirs}/privacy`);
  await expect(page.getByRole("heading", { level: 1 })).not.toContainText("Eve");
  complaints.length = 0; // 404
  expect((await page.request.get(`/api/contacts/${theirs}/held`)).status()).toBe(404);
  const table = await page.request.get("/api/exports/history.csv");
  expect(await table.text()).toMatch(/^\uFEFFEvent id,Occurred at,Action,Rows of,Ids\r\n.*,account\.made,/);
});
