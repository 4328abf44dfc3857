import { expect, test } from "./fixtures";
import { addContact } from "./people";

test("from idea to published: the board moves, the ledger counts, the contact's page knows", async ({
  page,
  owner,
}) => {
  const id = await addContact(owner, "Lena Okafor");
  await page.goto(`/recommendations?contact=${id}&direction=GIVEN`);
  await page.getByLabel("What it is about").fill("The catalogue project");
  await page.getByLabel("Text", { exact: true }).fill("Lena found the fault everybody else worked around.");
  await page.getByRole("button", { name: "Save recommendation" }).click();

  const card = page.getByRole("article").filter({ hasText: "You write for Lena Okafor" });
  await expect(page.getByRole("region", { name: /^Idea/ }).getByRole("article")).toHaveCount(1);
  for (const [move, state] of [
    ["Draft it", "Drafting"],
    ["Sent it", "Sent"],
    ["It’s published", "Published"],
  ] as const) {
    await card.getByRole("button", { name: move }).click();
    await expect(page.getByRole("region", { name: new RegExp(`^${state}`) }).getByRole("article")).toHaveCount(1);
  }
  await expect(page.getByRole("row", { name: /Lena Okafor/ })).toContainText("They owe one");
  await page.goto(`/contacts/${id}`);
  await expect(page.getByRole("region", { name: "Between you" })).toContainText("You gave 1, received 0");

  await page.goto("/recommendations");
  await card.getByRole("button", { name: "Not published" }).click();
  await expect(page.getByRole("row", { name: /Lena Okafor/ })).not.toContainText("They owe one");
});

test("a text longer than LinkedIn takes is refused, and stays in the form", async ({ page, owner }) => {
  const id = await addContact(owner, "Lena Okafor");
  const long = "Lena! ".repeat(501);
  await page.goto(`/recommendations?contact=${id}`);
  await page.getByLabel("Text", { exact: true }).fill(long);
  await page.getByRole("button", { name: "Save recommendation" }).click();
  await expect(page.getByText("LinkedIn takes at most 3,000 characters.")).toBeVisible();
  await expect(page.getByLabel("Text", { exact: true })).toHaveValue(long);
});
