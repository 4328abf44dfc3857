// npm run screenshots: the pictures in the README, from the sample owner, light and dark. It runs npm start -- --demo on a
// data directory of its own and throws that away afterwards.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Page } from "@playwright/test";
import { sample } from "./sample";
import { findChromium } from "./test/chromium";

const screens: Record<string, (page: Page) => Promise<unknown>> = {
  today: (page) => page.goto("/"),
  ready: (page) => page.goto("/ready"),
  invitations: (page) => page.goto("/invitations"),
  connections: (page) => page.goto("/connections"),
  contact: async (page) => {
    await page.goto("/contacts?q=verdict:almost");
    await page.getByRole("table").getByRole("row").nth(1).getByRole("link").first().click();
    await page.waitForURL(/contacts\/[0-9a-f-]{36}/);
  },
  strength: async (page) => {
    await page.getByRole("region", { name: "Strength" }).getByRole("link", { name: "Over time, and what if" }).click();
    await page.waitForURL(/\/strength$/);
  },
};

const port = process.env.PORT ?? "3900";
const dataDir = await mkdtemp(join(tmpdir(), "vouch-screenshots-"));
const server = spawn("npm", ["start", "--", "--demo"], {
  env: { ...process.env, PORT: port, VOUCH_DATA_DIR: dataDir },
  stdio: ["ignore", "pipe", "inherit"],
});
try {
  for await (const words of server.stdout.setEncoding("utf8")) {
    process.stdout.write(words);
    if (words.includes("Ctrl-C")) break;
  }
  process.env.VOUCH_CHROMIUM = await findChromium();
  const { default: playwright } = await import("../playwright.config");
  const browser = await chromium.launch(playwright.use?.launchOptions);
  for (const colorScheme of ["light", "dark"] as const) {
    const page = await browser.newPage({
      baseURL: `http://127.0.0.1:${port}`,
      viewport: { width: 1440, height: 900 },
      colorScheme,
    });
    await page.goto("/login");
    await page.getByLabel("E-mail").fill(sample.email);
    await page.getByLabel("Password").fill(sample.password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.waitForURL("/");
    for (const [name, open] of Object.entries(screens)) {
      await open(page);
      await page.waitForLoadState("networkidle");
      await page.screenshot({ path: `docs/screenshots/${name}-${colorScheme}.png` });
    }
    await page.close();
  }
  await browser.close();
} finally {
  server.kill("SIGTERM");
  await once(server, "exit");
  await rm(dataDir, { recursive: true, force: true });
}
