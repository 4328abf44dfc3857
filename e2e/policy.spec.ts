// The owner's own policy: what would follow is seen before it is saved.
import type { Locator, Page } from "@playwright/test";
import { asAdministrator, expect, expectAccessible, type Owner, test } from "./fixtures";
import { addReadyContact } from "./people";

const section = (page: Page) => page.getByRole("region", { name: "When somebody is ready" });
const preview = (page: Page) => page.getByRole("region", { name: "What would change" });
const save = (page: Page) => page.getByRole("button", { name: "Save policy" }).click();

/** "Ready 1 0": the verdict, how many now, how many with what is typed. */
const counts = (page: Page, verdict: string): Locator => preview(page).getByRole("row", { name: verdict });

test("a stricter policy shows whom it changes, changes them when it is saved, and goes back to the defaults", async ({
  page,
  owner,
}) => {
  const lena = await addReadyContact(owner, "Lena Okafor");
  await page.goto("/settings");
  await expect(counts(page, "Ready")).toHaveText(/Ready\s*1\s*1/);
  await expect(preview(page).getByText("Nobody’s verdict changes.").first()).toBeVisible();

  await page.getByLabel("Independent sources").fill("3");
  await expect(counts(page, "Ready")).toHaveText(/Ready\s*1\s*0/);
  await expect(counts(page, "Almost")).toHaveText(/Almost\s*0\s*1/);
  const person = preview(page).getByRole("link", { name: "Lena Okafor" });
  await expect(person).toHaveAttribute("href", `/contacts/${lena}`);
  await expectAccessible(page);

  await save(page);
  await expect(page.getByText("Policy saved. Every verdict follows it now.")).toBeVisible();
  await expect(counts(page, "Ready")).toHaveText(/Ready\s*0\s*0/);
  await expect(page.getByLabel("Independent sources")).toHaveValue("3");
  await page.goto(`/contacts/${lena}`);
  await expect(page.getByRole("main")).toContainText("Almost");

  await page.goto("/settings");
  await page.getByRole("button", { name: "Reset to defaults" }).click();
  await expect(page.getByText("Reset to the defaults.")).toBeVisible();
  await expect(page.getByLabel("Independent sources")).toHaveValue("2");
  await expect(page.getByRole("button", { name: "Reset to defaults" })).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByLabel("Independent sources")).toHaveValue("3");
  await expect(counts(page, "Ready")).toHaveText(/Ready\s*0\s*0/);
});

test("how much contact is enough is said as a strength and as days, as it is typed", async ({ page }) => {
  await page.goto("/settings");
  await expect(section(page)).toContainText("strength of 33: one meeting for two is enough for 180 days");
  await page.getByLabel("Enough contact").fill("2");
  await expect(section(page)).toContainText("strength of 20: one meeting for two is enough for 360 days");
  await page.getByLabel("Half-life of strength").fill("90");
  await expect(section(page)).toContainText("one meeting for two is enough for 180 days");
  await page.getByLabel("Enough contact").fill("12");
  await expect(section(page)).toContainText("more than one meeting for two");
});

test("what isn’t accepted says why, and everything typed stays", async ({ page, owner }) => {
  await addReadyContact(owner, "Lena Okafor");
  await page.goto("/settings");
  const halfLife = page.getByLabel("Half-life of strength");
  await halfLife.fill("0");
  await page.getByLabel("Enough contact").fill("plenty");
  await page.getByLabel("Things in common").fill("4");
  await page.getByLabel("Help in both directions").check();
  await expect(preview(page).getByText("This is counted once every value is accepted.").first()).toBeVisible();
  await save(page);
  await expect(section(page).getByText("Give at least 1.")).toBeVisible();
  await expect(section(page).getByText("Give a number, like 4 or 2.5.")).toBeVisible();
  await expect(halfLife).toBeFocused();
  await expect(page.getByLabel("Enough contact")).toHaveValue("plenty");
  await expect(page.getByLabel("Things in common")).toHaveValue("4");
  await expect(page.getByLabel("Help in both directions")).toBeChecked();
  await halfLife.fill("180");
  await page.getByLabel("Enough contact").fill("2,5");
  await save(page);
  await expect(page.getByText("Policy saved. Every verdict follows it now.")).toBeVisible();
  await expect(page.getByLabel("Enough contact")).toHaveValue("2.5");
});

