// The journeys of e2e/. `npm test` serves the production build on a database of its own and names both here.
import { defineConfig } from "@playwright/test";

const isRoot = process.getuid?.() === 0;

const launchOptions = {
  executablePath: process.env.VOUCH_CHROMIUM,
  chromiumSandbox: !isRoot, // Chromium's sandbox refuses to work for root
  args: [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
};

/** The headless shell denies them, whatever was granted. */
const notifications = "notifications.spec.ts";

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  fullyParallel: true,
  workers: 2,
  retries: 0, // a test that passes the second time has found something
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    actionTimeout: 20_000,
    baseURL: process.env.E2E_BASE_URL,
    screenshot: "only-on-failure",
    contextOptions: { reducedMotion: "reduce" }, // colours are looked at as they are, not half-way faded in
    launchOptions,
  },
  projects: [
    {
      name: "journeys", // in the headless shell, where there is one
      testIgnore: notifications,
      use: {
        launchOptions: {
          ...launchOptions,
          executablePath: process.env.E2E_HEADLESS_SHELL ?? launchOptions.executablePath,
        },
      },
    },
    { name: "in a whole browser", testMatch: notifications },
  ],
});
