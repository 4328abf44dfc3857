// Nothing is ever sent anywhere: what the server connects to is watched while invitations are typed in, asked about,
// answered and taken back. (The same watch is held against all journeys together, in scripts/test/browser.ts.)
import { outboundIn } from "../scripts/test/outbound";
import { expect, test } from "./fixtures";

test("the server connects to nothing outside while invitations are answered", async ({ page }) => {
  await page.goto("/invitations?new");
  await page
    .getByLabel("Their profile address, and the message")
    .fill("https://www.linkedin.com/in/stan-stranger/ Hello");
  await page.getByRole("button", { name: "Add to the list" }).click();
  await expect(page.getByRole("region", { name: "Stan Stranger", exact: true })).toBeVisible();
  await page.getByText("Ask first", { exact: true }).first().click();
  await page.getByRole("button", { name: "Copy and mark asked" }).click();
  await expect(page.getByText("Stan Stranger waits under Asked until they answer.")).toBeVisible();
  await page.getByRole("link", { name: "Asked 1" }).click();
  await page.getByText("They answered", { exact: true }).click();
  await page.getByLabel("What they answered").fill("https://www.linkedin.com/in/lena-okafor told me");
  await page.getByRole("button", { name: "Keep their answer" }).click();
  await page.getByRole("button", { name: "Accept" }).click();
  await expect(page.getByText("You and Stan Stranger are connected.")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).first().click();
  await expect(page.getByRole("region", { name: "Stan Stranger", exact: true })).toBeVisible();
  expect(outboundIn(process.env.E2E_OUTBOUND_LOG ?? "")).toEqual([]);
});
