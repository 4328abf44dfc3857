// Forms sent from elsewhere. A browser can't be made to lie about its origin, so the form is read from the page and sent
// with the session's cookie, as a program that had stolen it would.
import type { APIResponse, Page } from "@playwright/test";
import { expect, test } from "./fixtures";

async function sendNewContact(page: Page, headers: Record<string, string>): Promise<APIResponse> {
  const scriptless = await page
    .context()
    .browser()
    ?.newContext({
      javaScriptEnabled: false, // without script the form carries all that it sends
      storageState: await page.context().storageState(),
    });
  const form = await scriptless?.newPage();
  await form?.goto("/contacts/new");
  await form?.getByLabel("Name", { exact: true }).fill("Not From Here");
  const fields = await form
    ?.getByRole("button", { name: "Add contact" })
    .evaluate((button: HTMLButtonElement) =>
      [...new FormData(button.form ?? undefined)].map(([name, value]) => [name, String(value)] as const),
    );
  const sent = new FormData();
  for (const [name, value] of fields ?? []) sent.append(name, value);
  await scriptless?.close();
  return page.request.post("/contacts/new", { multipart: sent, headers });
}

async function expectNobody(page: Page) {
  await page.goto("/contacts");
  await expect(page.getByText("Nobody here yet")).toBeVisible();
}

test("a form without an origin is refused in a sentence, and nothing is written", async ({ page }) => {
  const answer = await sendNewContact(page, {});
  expect(await answer.text()).toContain("This form was sent from another address than Vouch’s own.");
  await expectNobody(page);
});

test("a form from another site is refused, and nothing is written", async ({ page }) => {
  for (const origin of ["https://elsewhere.example", "null"]) {
    expect((await sendNewContact(page, { origin })).ok(), origin).toBe(false);
  }
  await expectNobody(page);
});

test("sent from Vouch’s own address, the same form is taken", async ({ page, baseURL }) => {
  const answer = await sendNewContact(page, { origin: baseURL ?? "" });
  expect(await answer.text()).toContain("Not From Here");
  await page.goto("/contacts");
  await expect(page.getByRole("link", { name: "Not From Here" })).toBeVisible();
});
