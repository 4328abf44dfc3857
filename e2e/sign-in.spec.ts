import { expect, guestTest, newOwner, type Owner, signInByForm } from "./fixtures";
import { addContact } from "./people";

/** Here, and only here, every journey begins at the form. */
const test = guestTest.extend<{ owner: Owner }>({
  owner: [
    async ({ page }, use) => {
      const owner = await newOwner();
      await signInByForm(page, owner);
      await use(owner);
    },
    { auto: true },
  ],
});

guestTest("a wrong password says so and keeps the e-mail", async ({ page }) => {
  const owner = await newOwner();
  await page.goto("/login");
  await page.getByLabel("E-mail").fill(owner.email);
  await page.getByLabel("Password").fill("not the one I chose");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "E-mail and password don’t match." })).toBeVisible();
  await expect(page.getByLabel("E-mail")).toHaveValue(owner.email);
});

test("after signing out, Back shows nothing private", async ({ page, owner }) => {
  const id = await addContact(owner, "Secret Friend");
  await page.goto("/contacts");
  await page.getByRole("link", { name: "Secret Friend" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Secret Friend" })).toBeVisible();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL("/login");
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
  await expect(page.getByText("Secret Friend")).toBeHidden();
  await page.goto(`/contacts/${id}`);
  await expect(page).toHaveURL(/\/login\?next=/);
});

test("signing out ends the session for everybody who holds its cookie, at once", async ({ page, browser }) => {
  const elsewhere = await browser.newContext({ storageState: await page.context().storageState() });
  const copy = await elsewhere.newPage();
  await copy.goto("/contacts");
  await expect(copy.getByRole("heading", { level: 1, name: "Contacts" })).toBeVisible();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL("/login");
  await copy.getByRole("link", { name: "Settings" }).click();
  await expect(copy).toHaveURL("/login?next=%2Fsettings");
  await elsewhere.close();
});
