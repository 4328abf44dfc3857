// At hand: keys that go anywhere, dates and next steps in one's own words, people named in notes, and a form that fills itself.

import type { Page } from "@playwright/test";
import { expect, expectAccessible, type Owner, signIn, test } from "./fixtures";
import { addContact } from "./people";

const zone = "Europe/Oslo";

/** "Saturday 28 November 2026", with or without the comma some browsers put. */
function longDay(days: number): string {
  const options = { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: zone } as const;
  return new Intl.DateTimeFormat("en-GB", options).format(Date.now() + days * 86_400_000).replace(",", ",?");
}

const toasts = (page: Page) => page.getByRole("region", { name: "Notifications" });
const timeline = (page: Page) => page.getByRole("region", { name: "Timeline" });

/** Presses keys until the page's script hears them. */
async function pressUntil(page: Page, keys: string[], heard: () => Promise<void>) {
  await expect(async () => {
    for (const key of keys) await page.keyboard.press(key);
    await heard();
  }).toPass();
}

/** What the page sends waits until the answer is called. */
async function holdPosts(page: Page): Promise<() => void> {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(page.url(), async (route) => {
    if (route.request().method() === "POST") await held;
    await route.fallback();
  });
  return letGo;
}

test("G and a letter goes, ? tells every key of the page one is on, and N is a new contact", async ({
  page,
  owner,
}) => {
  const ada = await addContact(owner, "Ada Lovelace");
  await pressUntil(page, ["g", "c"], () => expect(page).toHaveURL("/contacts", { timeout: 5_000 }));
  const rail = page.getByRole("navigation", { name: "Main" });
  await page.keyboard.press("g");
  await expect(
    page.getByRole("status").filter({ hasText: "Go to: T Today, C Contacts, R Ready to connect" }),
  ).toHaveCount(1);
  await expect(rail.getByText("R", { exact: true })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(rail.getByText("R", { exact: true })).toBeHidden();
  await page.keyboard.press("r"); // nothing waits for a letter any more
  await expect(page).toHaveURL("/contacts");

  await page.goto(`/contacts/${ada}`);
  const keys = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await pressUntil(page, ["?"], () => expect(keys).toBeVisible({ timeout: 5_000 }));
  await expect(keys.getByRole("region", { name: "On this page" })).toContainText("Edit");
  await expect(keys.getByRole("region", { name: "Anywhere" })).toContainText("Log a meeting");
  await expect(keys.getByRole("region", { name: "Go to" })).toContainText("Recommendations");
  await expectAccessible(page);
  await page.keyboard.press("n"); // a dialog keeps the keys to itself
  await page.keyboard.press("Escape");
  await expect(keys).toBeHidden();

  await page.keyboard.press("n");
  await expect(page).toHaveURL("/contacts/new");
  await expect(page.getByLabel("Name", { exact: true })).toBeFocused();
  await page.keyboard.type("Grace Hopper");
  const letGo = await holdPosts(page);
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(page.getByRole("button", { name: "Add contact" })).toHaveAttribute("aria-busy", "true");
  letGo();
  await expect(page.getByRole("heading", { level: 1, name: "Grace Hopper" })).toBeVisible();
});

test.describe("what happened, written above the timeline", () => {
  /** Into the box, until the page's script opens it. */
  async function write(page: Page, text: string) {
    await expect(async () => {
      await page.getByLabel("Write what happened").click();
      await expect(timeline(page).getByLabel("When")).toBeVisible({ timeout: 2_000 });
    }).toPass();
    await page.getByLabel("Write what happened").pressSequentially(text);
  }

  async function start(page: Page, owner: Owner) {
    const [ada, grace] = [await addContact(owner, "Ada Lovelace"), await addContact(owner, "Grace Hopper")];
    await page.goto(`/contacts/${ada}`);
    return { ada, grace };
  }

  test("in words, with a next step, naming somebody on whose timeline it stands too; deleted and back", async ({
    page,
    owner,
  }) => {
    const { ada, grace } = await start(page, owner);
    await write(page, "Tea with @gra");
    await expect(page.getByRole("option", { name: "Grace Hopper" })).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(page.getByLabel("Write what happened")).toHaveValue("Tea with @Grace Hopper ");
    await timeline(page).getByLabel("When").fill("yesterday 3pm");
    await expect(page.getByText(new RegExp(`${longDay(-1)}, 15:00`))).toBeVisible();
    await page.getByLabel("Next", { exact: true }).fill("send the paper in 2 weeks");
    await expect(page.getByText(new RegExp(`Follow-up: “Send the paper”, due ${longDay(14)}`))).toBeVisible();
    await expectAccessible(page);
    const letGo = await holdPosts(page);
    await page.keyboard.press("ControlOrMeta+Enter");
    const unsaved = timeline(page).getByRole("list", { name: "saving…" });
    await expect(unsaved).toContainText("Tea with @Grace Hopper");
    await expect(page.getByLabel("Write what happened")).toHaveValue(""); // free for what comes next
    letGo();
    await expect(toasts(page)).toContainText("Logged.");
    await expect(unsaved).toHaveCount(0);
    const entry = timeline(page).getByRole("listitem").filter({ hasText: "Met in person" });
    await expect(entry).toContainText("Tea with @Grace Hopper");
    await expect(page.getByLabel("Write what happened")).toHaveValue("");
    await expect(page.getByRole("region", { name: "Follow-ups" })).toContainText("Send the paper");

    await entry.getByRole("link", { name: "@Grace Hopper" }).click();
    await expect(page).toHaveURL(`/contacts/${grace}`);
    await expect(timeline(page).getByRole("listitem").filter({ hasText: "with Ada Lovelace" })).toContainText(
      "mentioned only",
    );

    await page.goto(`/contacts/${ada}`);
    await entry.getByRole("link", { name: "Met in person" }).click();
    await expect(page.getByLabel("Notes")).toHaveValue("Tea with @Grace Hopper");
    await expect(page.getByLabel("Time", { exact: true })).toHaveValue("15:00");
    await page.getByRole("button", { name: "Delete", exact: true }).click();
    await expect(page).toHaveURL(`/contacts/${ada}`);
    await expect(entry).toHaveCount(0);
    await toasts(page).getByRole("button", { name: "Undo" }).last().click();
    await expect(entry.getByRole("link", { name: "@Grace Hopper" })).toBeVisible();
  });

  test("what can't be saved comes back into the box, word by word", async ({ page, owner, complaints }) => {
    await start(page, owner);
    await write(page, "A call about tariffs");
    await page.getByRole("radio", { name: "Message" }).check();
    await timeline(page).getByLabel("When").fill("soonish");
    await page.getByLabel("Next", { exact: true }).fill("write back");
    await expect(page.getByText("I can’t read that as a date")).toBeVisible(); // left, and not understood
    await page.keyboard.press("ControlOrMeta+Enter");
    await expect(page.getByText("Who wrote? Please choose one.")).toBeVisible();
    await page.getByRole("radio", { name: "They did" }).check();
    await page.keyboard.press("ControlOrMeta+Enter");
    await expect(timeline(page).getByLabel("When")).toBeFocused();
    await expect(timeline(page).getByLabel("When")).toHaveValue("soonish");
    await timeline(page).getByLabel("When").fill("today");

    const lost = new RegExp(new URL(page.url()).pathname);
    await page.route(lost, (route) => (route.request().method() === "POST" ? route.abort() : route.fallback()));
    await page.keyboard.press("ControlOrMeta+Enter");
    await expect(page.getByRole("alert").filter({ hasText: "what you typed is still here" })).toBeVisible();
    await page.unroute(lost);
    complaints.length = 0; // the browser's, of the request that was aborted
    await expect(page.getByLabel("Write what happened")).toHaveValue("A call about tariffs");
    await expect(page.getByLabel("Next", { exact: true })).toHaveValue("write back");
    await expect(page.getByRole("radio", { name: "They did" })).toBeChecked();
    await page.getByLabel("Next", { exact: true }).press("ControlOrMeta+Enter");
    await expect(timeline(page).getByRole("listitem").filter({ hasText: "A call about tariffs" })).toHaveCount(1);
    await expect(page.getByRole("region", { name: "Follow-ups" })).toContainText("Write back");
  });
});

test.describe("a new contact, pasted", () => {
  test.use({ permissions: ["clipboard-read", "clipboard-write"] });

  const signature =
    "Best regards,\nNadia Petrov\nHead of Research\nAcme Labs Ltd\nT: +44 20 7946 0018\nnadia@acme.example";
  const card = "BEGIN:VCARD\nVERSION:3.0\nFN:Zoë Quill\nORG:Ink & Co\nTEL:+44 20 7946 0018\nEND:VCARD";

  async function paste(page: Page, text: string, into: string) {
    await page.getByLabel(into, { exact: true }).focus();
    await page.evaluate((words) => navigator.clipboard.writeText(words), text);
    await page.keyboard.press("ControlOrMeta+V");
  }

  test("a signature, a card and an address fill the form, never over what was typed, and can be taken back", async ({
    page,
    owner,
    browser,
  }) => {
    await page.goto("/contacts/new");
    const said = page.getByRole("main").getByRole("status").filter({ hasText: "Filled" });
    await expect(async () => {
      await paste(page, signature, "Paste a card, a signature or an address");
      await expect(said).toHaveText("Filled: name, position, company, e-mail and phone.", { timeout: 5_000 });
    }).toPass();
    await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Nadia Petrov");
    await expect(page.getByLabel("Company", { exact: true })).toHaveValue("Acme Labs Ltd");
    await expect(page.getByLabel("Phone", { exact: true })).toHaveValue("+44 20 7946 0018");
    await toasts(page).getByRole("button", { name: "Undo" }).click();
    await expect(page.getByLabel("Name", { exact: true })).toHaveValue("");

    await page.getByLabel("Name", { exact: true }).fill("Zoe");
    await paste(page, card, "Name");
    await expect(
      page.getByRole("main").getByRole("status").filter({ hasText: "Left as you typed: name." }),
    ).toHaveCount(1);
    await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Zoe");
    await expect(page.getByLabel("Company", { exact: true })).toHaveValue("Ink & Co");
    await expectAccessible(page);

    await page.goto("/contacts/new?title=LinkedIn&url=https%3A%2F%2Fwww.linkedin.com%2Fin%2Fanna-berg-12ab");
    await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Anna Berg");
    await expect(
      page.getByRole("main").getByRole("status").filter({ hasText: "The name is a guess from the address." }),
    ).toHaveCount(1);
    await page.getByLabel("Name", { exact: true }).press("ControlOrMeta+Enter");
    await expect(page.getByRole("heading", { level: 1, name: "Anna Berg" })).toBeVisible();

    const plain = await browser.newContext({ javaScriptEnabled: false });
    const without = await plain.newPage();
    await signIn(without, owner);
    await without.goto("/contacts/new");
    await without.getByLabel("Paste a card, a signature or an address").fill(signature);
    await without.getByRole("button", { name: "Fill in" }).click();
    await expect(without.getByLabel("Name", { exact: true })).toHaveValue("Nadia Petrov");
    await without.getByRole("button", { name: "Add contact" }).click();
    await expect(without.getByRole("heading", { level: 1, name: "Nadia Petrov" })).toBeVisible();
    await plain.close();
  });
});
