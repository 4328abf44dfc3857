import { readdirSync, readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { addressesByRoute } from "./addresses";
import { expect, expectAccessible, expectFits, guestTest, newOwner, test } from "./fixtures";
import { addReadyContact } from "./people";

const narrowest = { width: 320, height: 640 };

/** What the catalogue of a language says in whole sentences and words, without anything filled in. */
function said(language: "en" | "de"): Set<string> {
  const folder = `lib/i18n/messages/${language}`;
  const texts = (node: unknown): string[] =>
    typeof node === "string" ? [node] : Object.values(node as object).flatMap(texts);
  const messages = readdirSync(folder).flatMap((file) => texts(JSON.parse(readFileSync(`${folder}/${file}`, "utf8"))));
  return new Set(messages.filter((text) => /\p{L}/u.test(text)));
}

const german = said("de");
const english = new Set([...said("en")].filter((text) => !german.has(text)));

/** Nothing that stands on the page, or names it, is a message of the English catalogue. */
async function expectGerman(page: Page) {
  const shown = await page.evaluate(() => {
    const texts: string[] = [document.title.split(" · ")[0] ?? ""];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const isSeen = !walker.currentNode.parentElement?.closest("script, style, template");
      if (isSeen) texts.push(walker.currentNode.nodeValue?.trim() ?? "");
    }
    for (const element of document.querySelectorAll("[aria-label], [placeholder], [title]")) {
      for (const name of ["aria-label", "placeholder", "title"]) texts.push(element.getAttribute(name) ?? "");
    }
    return texts;
  });
  const left = [...new Set(shown)].filter((text) => english.has(text));
  expect.soft(left, `${new URL(page.url()).pathname}: still in English`).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.lang), page.url()).toBe("de-DE");
}

test("in German, every screen is German and nothing scrolls sideways", async ({ page, owner }) => {
  test.setTimeout(180_000); // as many screens as there are
  const everywhere = Object.values(await addressesByRoute(page.request, owner));
  await page.goto("/settings");
  await page.getByLabel("Language").selectOption("Deutsch");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Einstellungen" })).toBeVisible(); // at once
  await expect(page.getByText("Gespeichert.", { exact: true })).toBeVisible();
  await expect(page.getByLabel("Sprache")).toHaveValue("de");
  await expectGerman(page);
  await page.setViewportSize(narrowest);
  for (const address of everywhere) {
    await test.step(address, async () => {
      await page.goto(address);
      await expect(page.getByRole("heading", { level: 1 }), address).toHaveCount(1);
      await expectGerman(page);
      await expectFits(page);
    });
  }
});

test("days, numbers and the words that go with them are German", async ({ page, owner }) => {
  await addReadyContact(owner, "Lena Okafor");
  await page.goto("/contacts");
  await expect(page.getByText("1 person", { exact: true })).toBeVisible();
  await page.goto("/settings");
  await page.getByLabel("Language").selectOption("Deutsch");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("link", { name: "Kontakte" }).first().click();
  await expect(page.getByText("1 Person", { exact: true })).toBeVisible();
  await addReadyContact(owner, "Priya Raman");
  await page.reload();
  await expect(page.getByText("2 Personen", { exact: true })).toBeVisible();
  await page.goto("/ready");
  const month = "(?:Jan|Feb|März|Apr|Mai|Juni|Juli|Aug|Sept|Okt|Nov|Dez)";
  const met = new RegExp(`^Zweimal getroffen, zuletzt am \\d{1,2}\\. ${month}(?: \\d{4})?`);
  await expect(page.getByText(met)).toBeVisible();
  await expect(page.getByText("Gemeinsam: data quality und climbing")).toBeVisible();
  await expect(page.getByLabel("Notiz", { exact: true })).toHaveValue(/^Hallo (Lena|Priya), .* – Max$/);
  await expectAccessible(page);
});

guestTest.describe("a browser that asks for German", () => {
  guestTest.use({ locale: "de-AT" });

  guestTest("signs in in German, and then reads what the account says", async ({ page, complaints }) => {
    const owner = await newOwner();
    await page.goto("/login");
    await expect(page.getByRole("heading", { level: 1, name: "Anmelden" })).toBeVisible();
    await page.getByLabel("E-Mail").fill(owner.email);
    await page.getByLabel("Passwort").fill("nicht das richtige");
    await page.getByRole("button", { name: "Anmelden" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "E-Mail und Passwort passen nicht" })).toBeVisible();
    await expectGerman(page);
    for (const address of ["/join", "/setup", "/reset", "/nowhere"]) {
      await page.goto(address);
      await expectGerman(page);
    }
    complaints.length = 0; // 404 for /nowhere
    await page.goto("/login");
    await page.getByLabel("E-Mail").fill(owner.email);
    await page.getByLabel("Passwort").fill(owner.password);
    await page.getByRole("button", { name: "Anmelden" }).click();
    await expect(page.getByRole("navigation", { name: "Main" })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe("en-GB");
  });
});
