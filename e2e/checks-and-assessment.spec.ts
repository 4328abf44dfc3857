import { expect, test } from "./fixtures";
import { addContact, addReadyContact } from "./people";

test("a check is guided by its kind, and says what its source counts as", async ({ page, owner }) => {
  const id = await addContact(owner, "Lena Okafor");
  await page.goto(`/contacts/${id}/checks/new`);
  await page.getByRole("button", { name: "Save the check" }).click();
  await expect(page.getByText("What do you check? Please choose one.")).toBeVisible();
  await page.getByRole("radio", { name: "Credentials" }).check();
  await expect(page.getByText("Look at the public register", { exact: false })).toBeVisible();
  await page.getByLabel("The claim").fill("Chartered engineer since 2019");
  await page.getByLabel("Link").fill("https://www.register.example/members/7");
  await expect(page.getByText("Counts as register.example.")).toBeVisible();
  await page.getByRole("radio", { name: "It supports what they say" }).check();
  await page.getByRole("radio", { name: "Yes" }).check();
  await page.getByRole("button", { name: "Save the check" }).click();
  await expect(page).toHaveURL(`/contacts/${id}`);
  const timeline = page.getByRole("region", { name: "Timeline" });
  await expect(timeline.getByText("Chartered engineer since 2019", { exact: false })).toBeVisible();
});

test("a concern blocks, until it is resolved in writing", async ({ page, owner }) => {
  const id = await addReadyContact(owner, "Lena Okafor");
  await page.goto(`/contacts/${id}`);
  await expect(page.getByText(/^Ready until/).first()).toBeVisible();
  await page.goto(`/contacts/${id}/checks/new`);
  await page.getByRole("radio", { name: "Background" }).check();
  await page.getByLabel("The claim").fill("Left her last post on good terms");
  await page.getByLabel("Source", { exact: true }).fill("A former colleague");
  await page.getByRole("radio", { name: "It speaks against them" }).check();
  await expect(page.getByText("A concern holds everything back", { exact: false })).toBeVisible();
  await page.getByRole("radio", { name: "Yes" }).check();
  await page.getByRole("button", { name: "Save the check" }).click();

  await expect(page.getByText("Blocked", { exact: true })).toBeVisible();
  const why = page.getByRole("region", { name: "Why" });
  await why
    .getByRole("link", { name: /Left her last post on good terms/ })
    .first()
    .click();
  await page.getByRole("button", { name: "Resolve the concern" }).click();
  await expect(page.getByText("Please fill this in.")).toBeVisible();
  await page.getByLabel("Why it no longer stands").fill("Two others confirm she left when the project ended");
  await page.getByRole("button", { name: "Resolve the concern" }).click();
  await expect(page).toHaveURL(`/contacts/${id}`);
  await expect(page.getByText(/^Ready until/).first()).toBeVisible();
});

test("an assessment filled in halfway stays as it is, and can be finished later", async ({ page, owner }) => {
  const id = await addContact(owner, "Lena Okafor");
  const wantsMore = page.getByRole("radiogroup", { name: "Do you want this relationship to go deeper?" });
  await page.goto(`/contacts/${id}/assessment`);
  await wantsMore.getByRole("radio", { name: "Yes" }).check();
  await page.getByLabel("Common ground 1").fill("Choir");
  await page.getByRole("button", { name: "Save, reviewed today" }).click();
  await expect(page).toHaveURL(`/contacts/${id}`);
  await page.goto(`/contacts/${id}/assessment`);
  await expect(wantsMore.getByRole("radio", { name: "Yes" })).toBeChecked();
  await expect(page.getByLabel("Common ground 1")).toHaveValue("Choir");
  await expect(page.getByLabel("What do you want to achieve together?")).toHaveValue("");
  await expect(page.getByText(/^Reviewed on/)).toBeVisible();
});

test("the next step leads to the form that takes it, and is gone when it is taken", async ({ page, owner }) => {
  const id = await addContact(owner, "Lena Okafor");
  await page.goto(`/contacts/${id}`);
  const why = page.getByRole("region", { name: "Why" });
  const step = why.getByRole("link", { name: "Write down how you met." });
  await step.first().click();
  await expect(page).toHaveURL(`/contacts/${id}/edit#how_we_met`);
  await page.getByLabel("How we met").fill("Sat next to each other at the data quality workshop");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page).toHaveURL(`/contacts/${id}`);
  await expect(step).toHaveCount(0);
  await expect(why.getByRole("link", { name: "Write down what they are good at." }).first()).toBeVisible();
});
