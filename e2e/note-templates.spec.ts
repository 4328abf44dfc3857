// Templates in the settings: written, tried on a real record, ordered, deleted, used, and what can't be one.
import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./fixtures";
import { addReadyContact } from "./people";

const list = (page: Page) => page.getByRole("list", { name: "Note templates" });
const names = (page: Page) => list(page).getByRole("heading", { level: 3 });

test("a template of one's own, with a live preview against a real contact, is suggested in the queue", async ({
  page,
  owner,
}) => {
  await addReadyContact(owner, "Lena Okafor");
  await page.goto("/settings");
  await expect(names(page)).toHaveText(["After a meeting", "After a call", "A shared goal", "Where you met", "Short"]);
  await page.getByRole("link", { name: "New template" }).click();
  const form = page.getByRole("form", { name: "New template" });
  await form.getByLabel("Name").fill("Goal and ground");
  await form.getByLabel("Words").fill("Hi {first name}, ");
  await form.getByRole("button", { name: "{goal}" }).click();
  await expect(form.getByLabel("Words")).toHaveValue("Hi {first name}, {goal}");
  await expect(form.getByLabel("Words")).toBeFocused();
  await page.keyboard.type(" on {common ground}, since {day you last met} in {where you met}");
  await expect(form.getByRole("region", { name: "Preview" })).toContainText(
    "Hi Lena, Compare notes on lineage on data quality and climbing, since",
  );
  await expect(form.getByRole("status").filter({ hasText: "Fills completely and fits." })).toBeVisible();
  await expect(form.getByText(/^\d+ \/ 200$/)).toHaveCount(2);
  await expectAccessible(page);
  await form.getByRole("button", { name: "Save template" }).click();
  await expect(names(page).last()).toHaveText("Goal and ground");

  await page.goto("/ready");
  await expect(page.getByLabel("Start from")).toHaveValue(/.+/);
  await expect(page.getByLabel("Note", { exact: true })).toHaveValue(/^Hi Lena, Compare notes on lineage on data/);
  await expect(page.getByText(/^Suggested: your record fills all of it, .* included\.$/)).toBeVisible();
});

test("what can't be a template is said at its field, and nothing typed is lost", async ({ page, owner }) => {
  await addReadyContact(owner, "Lena Okafor");
  await page.goto("/settings?template=new#templates");
  const form = page.getByRole("form", { name: "New template" });
  const save = form.getByRole("button", { name: "Save template" });
  await save.click();
  await expect(form.getByText("Give the template a name, so that you find it again.")).toBeVisible();
  await expect(form.getByText("An empty template has nothing to send. Write at least a line.")).toBeVisible();
  await form.getByLabel("Name").fill("SHORT");
  await form.getByLabel("Words").fill("Hi {frist name}");
  await save.click();
  await expect(form.getByText("Nothing can fill {frist name}.", { exact: false })).toBeVisible();
  await form.getByLabel("Words").fill("Hi {first name}, since {day you last spoke}");
  await expect(form.getByText("Lena Okafor’s record has no {day you last spoke}", { exact: false })).toBeVisible();
  await save.click();
  await expect(form.getByText("You have a template called Short already.")).toBeVisible();
  await expect(form.getByLabel("Words")).toHaveValue("Hi {first name}, since {day you last spoke}");
  await form.getByLabel("Name").fill("After the call");
  await save.click();
  await expect(names(page).last()).toHaveText("After the call");
});

test("ordered, edited, deleted and brought back; the second of two tabs is told", async ({ page }) => {
  await page.goto("/settings");
  await page.getByRole("button", { name: "Move up: A shared goal" }).click();
  await expect(names(page)).toHaveText(["After a meeting", "A shared goal", "After a call", "Where you met", "Short"]);
  await page.getByRole("button", { name: "Delete: After a call" }).click();
  await expect(names(page)).toHaveText(["After a meeting", "A shared goal", "Where you met", "Short"]);
  await page.getByRole("region", { name: "Notifications" }).getByRole("button", { name: "Undo" }).click();
  await expect(names(page)).toHaveText(["After a meeting", "A shared goal", "After a call", "Where you met", "Short"]);

  await page.getByRole("link", { name: "Edit: Short" }).click();
  const form = page.getByRole("form", { name: "Edit Short" });
  await expect(form.getByText("Add a contact to see the template filled")).toBeVisible();
  await form.getByLabel("Words").fill("Hi {first name}, mine");

  const other = await page.context().newPage();
  await other.goto(page.url());
  const theirs = other.getByRole("form", { name: "Edit Short" });
  await theirs.getByLabel("Words").fill("Hi {first name}, theirs");
  await theirs.getByRole("button", { name: "Save template" }).click();
  await expect(list(other)).toContainText("Hi {first name}, theirs");
  await other.close();

  await form.getByRole("button", { name: "Save template" }).click();
  await expect(form.getByRole("heading", { name: "This was changed elsewhere" })).toBeVisible();
  await form.getByRole("group", { name: "Words" }).getByRole("radio", { name: "What you typed here" }).check();
  await form.getByRole("button", { name: "Save what is chosen" }).click();
  await expect(list(page)).toContainText("Hi {first name}, mine");
});

test("what is used of the limits is said, and when the next is free", async ({ page, owner }) => {
  await addReadyContact(owner, "Lena Okafor");
  await addReadyContact(owner, "Tomás Marín");
  await page.goto("/settings");
  await page.getByLabel("Notes a month").fill("1");
  await page.getByRole("button", { name: "Save limits" }).click();
  await expect(page.getByText("0 of 1 used, 1 left", { exact: false })).toBeVisible();
  await page.goto("/ready");
  await page.getByRole("button", { name: "Mark sent" }).click();
  await expect(
    page.getByText("this month’s notes are used up. The next one is free on 1", { exact: false }),
  ).toBeVisible();
  await page.goto("/settings");
  await expect(page.getByText("1 of 1 used, none left: the next is free on 1", { exact: false })).toBeVisible();
  await expect(page.getByText("1 of 100 used, 99 left; the count starts anew on", { exact: false })).toBeVisible();
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("a template is written, refused, saved and moved by its forms", async ({ page }) => {
    await page.goto("/settings");
    await page.getByRole("link", { name: "New template" }).click();
    await page.getByLabel("Words").fill("Hi {first name}");
    await page.getByRole("button", { name: "Save template" }).click();
    await expect(page.getByText("Give the template a name, so that you find it again.")).toBeVisible();
    await expect(page.getByLabel("Words")).toHaveValue("Hi {first name}");
    await page.getByRole("form", { name: "New template" }).getByLabel("Name").fill("Plain");
    await page.getByRole("button", { name: "Save template" }).click();
    await expect(names(page).last()).toHaveText("Plain");
    await page.getByRole("button", { name: "Move up: Plain" }).click();
    await expect(names(page).nth(4)).toHaveText("Plain");
  });
});
