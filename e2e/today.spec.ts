import { asAdministrator, dayFromToday, expect, test } from "./fixtures";
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
  await expect(page).toHaveURL("/contacts?q=verdict:ready");
  await expect(page.getByRole("link", { name: "Lena Okafor" })).toBeVisible();
});

test("who fades and whose evidence runs out is told before it is too late, and leads to them", async ({
  page,
  owner,
}) => {
  const id = await addReadyContact(owner, "Lena Okafor");
  await addReadyContact(owner, "Priya Raman");
  await asAdministrator(async (client) => {
    // Two meetings, so long ago that ten days of warmth are left; an assessment with ten days to go.
    await client.query(
      `update interaction set occurred_at = now() - interval '350 days' - (row_number * interval '1 day')
       from (select interaction_id, row_number() over () from interaction_contact where owner_id = $1 and contact_id = $2) met
       where owner_id = $1 and id = interaction_id`,
      [owner.id, id],
    );
    await client.query(
      "update assessment set reviewed_at = now() - interval '355 days' where owner_id = $1 and contact_id = $2",
      [owner.id, id],
    );
  });
  await page.goto("/");
  const fading = page.getByRole("region", { name: "Keep in touch" });
  await expect(fading).toContainText("Meet, call or write before then.");
  await expect(fading.getByRole("link", { name: "Lena Okafor", exact: true })).toHaveAttribute(
    "href",
    `/contacts/${id}`,
  );
  const lapsing = page.getByRole("region", { name: "About to lapse" });
  await expect(lapsing.getByRole("link", { name: "Lena Okafor" })).toHaveAttribute("href", `/contacts/${id}`);
  await expect(lapsing.getByRole("link", { name: "Priya Raman" })).toHaveCount(0);
  await fading.getByRole("link", { name: "See all" }).click();
  await expect(page).toHaveURL("/contacts?q=soon:touch");
  await expect(page.getByRole("link", { name: "Lena Okafor" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Priya Raman" })).toHaveCount(0);
});
