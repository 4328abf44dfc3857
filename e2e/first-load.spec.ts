// What a screen costs and does when it is first opened: no more script than its budget, and nothing that moves.
import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { addressOfEveryScreen } from "./addresses";
import { expect, test } from "./fixtures";

/** Script beyond an empty page of the same build, gzip, until the page is at rest. */
const scriptBudget = 60 * 1024;
/** Loads what draws and lays out the map with it; a worker's script can't be read from here. */
const isMap = (address: string) => address.startsWith("/map");
/** Layout shift as it is told everywhere, in hundredths: below this it is 0. */
const noticeable = 0.005;

/** Opens the address, and says how much script came and how far things moved, with what moved. */
async function open(page: Page, address: string) {
  const scripts: Promise<number | null>[] = [];
  const fresh = await page.context().newPage();
  fresh.on("response", (response) => {
    if (response.request().resourceType() !== "script") return;
    const size = response.body().then((body) => gzipSync(body).length);
    scripts.push(size.catch(() => null));
  });
  await fresh.addInitScript(() => {
    const shifts: { value: number; moved: string[] }[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, sources } = entry as PerformanceEntry & { value: number; sources: { node?: Node }[] };
        const moved = sources.map(({ node }) => node?.textContent?.slice(0, 40) ?? "");
        shifts.push({ value, moved });
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
  await fresh.goto(address);
  await fresh.waitForLoadState("networkidle");
  const shifts = await fresh.evaluate(
    () => (window as unknown as { shifts: { value: number; moved: string[] }[] }).shifts,
  );
  const sizes = await Promise.all(scripts);
  await fresh.close();
  if (!isMap(address)) expect(sizes, `every script of ${address}`).not.toContain(null);
  const script = sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0);
  return { script, shift: shifts.reduce((sum, { value }) => sum + value, 0), moved: shifts.map(({ moved }) => moved) };
}

for (const viewport of [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
]) {
  test.describe(`${viewport.width} wide`, () => {
    test.use({ viewport });

    test("every screen keeps to its budget of script, and nothing moves", async ({ page, owner }) => {
      test.setTimeout(240_000); // every screen of the app
      const empty = await open(page, "/empty");
      expect(empty.script).toBeGreaterThan(0);
      for (const address of await addressOfEveryScreen(page, owner)) {
        await test.step(address, async () => {
          const { script, shift, moved } = await open(page, address);
          if (!isMap(address)) {
            expect.soft(script - empty.script, `bytes of script on ${address}`).toBeLessThanOrEqual(scriptBudget);
          }
          expect.soft(shift, `${address} moves: ${JSON.stringify(moved)}`).toBeLessThan(noticeable);
        });
      }
    });
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
