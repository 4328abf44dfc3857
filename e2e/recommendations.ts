// The board of recommendations, for the journeys that pass by it.
import type { Page } from "@playwright/test";

export const column = (page: Page, state: string) => page.getByRole("region", { name: new RegExp(`^${state}`) });
export const undo = (page: Page) =>
  page.getByRole("region", { name: "Notifications" }).getByRole("button", { name: "Undo" });
