// The pages over a slow connection, in Chromium: when their content is there and a form can be sent, which needs no script.
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from "@playwright/test";

/** Milliseconds since the address was asked for; `bytes`: all that came. */
export type Look = {
  screen: string;
  cache: "cold" | "warm";
  firstPaint: number;
  /** The content, and a form's button beside it. */
  usable: number;
  /** React has taken over the form's button. */
  taken: number;
  bytes: number;
};

export type Screen = { name: string; path: string; content: (page: Page) => Locator; button: (page: Page) => Locator };

/** 400 ms to the first byte of every answer, 400 kbit/s either way. */
const slow = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };

export async function measureSlow(
  executablePath: string,
  address: URL,
  cookie: string,
  screens: Screen[],
  rounds: number,
): Promise<{ version: string; looks: Look[] }> {
  const browser = await chromium.launch({
    executablePath,
    chromiumSandbox: process.getuid?.() !== 0,
    args: ["--disable-gpu", "--disable-background-networking"],
  });
  try {
    const looks: Look[] = [];
    for (let round = 0; round < rounds; round++) {
      for (const screen of screens) {
        const context = await signedInContext(browser, address, cookie);
        for (const cache of ["cold", "warm"] as const) looks.push(await look(context, address, screen, cache));
        await context.close();
      }
    }
    return { version: browser.version(), looks };
  } finally {
    await browser.close();
  }
}

/** Without a service worker: what passes through it isn't held back, and would count as arrived at once. */
async function signedInContext(browser: Browser, { origin }: URL, cookie: string): Promise<BrowserContext> {
  const context = await browser.newContext({ serviceWorkers: "block" });
  const [name = "", value = ""] = cookie.split(/=(.*)/s);
  await context.addCookies([{ name, value, url: origin }]);
  return context;
}

async function look(
  context: BrowserContext,
  address: URL,
  { name, path, content, button }: Screen,
  cache: Look["cache"],
): Promise<Look> {
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Network.emulateNetworkConditions", slow);
  let bytes = 0;
  devtools.on("Network.loadingFinished", ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  const start = performance.now();
  const since = () => performance.now() - start;
  await page.goto(new URL(path, address).href, { waitUntil: "commit" });
  await Promise.all([content(page).waitFor(), button(page).waitFor()]);
  const there = since();
  const form = await button(page).elementHandle();
  await page.waitForFunction((node) => Object.keys(node ?? {}).some((key) => key.startsWith("__reactProps")), form);
  const taken = since();
  await page.waitForLoadState("networkidle");
  const firstPaint = await page.evaluate(
    () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN,
  );
  await page.close();
  return { screen: name, cache, firstPaint, usable: Math.max(there, firstPaint), taken, bytes };
}
