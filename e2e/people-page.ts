// The administrators' page, as journeys use it.
import type { Page } from "@playwright/test";
import { asAdministrator, expect, type Owner } from "./fixtures";

export const makeAdministrator = (owner: Owner) =>
  asAdministrator((client) => client.query("update app_user set role = 'ADMINISTRATOR' where id = $1", [owner.id]));

/** An invitation's link, made as an administrator makes it. */
export async function invite(page: Page, forWhom: string): Promise<string> {
  await page.goto("/settings/people");
  const invitations = page.getByRole("region", { name: "Invitations" });
  await invitations.getByLabel("For whom").fill(forWhom);
  await invitations.getByRole("button", { name: "Make a link" }).click();
  const link = await invitations.getByLabel("The link").inputValue();
  await expect(invitations.getByRole("button", { name: `Take back: ${forWhom}` })).toBeVisible();
  return link;
}
