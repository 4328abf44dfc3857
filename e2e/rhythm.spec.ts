import type { Page } from "@playwright/test";
import { asAdministrator, dayFromToday, expect, expectAccessible, test } from "./fixtures";
import { addContact, addFollowUp, addReadyContact } from "./people";

/** Somebody the owner last spoke to so many days ago. */
async function addSpokenTo(owner: { id: string }, contactId: string, daysAgo: number) {
  await asAdministrator((client) =>
    client.query(
      `with call as (
         insert into interaction (owner_id, kind, occurred_at) values ($1, 'CALL', now() - make_interval(days => $3)) returning id)
       insert into interaction_contact (owner_id, interaction_id, contact_id) select $1, id, $2 from call`,
      [owner.id, contactId, daysAgo],
    ),
  );
}

/** Says on their page that the owner wants to be in touch every week. */
async function everyWeek(page: Page) {
  const panel = page.getByRole("region", { name: "Keep in touch" });
  await panel.getByText("Change how often", { exact: true }).click();
  await panel.getByLabel("Every", { exact: true }).fill("1");
  await page.keyboard.press("Enter");
  await expect(panel).toContainText(/Every week · due since \d+ \w+/);
  await expect(panel).toContainText("Your choice for Lena Okafor.");
}

test("how often is said on a contact's page, refused where it isn't a number, and taken back", async ({
  page,
  owner,
}) => {
  const id = await addReadyContact(owner, "Lena Okafor"); // met ten days ago
  await page.goto(`/contacts/${id}`);
  const panel = page.getByRole("region", { name: "Keep in touch" });
  await expect(panel).toContainText("Often enough to stay warm");
  const change = panel.getByText("Change how often", { exact: true });
  await change.focus();
  await page.keyboard.press("Enter");
  await panel.getByLabel("Every", { exact: true }).fill("sometimes");
  await panel.getByRole("button", { name: "Set" }).click();
  await expect(panel.getByText("Give a whole number, like 6.")).toBeVisible();
  await expect(panel.getByLabel("Every", { exact: true })).toHaveValue("sometimes");
  await expectAccessible(page);
  await panel.getByLabel("Every", { exact: true }).fill("9");
  await page.keyboard.press("Enter");
  await expect(panel).toContainText(/Every 9 weeks · next by \d+ \w+/);
  await expect(page.getByText("Lena Okafor: Every 9 weeks.")).toBeVisible();
  await change.click();
  await panel.getByRole("button", { name: "Every 6 weeks" }).click();
  await expect(panel).toContainText(/Every 6 weeks · next by \d+ \w+/);
  await page.getByRole("button", { name: "Undo" }).first().click();
  await expect(panel).toContainText("Every 9 weeks");
  await everyWeek(page);
});

test("who is due stands on Today, is put off, and leaves when they are met", async ({ page, owner }) => {
  const id = await addReadyContact(owner, "Lena Okafor");
  await page.goto(`/contacts/${id}`);
  await everyWeek(page);

  await page.goto("/");
  const lane = page.getByRole("region", { name: "Keep in touch" });
  await expect(lane).toContainText("You wanted to be in touch every week: due since");
  await lane.getByLabel("Later: Lena Okafor").focus();
  await page.keyboard.press("Enter");
  await expectAccessible(page);
  await lane.getByRole("button", { name: "In 2 weeks" }).click();
  await expect(page.getByText("Lena Okafor is out of sight for now.")).toBeVisible();
  await expect(lane).toContainText("Nobody is due");
  await page.getByRole("button", { name: "Undo" }).first().click();
  await expect(lane.getByRole("link", { name: "Lena Okafor", exact: true })).toBeVisible();
  await lane.getByLabel("Later: Lena Okafor").click();
  await lane.getByRole("button", { name: "Not this time: Lena Okafor" }).click();
  await expect(lane).toContainText("Nobody is due");
  await page.getByRole("button", { name: "Undo" }).first().click();
  await lane.getByRole("link", { name: "See all" }).click();
  await expect(page).toHaveURL("/contacts?q=soon:touch");
  await expect(page.getByRole("link", { name: "Lena Okafor" })).toBeVisible();

  await page.getByRole("link", { name: "Today" }).click();
  await lane.getByRole("link", { name: "Log what happened with Lena Okafor" }).click();
  const dialog = page.getByRole("dialog", { name: "Log a meeting" });
  await expect(dialog).toContainText("Lena Okafor");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(lane).toContainText("Nobody is due");
});

test("a tag says how often for everybody who has it, also without script; a follow-up is put off on Today", async ({
  page,
  owner,
  browser,
}) => {
  const id = await addContact(owner, "Rob Becker");
  await addSpokenTo(owner, id, 40);
  await page.goto(`/contacts/${id}`);
  await page.getByRole("combobox", { name: "Add a tag" }).fill("berlin");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Remove the tag berlin" })).toBeEnabled();

  const scriptless = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const plain = await scriptless.newPage();
  await plain.goto("/settings");
  const settings = plain.getByRole("region", { name: "Keep in touch" });
  await settings.getByLabel("Tag").selectOption("berlin");
  await settings.getByLabel("Every").fill("1");
  await settings.getByLabel("Weeks or months").selectOption("months");
  await settings.getByRole("button", { name: "Set" }).click();
  await expect(settings.getByRole("list", { name: "Keep in touch" })).toContainText("berlin · Every month");
  await plain.goto(`/contacts/${id}`);
  const panel = plain.getByRole("region", { name: "Keep in touch" });
  await expect(panel).toContainText(/Every month · due since/);
  await expect(panel).toContainText("From the tag “berlin”.");
  await panel.getByText("Change how often", { exact: true }).click();
  await panel.getByRole("button", { name: "Never remind me" }).click();
  await expect(panel).toContainText("No reminders");
  await scriptless.close();

  await addFollowUp(owner, id, "Send the paper");
  await page.goto("/");
  const lane = page.getByRole("region", { name: "Follow-ups" });
  await lane.getByLabel("Later: Send the paper").click();
  await lane.getByLabel("On a day").fill(dayFromToday(9));
  await lane.getByRole("button", { name: "Later", exact: true }).click();
  await expect(lane).toContainText("Nothing is due.");
  await page.getByRole("button", { name: "Undo" }).first().click();
  await expect(lane).toContainText("Send the paper");
  await page.goto("/settings");
  await page.getByRole("button", { name: "No rhythm for “berlin”" }).click();
  await expect(page.getByText("No tag has a rhythm yet.")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).first().click();
  await expect(page.getByRole("list", { name: "Keep in touch" })).toContainText("berlin");
});