test("the second of two tabs is shown both versions, and saves what both changed", async ({ page, context }) => {
  await page.goto("/settings");
  const other = await context.newPage();
  await other.goto("/settings");
  await other.getByLabel("Things in common").fill("1");
  await save(other);
  await expect(other.getByText("Policy saved. Every verdict follows it now.")).toBeVisible();
  await page.getByLabel("Kinds of checks").fill("1");
  await save(page);
  await expect(section(page).getByRole("heading", { name: "This was changed elsewhere" })).toBeFocused();
  await page.getByRole("button", { name: "Save what is chosen" }).click();
  await expect(page.getByText("Policy saved. Every verdict follows it now.")).toBeVisible();
  await expect(page.getByLabel("Kinds of checks")).toHaveValue("1");
  await expect(page.getByLabel("Things in common")).toHaveValue("1");
});

test("what would follow is told to the owner alone, and only from Vouch’s own pages", async ({ page, browser }) => {
  expect((await page.request.post("/api/policy/preview", { multipart: { warmAt: "1" } })).status()).toBe(403);
  const stranger = await browser.newContext();
  expect((await stranger.request.post("/api/policy/preview", { multipart: { warmAt: "1" } })).status()).toBe(401);
  expect((await stranger.request.get("/api/policy/change")).status()).toBe(401);
  await stranger.close();
});

async function addCrowd(owner: Owner) {
  await asAdministrator((client) =>
    client.query("insert into contact (owner_id, full_name) select $1, 'Ann ' || n from generate_series(1, 5001) n", [
      owner.id,
    ]),
  );
}

test("with very many contacts the change is made in the background, and is there after a reload", async ({
  page,
  owner,
}) => {
  const lena = await addReadyContact(owner, "Lena Okafor");
  await addCrowd(owner);
  await page.goto("/settings");
  await page.getByLabel("Independent sources").fill("3");
  await expect(counts(page, "Ready")).toHaveText(/Ready\s*1\s*0/);
  await asAdministrator(async (client) => {
    // Somebody else has the owner's standings, so the change waits to be looked at.
    await client.query("begin");
    await client.query("select lock_standing($1)", [owner.id]);
    await save(page);
    const bar = page.getByRole("progressbar", { name: "Progress of the change" });
    await expect(bar).toBeVisible();
    await page.reload();
    await expect(bar).toBeVisible();
    await expect(page.getByLabel("Independent sources")).toHaveValue("3");
    await expectAccessible(page);
    await client.query("rollback");
  });
  await expect(page.getByText("Your new policy is in force.")).toBeVisible({ timeout: 30_000 }); // judges 5,000
  await expect(counts(page, "Ready")).toHaveText(/Ready\s*0\s*0/);
  await page.goto(`/contacts/${lena}`);
  await expect(page.getByRole("main")).toContainText("Almost");
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("the preview comes with the page, what was typed stays, and saving works", async ({ page, owner }) => {
    await addReadyContact(owner, "Lena Okafor");
    await page.goto("/settings");
    await page.getByLabel("Independent sources").fill("3");
    await page.getByRole("button", { name: "Preview" }).click();
    await expect(counts(page, "Ready")).toHaveText(/Ready\s*1\s*0/);
    await expect(preview(page).getByRole("link", { name: "Lena Okafor" })).toBeVisible();
    await expect(page.getByLabel("Independent sources")).toHaveValue("3");
    await page.getByLabel("Half-life of strength").fill("soon");
    await page.getByRole("button", { name: "Preview" }).click();
    await expect(section(page).getByText("Give a whole number.")).toBeVisible();
    await expect(page.getByLabel("Half-life of strength")).toHaveValue("soon");
    await page.getByLabel("Half-life of strength").fill("90");
    await save(page);
    await expect(counts(page, "Ready")).toHaveText(/Ready\s*0\s*0/);
    await page.goto("/settings");
    await expect(page.getByLabel("Independent sources")).toHaveValue("3");
    await expect(page.getByLabel("Half-life of strength")).toHaveValue("90");
  });
});
