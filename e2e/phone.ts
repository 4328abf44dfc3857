// A phone without a connection, for the journeys that are about it.
import type { Page } from "@playwright/test";
import { asAdministrator, expect, type Owner } from "./fixtures";

export const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** The service worker has the offline page and answers for this page. */
export async function expectWorker(page: Page) {
  await expect.poll(() => page.evaluate(() => Boolean(navigator.serviceWorker.controller))).toBe(true);
}

/** With whom the owner's interactions were, each as the names in order. */
export function interactionsOf(owner: Owner): Promise<string[]> {
  return asAdministrator(async (client) => {
    const { rows } = await client.query<{ who: string }>(
      `select string_agg(full_name, ', ' order by full_name) as who
       from interaction
       join interaction_contact using (owner_id)
       join contact on contact.owner_id = interaction.owner_id and contact.id = contact_id
       where interaction.owner_id = $1 and interaction_id = interaction.id
       group by interaction.id`,
      [owner.id],
    );
    return rows.map(({ who }) => who);
  });
}
