// What every journey starts with: its own owner, signed in, and a page on which an unexpected console error fails.
import { randomBytes } from "node:crypto";
import AxeBuilder from "@axe-core/playwright";
import { hash } from "@node-rs/argon2";
import { test as base, expect, type Page } from "@playwright/test";
import { Client } from "pg";

export type Owner = { id: string; email: string; password: string; name: string };

/** Asks the test database as its administrator: for arranging owners, never for reaching what a person would click. */
export async function asAdministrator<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: process.env.E2E_ADMIN_URL });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export async function newOwner(timeZone = "Europe/Oslo"): Promise<Owner> {
  const owner = {
    email: `${randomBytes(6).toString("hex")}@example.test`,
    password: "correct horse battery",
    name: "Max Moreau",
  };
  const id = await asAdministrator(async (client) => {
    const { rows } = await client.query<{ id: string }>(
      "insert into app_user (email, name, password_hash, time_zone) values ($1, $2, $3, $4) returning id",
      [owner.email, owner.name, await hash(owner.password), timeZone],
    );
    return rows[0]?.id ?? "";
  });
  return { id, ...owner };
}

/** Fails the test for everything the browser complains about: errors, broken requests, refused by the security policy. */
export function watchConsole(page: Page): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  return complaints;
}

export async function signIn(page: Page, owner: Owner) {
  await page.goto("/login");
  await page.getByLabel("E-mail").fill(owner.email);
  await page.getByLabel("Password").fill(owner.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL("/");
}

export const test = base.extend<{ owner: Owner; complaints: string[] }>({
  owner: async ({ page }, use) => {
    const owner = await newOwner();
    await signIn(page, owner);
    await use(owner);
  },
  // Automatic, so that no journey can forget it; a test that provokes an error empties the list.
  complaints: [
    async ({ page }, use) => {
      const complaints = watchConsole(page);
      await use(complaints);
      expect(complaints, "the browser's console").toEqual([]);
    },
    { auto: true },
  ],
});

/** No violation of WCAG 2.2 A and AA on the page as it stands. */
export async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`)).toEqual(
    [],
  );
}

export { expect };
