import { dayFromToday, expect, test } from "./fixtures";
import { addContact, addReadyContact } from "./people";

test("a new owner sees the first steps, and each one done is ticked", async ({ page, owner }) => {
  const steps = page.getByRole("region", { name: "First steps" });
  await expect(steps).toContainText("0 of 5 done");
  await expect(steps.getByRole("link", { name: "Import" })).toBeVisible();
  await addContact(owner, "Lena Okafor");
  await page.reload();
  await expect(steps).toContainText("1 of 5 done");
  await expect(steps.getByRole("link", { name: "Log a meeting" })).toBeVisible();
});

test("what waits stands in its lane, and leaves it when it is done", async ({ page, owner }) => {
  const id = await addReadyContact(owner, "Lena Okafor");
  await page.goto(`/contacts/${id}`);
  await page.getByRole("region", { name: "Follow-ups" }).getByText("Add a follow-up").first().click();
  await page.getByLabel("What", { exact: true }).fill("Send the tariff study");
  await page.getByLabel("Due", { exact: true }).fill(dayFromToday(0));
  await page.getByRole("button", { name: "Add a follow-up" }).click();
  await expect(page.getByRole("button", { name: "Done: Send the tariff study" })).toBeVisible();

  await page.getByRole("link", { name: "Today" }).click();
  await expect(page.getByText("One person is ready to connect", { exact: false })).toBeVisible();
  const ready = page.getByRole("region", { name: "Ready to connect" });
  await expect(ready.getByRole("link", { name: "Lena Okafor" })).toBeVisible();
  const lane = page.getByRole("region", { name: "Follow-ups" });
  await expect(lane).toContainText("Send the tariff study");
  await lane.getByRole("button", { name: "Done" }).click();
  await expect(page.getByText("“Send the tariff study” is done.")).toBeVisible();
  await expect(lane).toContainText("Nothing is due.");

  const verdicts = page.getByRole("list", { name: "People by verdict" });
  await verdicts.getByRole("link", { name: /Ready\s*1/ }).click();
  await expect(page).toHaveURL("/contacts?verdict=READY");
  await expect(page.getByRole("link", { name: "Lena Okafor" })).toBeVisible();
});
