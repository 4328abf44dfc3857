import { asAdministrator, expect, expectAccessible, test } from "./fixtures";
import { addContact, addReadyContact } from "./people";

test("a new owner looks around with sample people, adds somebody, and is rid of the made-up ones at once", async ({
  page,
  owner,
}) => {
  const offer = page.getByRole("region", { name: "Or look around first" });
  await expect(page.getByRole("region", { name: "First steps" })).toContainText("0 of 5 done");
  await offer.getByRole("button", { name: "Look around with sample people" }).focus();
  await page.keyboard.press("Enter");
  const sample = page.getByRole("region", { name: "Sample people" });
  await expect(sample).toContainText("80 people here are made up");
  await expect(offer).toBeHidden();
  await expect(page.getByRole("region", { name: "First steps" })).toContainText("0 of 5 done");
  await page
    .getByRole("list", { name: "People by verdict" })
    .getByRole("link", { name: /Ready\s*7/ })
    .click();
  await expect(sample).toContainText("80 people here are made up");
  await page.getByRole("table").getByRole("row").nth(1).getByRole("link").first().click();
  await expect(page.getByText("This is one of the sample people", { exact: false })).toBeVisible();

  await addContact(owner, "Lena Okafor");
  await page.goto("/");
  await expect(page.getByRole("region", { name: "First steps" })).toContainText("1 of 5 done");
  await sample.getByText("Remove sample people").focus();
  await page.keyboard.press("Enter");
  await expect(sample).toContainText("also what you logged with them alone");
  await expectAccessible(page);
  await sample.getByRole("button", { name: "Remove them" }).click();
  await expect(page.getByText("The sample people are gone.")).toBeVisible();
  await expect(sample).toBeHidden();
  await page.getByRole("link", { name: "Contacts 1", exact: true }).click();
  await expect(page.getByRole("link", { name: "Lena Okafor" })).toBeVisible();
});

test("each first step leads straight to doing it; put away they come back from the settings, and the end is told once", async ({
  page,
  owner,
}) => {
  const id = await addContact(owner, "Lena Okafor");
  await asAdministrator((client) =>
    client.query(
      `with met as (insert into interaction (owner_id, kind, occurred_at) values ($1, 'IN_PERSON', now() - interval '1 day') returning id)
       insert into interaction_contact (owner_id, interaction_id, contact_id) select $1, id, $2 from met`,
      [owner.id, id],
    ),
  );
  await page.reload();
  const steps = page.getByRole("region", { name: "First steps" });
  await expect(steps).toContainText("2 of 5 done");
  await steps.getByRole("link", { name: "Check Lena Okafor" }).click();
  await expect(page).toHaveURL(`/contacts/${id}/checks/new`);

  await page.goto("/");
  await steps.getByRole("button", { name: "Put away" }).click();
  await expect(page.getByText("Settings bring them back.", { exact: false })).toBeVisible();
  await expect(steps).toBeHidden();
  await page.reload();
  await expect(page.getByRole("region", { name: "Ready to connect" })).toBeVisible();
  await expect(steps).toBeHidden();
  await page.goto("/settings");
  await steps.getByRole("button", { name: "Show them on Today" }).click();
  await expect(steps).toBeHidden();
  await page.goto("/");
  await expect(steps).toBeVisible();

  await addReadyContact(owner, "Priya Raman");
  await page.reload();
  const there = page.getByRole("region", { name: "Somebody is ready. You did it." });
  await expect(there.getByRole("link", { name: "Open queue" })).toBeVisible();
  await expectAccessible(page);
  await there.getByRole("button", { name: "Close" }).click();
  await expect(there).toBeHidden();
  await page.reload();
  await expect(page.getByRole("region", { name: "Ready to connect" })).toContainText("Priya Raman");
  await expect(there).toBeHidden();
});

test("a word that needs it says what it means, by key and without script", async ({ page, owner, browser }) => {
  const id = await addReadyContact(owner, "Lena Okafor");
  await page.reload();
  // In what is on the page: for a moment after loading, what streamed in may still lie beside it.
  const shown = page.getByRole("main");
  const meaning = shown.getByText("how far somebody is");
  await expect(meaning).toBeHidden();
  await shown.getByLabel("What is this: People by verdict").focus();
  await page.keyboard.press("Enter");
  await expect(meaning).toBeVisible();
  await expectAccessible(page);
  const { cookies } = await page.context().storageState();
  const plain = await browser.newContext({ javaScriptEnabled: false });
  await plain.addCookies(cookies);
  const still = await plain.newPage();
  await still.goto(new URL(`/contacts/${id}`, page.url()).href);
  await still.getByLabel("What is this: the verdict").click();
  await expect(still.getByText("Six rules decide", { exact: false })).toBeVisible();
  await plain.close();
});
