// The screens people are on most, each with what it is there for and the button of a form on it.
import type { Page } from "@playwright/test";
import type { Client } from "pg";
import type { OwnerId } from "@/lib/db";
import type { Screen } from "./slow";

const button = (name: string) => (page: Page) => page.getByRole("button", { name }).first();
const heading = (name: string) => (page: Page) => page.getByRole("heading", { name, exact: true });

/** For a seeded owner; the contact is the one with most in their timeline. */
export async function screensOf(admin: Client, owner: OwnerId): Promise<Screen[]> {
  const { rows } = await admin.query<{ id: string }>(
    "select contact_id as id from interaction_contact where owner_id = $1 group by 1 order by count(*) desc, 1 limit 1",
    [owner],
  );
  return [
    { name: "Today", path: "/", content: heading("Follow-ups"), button: button("Close") },
    {
      name: "contacts",
      path: "/contacts",
      content: (page) => page.getByRole("row").nth(20),
      button: button("Filter"),
    },
    {
      name: "a contact",
      path: `/contacts/${rows[0]?.id}`,
      content: (page) => page.getByRole("textbox", { name: "Write what happened" }),
      button: button("Met today"),
    },
    { name: "queue", path: "/ready", content: heading("Next"), button: button("Mark sent") },
    { name: "log form", path: "/log", content: heading("Log a meeting"), button: button("Save") },
  ];
}
