// Vouch on a phone: by one thumb, installed, and opened from another app.
import type { Browser, Page } from "@playwright/test";
import { expect, guestTest, newOwner, test } from "./fixtures";
import { addContact } from "./people";
import { expectWorker, interactionsOf, phone } from "./phone";

test.use(phone);

/** The same person's phone, whose browser runs no script. */
async function withoutScript(browser: Browser, page: Page): Promise<Page> {
  const storageState = await page.context().storageState();
  return browser.newPage({ ...phone, javaScriptEnabled: false, storageState });
}

test("all pages are behind one button, also without script; where there is room they stand beside the page", async ({
  page,
  browser,
}) => {
  const more = { name: "More" };
  const everywhere = page.getByRole("navigation", { name: "Main" });
  await page.goto("/");
  await expect(everywhere).toHaveCount(0);
  await page.getByRole("button", more).tap();
  await everywhere.getByRole("link", { name: "Connections" }).tap();
  await expect(page.getByRole("heading", { level: 1, name: "Connections" })).toBeVisible();
  await expect(everywhere).toHaveCount(0);

  await page.getByRole("button", more).tap();
  await page.setViewportSize({ width: 900, height: 500 }); // turned, the drawer open
  await expect(everywhere.getByRole("link", { name: "Settings" })).toBeInViewport({ ratio: 1 });
  await page.touchscreen.tap(600, 250); // beside it
  await everywhere.getByRole("link", { name: "Settings" }).tap();
  await expect(page.getByRole("heading", { level: 1, name: "Settings" })).toBeVisible();
  await expect(everywhere).toBeVisible();

  const plain = await withoutScript(browser, page);
  await plain.goto("/");
  await plain.getByRole("button", more).tap();
  await plain.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Connections" }).tap();
  await expect(plain.getByRole("heading", { level: 1, name: "Connections" })).toBeVisible();
  await plain.close();
});

test("a meeting is logged by three taps of one thumb, also without script", async ({ page, owner, browser }) => {
  const ada = await addContact(owner, "Ada Lovelace");
  await page.goto(`/contacts/${ada}`);
  await page.getByRole("button", { name: "Met today" }).tap();
  await expect(page.getByText("Logged: you met Ada Lovelace today.")).toBeVisible();
  await page.goto("/");

  await page.getByRole("navigation", { name: "Most used" }).getByRole("link", { name: "Log" }).tap();
  const chip = page.getByRole("group", { name: "Recently in touch" }).getByRole("checkbox", { name: "Ada Lovelace" });
  await chip.tap();
  await expect(chip).toBeChecked();
  const save = page.getByRole("button", { name: "Save" });
  for (const target of [chip, page.getByRole("radio", { name: "Met in person" }), save]) {
    await expect(target).toBeInViewport({ ratio: 1 });
    const box = await target.boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(44);
    expect(box?.width).toBeGreaterThanOrEqual(44);
  }
  await save.tap();
  await expect(page).toHaveURL("/");
  await expect(page.getByText("Logged.")).toBeVisible();
  expect(await interactionsOf(owner)).toHaveLength(2);

  const plain = await withoutScript(browser, page);
  await plain.goto("/log");
  await plain.getByRole("checkbox", { name: "Ada Lovelace" }).tap();
  await plain.getByRole("button", { name: "Save" }).tap();
  await expect(plain.getByRole("status").filter({ hasText: "Logged." })).toBeVisible();
  expect(await interactionsOf(owner)).toEqual(["Ada Lovelace", "Ada Lovelace", "Ada Lovelace"]);
  await plain.close();
});

test("it can be installed, and no cache holds anything private", async ({ page, context, owner }) => {
  const ada = await addContact(owner, "Ada Lovelace");
  await expectWorker(page);
  const devtools = await context.newCDPSession(page);
  const { installabilityErrors } = await devtools.send("Page.getInstallabilityErrors");
  const ofVouch = installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito"); // as every test is
  expect(ofVouch).toEqual([]);
  const { errors, data } = await devtools.send("Page.getAppManifest");
  expect(errors).toEqual([]);
  expect(JSON.parse(data ?? "").shortcuts.map(({ name }: { name: string }) => name)).toEqual([
    "Log a meeting",
    "New contact",
    "Ready to connect",
  ]);

  for (const address of ["/", "/contacts", `/contacts/${ada}`, "/log"]) await page.goto(address);
  const cached = await page.evaluate(async () => {
    const files: { path: string; text: string }[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const answer = await cache.match(request, { ignoreVary: true });
        files.push({ path: new URL(request.url).pathname, text: (await answer?.text()) ?? "" });
      }
    }
    return files;
  });
  const pages = cached.filter(({ path }) => !path.startsWith("/_next/static/"));
  expect(pages.map(({ path }) => path)).toEqual(["/offline"]);
  expect(pages[0]?.text).not.toMatch(new RegExp(`${owner.name}|${owner.email}|Ada Lovelace`));
  expect((await page.request.get(`/contacts/${ada}`)).headers()["cache-control"]).toContain("no-store");

  // Another build's worker takes over, with a cache of its own.
  await page.evaluate(() => navigator.serviceWorker.register("/sw.js?build=next", { type: "module" }));
  await expect.poll(() => page.evaluate(() => caches.keys())).toEqual(["vouch-next"]);
});

guestTest.describe("signed out", () => {
  guestTest.use(phone);
  guestTest("a profile shared from another app fills the form, also after signing in", async ({ page }) => {
    const owner = await newOwner();
    const shared = new URLSearchParams({
      title: "Ada Byron - Analytical engines | LinkedIn",
      text: "https://www.linkedin.com/in/ada-byron-1a2b3c?utm_source=share",
    });
    await page.goto(`/contacts/new?${shared}`);
    await page.getByLabel("E-mail").fill(owner.email);
    await page.getByLabel("Password").fill("not the one I chose");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "E-mail and password don’t match." })).toBeVisible();
    await page.getByLabel("Password").fill(owner.password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Ada Byron");
    await page.getByRole("button", { name: "Add contact" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Ada Byron" })).toBeVisible();
    await page.goto(`/contacts/new?${shared}`);
    await expect(page.getByRole("textbox", { name: /LinkedIn/ }).first()).toHaveValue(
      "https://www.linkedin.com/in/ada-byron-1a2b3c/",
    );
  });

  guestTest("the offline page speaks the language of whoever’s device it is", async ({ browser, baseURL }) => {
    const german = await browser.newContext({ ...phone, baseURL: baseURL ?? "", locale: "de-DE" });
    const page = await german.newPage();
    await page.goto("/offline");
    await expect(page.getByRole("heading", { level: 1, name: "Du bist online" })).toBeVisible();
    await expect(page.getByText("Auf diesem Gerät ist niemand angemeldet.")).toBeVisible();
    const owner = await newOwner();
    await page.goto("/login");
    await page.getByLabel("E-Mail").fill(owner.email);
    await page.getByLabel("Passwort").fill(owner.password);
    await page.getByRole("button", { name: "Anmelden" }).click();
    await expect(page.getByRole("navigation", { name: "Most used" })).toBeVisible(); // the owner reads English
    // It is a page's script that tells the device whose it is: whoever leaves before it is there comes back.
    await expect(async () => {
      await page.goto("/");
      await page.goto("/offline");
      await expect(page.getByRole("heading", { level: 1, name: "You’re online" })).toBeVisible({ timeout: 1_000 });
    }).toPass();
    await expect(page.getByRole("button", { name: "Keep on this device" })).toBeVisible();
    await german.close();
  });
});
