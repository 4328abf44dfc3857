// Showing once more who sits there, as journeys do it.
import type { Page } from "@playwright/test";
import { expect, type Owner } from "./fixtures";

/** By the password, on the page of Settings that asks for it in `region`, behind `opener`. */
export async function confirm(
  page: Page,
  { password }: Pick<Owner, "password">,
  { region = "Signing in", opener = "Change this…" } = {},
) {
  const here = page.getByRole("region", { name: region, exact: true });
  await here.getByText(opener).click();
  await here.getByLabel("Your password").fill(password);
  await here.getByRole("button", { name: "Go on" }).click();
  await expect(here.getByText("You have shown that it’s you: for ten minutes this can be changed")).toBeVisible();
}

export const toMakeAdministrators = { region: "Making an administrator", opener: "Show that it’s you…" };
