// npm run icons: the pictures of app/icon.svg that phones ask for. Run it when the icon has changed, and commit them.
import { readFile } from "node:fs/promises";
import { chromium } from "@playwright/test";
import { findChromium } from "./test/chromium";

/** `bleed`: phones cut the icon to a shape of their own, so its ground fills the square and the sign keeps to the middle. */
const pictures = [
  { path: "public/icons/192.png", size: 192 },
  { path: "public/icons/512.png", size: 512 },
  { path: "public/icons/maskable.png", size: 512, bleed: true },
  { path: "app/apple-icon.png", size: 180, bleed: true },
];

const icon = await readFile("app/icon.svg", "utf8");
const ground = /<rect[^>]* fill="(#[0-9a-f]{6})"/.exec(icon)?.[1];
if (!ground) throw new Error("app/icon.svg has no ground to take the colour from");

process.env.VOUCH_CHROMIUM = await findChromium();
const { default: playwright } = await import("../playwright.config");
const browser = await chromium.launch(playwright.use?.launchOptions);
for (const { path, size, bleed } of pictures) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const style = `margin: 0; height: 100vh; display: grid; place-items: center; ${bleed ? `background: ${ground}` : ""}`;
  await page.setContent(`<body style="${style}">${icon}</body>`);
  const side = bleed ? size * 0.8 : size;
  await page.locator("svg").evaluate((svg, width) => svg.setAttribute("width", String(width)), side);
  await page.screenshot({ path, omitBackground: true });
  await page.close();
}
await browser.close();
