import { expect, test } from "./fixtures";
import { addReadyContact } from "./people";

test("an invitation from somebody new: asked first, then declined with a reason, then taken back", async ({ page }) => {
  await page.goto("/invitations");
  await page.getByRole("link", { name: "Somebody invited me" }).first().click();
  await page.getByRole("combobox", { name: "Who" }).fill("Stan Stranger");
  await page.getByLabel("Their profile address, and the message").fill("Let us connect");
  await page.getByRole("button", { name: "Add to the list" }).click();
  const card = page.getByRole("region", { name: "Stan Stranger", exact: true });
  await expect(card).toContainText("Let us connect");
  await expect(card).toContainText("Nothing between you is on record.");
  await card.getByText("Ask first", { exact: true }).click();
  await expect(card.getByLabel("Your question")).toHaveValue(/How did you find me/);
  await card.getByRole("button", { name: "Copy and mark asked" }).click();
  await page.getByRole("link", { name: "Asked 1" }).click();
  await page.getByRole("link", { name: "Decide now" }).click();
  await card.getByText("Decline", { exact: true }).click();
  await card.getByLabel("Why?").fill("A template, sent to everybody");
  await card.getByRole("button", { name: "Mark declined" }).click();
  await expect(page.getByText("Stan Stranger’s invitation is declined.")).toBeVisible();
  await expect(page.getByText("You answered one invitation. Nobody is waiting for your answer.")).toBeVisible();

  await page.getByRole("link", { name: "Ended" }).click();
  const row = page.getByRole("article", { name: "Stan Stranger", exact: true });
  await expect(row).toContainText("Your reason: A template, sent to everybody");
  await row.getByRole("button", { name: "Take back: Stan Stranger" }).click();
  await expect(page.getByText("Stan Stranger’s invitation is open again.")).toBeVisible();
});

test("an invitation accepted makes a connection", async ({ page, owner }) => {
  await addReadyContact(owner, "Lena Okafor");
  await page.goto("/ready");
  await page.getByLabel("Note", { exact: true }).fill("Hi Lena, shall we compare notes? – Max");
  await page.getByRole("button", { name: "Mark sent" }).click();
  await expect(page.getByText("Nobody is ready yet")).toBeVisible();
  await page.goto("/invitations?show=waiting");
  await page.getByRole("button", { name: "Accepted" }).click();
  await expect(page.getByText("You and Lena Okafor are connected.")).toBeVisible();
  await page.getByRole("link", { name: "Connections" }).click();
  const row = page.getByRole("article", { name: "Lena Okafor", exact: true });
  await expect(row).toContainText("All six rules hold.");
});
