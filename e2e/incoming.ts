// Answering invitations, as journeys see it: the card, what is said of it, and what stands of the invitation.
import type { Page } from "@playwright/test";
import { asAdministrator, type Owner } from "./fixtures";

export const card = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
/** What a screen reader says when the next card comes. */
export const news = (page: Page) => page.getByRole("main").getByRole("status");
export const toast = (page: Page, text: string) => page.getByRole("article").filter({ hasText: text });

export async function stands(owner: Owner, name: string) {
  return asAdministrator(async (client) => {
    const { rows } = await client.query(
      `select v.status, v.reason, v.question, v.reply, c.connection_status from contact c
       join invitation v on v.owner_id = c.owner_id and v.contact_id = c.id where c.owner_id = $1 and c.full_name = $2`,
      [owner.id, name],
    );
    return rows[0];
  });
}
