// What a screen costs and does when it is first opened: no more script than its budget, and nothing that moves.
import type { Page } from "@playwright/test";
import { screenTest } from "./every-screen";
import { atRest, expect, test } from "./fixtures";
import { ownersRoutes } from "./routes";

/** Script beyond an empty page of the same build, as sent, until the page is at rest. */
const scriptBudget = 44 * 1024;
/** Loads what draws and lays out the map with it. */
const isMap = (address: string) => address.startsWith("/map");
/** Layout shift as it is told everywhere, in hundredths: below this it is 0. */
const noticeable = 0.005;

type Shift = { value: number; moved: string[] };

/** Opens the address, and says how many bytes of script came and how far things moved, with what moved. */
async function open(page: Page, address: string) {
  await page.addInitScript(() => {
    const shifts: Shift[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, sources } = entry as PerformanceEntry & { value: number; sources: { node?: Node }[] };
        const moved = sources.map(({ node }) => node?.textContent?.slice(0, 40) ?? "");
        shifts.push({ value, moved });
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto(address);
  await atRest(page);
  const { sizes, shifts } = await page.evaluate(() => ({
    sizes: (performance.getEntriesByType("resource") as PerformanceResourceTiming[])
      .filter(({ name }) => new URL(name).pathname.endsWith(".js"))
      .map(({ encodedBodySize }) => encodedBodySize),
    shifts: (window as unknown as { shifts: Shift[] }).shifts,
  }));
  expect(sizes, `every script of ${address}`).not.toContain(0);
  const script = sizes.reduce((sum, size) => sum + size, 0);
  return { script, shift: shifts.reduce((sum, { value }) => sum + value, 0), moved: shifts.map(({ moved }) => moved) };
}

/** `emptyScript`: what an empty page loads, once for all of a worker's tests. */
const loadTest = screenTest.extend<object, { emptyScript: number }>({
  emptyScript: [
    async ({ browser }, use) => {
      const page = await browser.newPage({ baseURL: process.env.E2E_BASE_URL, serviceWorkers: "block" });
      const { script } = await open(page, "/empty");
      await page.close();
      expect(script).toBeGreaterThan(0);
      await use(script);
    },
    { scope: "worker" },
  ],
});

for (const viewport of [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
]) {
  loadTest.describe(`${viewport.width} wide, within its budget of script, and nothing moves:`, () => {
    loadTest.use({ viewport });

    for (const route of ownersRoutes) {
      loadTest(route, async ({ page, desk, emptyScript }) => {
        const address = desk.addresses[route] ?? "";
        const { script, shift, moved } = await open(page, address);
        if (!isMap(address)) expect.soft(script - emptyScript, "bytes of script").toBeLessThanOrEqual(scriptBudget);
        expect.soft(shift, `moved: ${JSON.stringify(moved)}`).toBeLessThan(noticeable);
      });
    }
  });
}

test("the words are drawn in the font that came with the page, and it comes once", async ({ page }) => {
  await page.reload();
  await page.evaluate(() => document.fonts.ready.then(() => {}));
  const seen = await page.evaluate(() => ({
    wanted: [...document.querySelectorAll<HTMLLinkElement>("link[rel=preload][as=font]")].map((link) => link.href),
    fetched: performance
      .getEntriesByType("resource")
      .map(({ name }) => name)
      .filter((name) => name.endsWith(".woff2")),
    drawnIn: [...document.fonts].filter(({ status }) => status === "loaded").map(({ family }) => family),
    family: getComputedStyle(document.body).fontFamily,
  }));
  expect(seen.fetched).toEqual(seen.wanted);
  expect(seen.fetched).toHaveLength(1);
  expect(seen.drawnIn).toHaveLength(1);
  expect(seen.family).toContain(seen.drawnIn[0]);
});
