import { expect, test } from "./fixtures";
import { addContact, addContacts } from "./people";

test("a new contact, known by their LinkedIn address in whatever shape it is pasted", async ({ page }) => {
  for (const address of ["de.linkedin.com/in/Lena-Okafor/?originalSubdomain=de", "not an address"]) {
    await page.goto("/contacts/new");
    await page.getByLabel("Name", { exact: true }).fill("Lena Okafor");
    await page.getByLabel("LinkedIn", { exact: true }).fill(address);
    await page.getByRole("button", { name: "Add contact" }).click();
    if (address.startsWith("de."))
      await expect(page.getByRole("heading", { level: 1, name: "Lena Okafor" })).toBeVisible();
  }
  await expect(page.getByText("This isn’t the address of a LinkedIn profile.")).toBeVisible();
  await expect(page.getByLabel("LinkedIn", { exact: true })).toHaveValue("not an address");

  await page.getByLabel("LinkedIn", { exact: true }).fill("https://www.linkedin.com/in/lena%2Dokafor");
  await page.getByRole("button", { name: "Add contact" }).click();
  await expect(page.getByText("Lena Okafor already has this address.")).toBeVisible();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Lena Okafor");
});

test("one that shares an e-mail address can be added as another person", async ({ page }) => {
  const add = async (name: string) => {
    await page.goto("/contacts/new");
    await page.getByLabel("Name", { exact: true }).fill(name);
    await page.getByLabel("E-mail", { exact: true }).fill("office@brightwell.example");
    await page.getByRole("button", { name: "Add contact" }).click();
  };
  await add("Lena Okafor");
  await expect(page.getByRole("heading", { level: 1, name: "Lena Okafor" })).toBeVisible();
  await add("Nils Nytt");
  await expect(page.getByText("Lena Okafor already has this e-mail address.")).toBeVisible();
  await page.getByRole("button", { name: "Add as another person" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Nils Nytt" })).toBeVisible();
});

test("into the trash and out again, by undo and by restoring", async ({ page, owner }) => {
  const id = await addContact(owner, "Lena Okafor");
  await page.goto(`/contacts/${id}`);
  await page.getByRole("button", { name: "Trash" }).click();
  await expect(page.getByText("Lena Okafor is in the trash.")).toBeVisible();
  await page.getByRole("region", { name: "Notifications" }).getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("button", { name: "Trash" })).toBeVisible();
  await page.getByRole("button", { name: "Trash" }).click();
  await expect(page.getByText(/In the trash since/)).toBeVisible();

  await page.goto("/contacts");
  await expect(page.getByText("Nobody here yet")).toBeVisible();
  await page.getByRole("link", { name: "Trash" }).click();
  await page.getByRole("button", { name: "Restore" }).click();
  await expect(page.getByText("Lena Okafor is back.")).toBeVisible();
  await expect(page.getByText("The trash is empty")).toBeVisible();
  await page.getByRole("link", { name: "Back to contacts" }).click();
  await expect(page.getByRole("link", { name: "Lena Okafor" })).toBeVisible();
});

test("search finds by company, e-mail and notes", async ({ page, owner }) => {
  await addContacts(owner, ["Somebody Else", "Another One"]);
  await page.goto("/contacts/new");
  await page.getByLabel("Name", { exact: true }).fill("Lena Okafor");
  await page.getByLabel("E-mail", { exact: true }).fill("lena@brightwell.example");
  await page.getByText("Position, how you met, notes and tags").click();
  await page.getByLabel("Company").fill("Nordlys");
  await page.getByLabel("Notes").fill("Plays the theremin");
  await page.getByRole("button", { name: "Add contact" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Lena Okafor" })).toBeVisible();
  const search = async (words: string) => {
    await page.getByRole("searchbox", { name: "Find anything" }).fill(words);
    await expect(page.getByRole("listbox", { name: "What was found" })).toHaveAttribute("aria-busy", "false");
    await page.getByRole("option", { name: `Search all contacts for “${words}”` }).click();
  };
  for (const words of ["nordlys", "lena@brightwell.example", "theremin"]) {
    await search(words);
    await expect(page).toHaveURL(`/contacts?q=${encodeURIComponent(words)}`);
    await expect(page.getByText("1 person found")).toBeVisible();
    await expect(page.getByRole("link", { name: "Lena Okafor" })).toBeVisible();
  }
  await search("zither");
  await expect(page.getByRole("link", { name: "Add “zither”" })).toBeVisible();
});
