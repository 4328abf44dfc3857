// npm run screenshots: the pictures in the README, from the sample owner, light and dark.
// npm run screenshots -- --every <folder>: every screen, light and dark, 1440 and 390 wide, whole; to be looked at.
import { chromium, type Page } from "@playwright/test";
import { signInAsSample, withSampleServer } from "./sample-server";
import { findChromium } from "./test/chromium";

type Screens = Record<string, (page: Page) => Promise<unknown>>;

const firstContact = async (page: Page) => {
  await page.goto("/contacts?q=verdict:almost");
  await page.getByRole("table").getByRole("row").nth(1).getByRole("link").first().click();
  await page.waitForURL(/contacts\/[0-9a-f-]{36}/);
};

/** A key may come before the page's script. */
const pressed = (key: string, dialog: RegExp) => async (page: Page) => {
  await page.goto("/");
  await page.waitForLoadState("networkidle");
  await page.keyboard.press(key);
  await page.getByRole("dialog", { name: dialog }).waitFor();
};
const at = (path: string) => (page: Page) => page.goto(path);

const inReadme: Screens = {
  today: at("/"),
  ready: at("/ready"),
  invitations: at("/invitations"),
  connections: at("/connections"),
  contacts: at("/contacts"),
  map: at("/map"),
  palette: async (page) => {
    await pressed("/", /./)(page);
    await page.keyboard.type("grunwald");
    await page.getByRole("option", { name: /Grünwald/ }).first().waitFor();
  },
  contact: firstContact,
  strength: async (page) => {
    await firstContact(page);
    await page.getByRole("region", { name: "Strength" }).getByRole("link", { name: "Over time, and what if" }).click();
    await page.waitForURL(/\/strength$/);
  },
};

const underContact = (path: string) => async (page: Page) => {
  await firstContact(page);
  await page.goto(`${new URL(page.url()).pathname}${path}`);
};
const everyScreen: Screens = {
  ...inReadme,
  "contacts-filtered": at("/contacts?q=verdict:ready+strength:%3E60+nonsense:x"),
  "contacts-none": at("/contacts?q=nobody+like+this"),
  "contact-new": at("/contacts/new"),
  "contact-edit": underContact("/edit"),
  assessment: underContact("/assessment"),
  "check-new": underContact("/checks/new"),
  duplicates: at("/contacts/duplicates"),
  trash: at("/contacts/trash"),
  log: at("/log"),
  "log-dialog": pressed("l", /./),
  keys: pressed("?", /./),
  network: at("/network"),
  offline: at("/offline"),
  "ready-list": at("/ready?view=list"),
  outgoing: at("/invitations?view=outgoing"),
  "intro-test": at("/connections/intro-test"),
  removals: at("/connections/removals"),
  recommendations: at("/recommendations"),
  ledger: at("/recommendations/ledger"),
  help: at("/recommendations/help"),
  introductions: at("/recommendations/introductions?q=data"),
  data: at("/data"),
  settings: at("/settings"),
  "not-found": at("/nowhere"),
};

const everyFolder = process.argv[2] === "--every" ? process.argv[3] : undefined;
const screens = everyFolder ? everyScreen : inReadme;
const folder = everyFolder ?? "docs/screenshots";
const sizes = [{ width: 1440, height: 900 }, ...(everyFolder ? [{ width: 390, height: 844 }] : [])];

await withSampleServer(async (baseURL) => {
  process.env.VOUCH_CHROMIUM = await findChromium();
  const { default: playwright } = await import("../playwright.config");
  const browser = await chromium.launch(playwright.use?.launchOptions);
  for (const colorScheme of ["light", "dark"] as const) {
    for (const viewport of sizes) {
      const page = await browser.newPage({ baseURL, viewport, colorScheme });
      await signInAsSample(page, baseURL);
      for (const [name, open] of Object.entries(screens)) {
        await open(page);
        await page.waitForLoadState("networkidle");
        const width = everyFolder ? `-${viewport.width}` : "";
        await page.screenshot({
          path: `${folder}/${name}-${colorScheme}${width}.png`,
          fullPage: everyFolder !== undefined,
        });
      }
      await page.close();
    }
  }
  await browser.close();
});
