// A page in Chromium, opened for the first time: how soon most of it is there, and how much script comes with it.
import { type Browser, chromium } from "@playwright/test";
import { findChromium } from "../../scripts/test/chromium";

/** Milliseconds to the largest contentful paint; bytes of script as they came, compressed. */
export type Sight = { paintMs: number; script: number };

export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await findChromium(),
    chromiumSandbox: process.getuid?.() !== 0,
    args: ["--disable-gpu", "--disable-background-networking"],
  });
}

/** In a profile of its own, so that nothing is known from before. */
export async function firstSight(browser: Browser, address: URL, cookie?: string): Promise<Sight> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    const [name = "", value = ""] = cookie?.split(/=(.*)/s) ?? [];
    if (name) await context.addCookies([{ name, value, url: address.origin }]);
    const page = await context.newPage();
    const scripts: Promise<number>[] = [];
    page.on("response", (response) => {
      if (response.request().resourceType() !== "script") return;
      const sizes = response.request().sizes();
      scripts.push(sizes.then(({ responseBodySize }) => responseBodySize).catch(() => 0));
    });
    await page.addInitScript(() => {
      const seen = { paintMs: 0 };
      Object.assign(window, { seen });
      new PerformanceObserver((list) => {
        for (const { startTime } of list.getEntries()) seen.paintMs = startTime;
      }).observe({ type: "largest-contentful-paint", buffered: true });
    });
    await page.goto(address.href);
    await page.waitForLoadState("networkidle");
    const { paintMs } = await page.evaluate(() => (window as unknown as { seen: { paintMs: number } }).seen);
    return { paintMs, script: (await Promise.all(scripts)).reduce((sum, size) => sum + size, 0) };
  } finally {
    await context.close();
  }
}
