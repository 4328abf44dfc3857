// Measures the import of an archive as a person does it, in a browser, against a running server without owners:
//   npm start                                  (prints the setup link)
//   npx tsx bench/archive/write.ts archive
//   VOUCH_CHROMIUM=/usr/bin/chromium npx tsx bench/archive/browser.ts archive <setup link> [pid of the server]
// Prints seconds per step and, on Linux, the server's processor time and its highest memory so far.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { chromium, expect, type Page } from "@playwright/test";

const [folder = "archive", setupLink = "", pid] = process.argv.slice(2);
const patience = { timeout: 300_000 };

/** Seconds of processor time the server has used so far; the database's own are not in it. */
function processorSeconds(): number {
  if (!pid) return 0;
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

async function timed(what: string, work: () => Promise<void>) {
  const [start, used] = [performance.now(), processorSeconds()];
  await work();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const peak = pid ? /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] : undefined;
  const server = `   server ${(processorSeconds() - used).toFixed(1)} s, peak ${Math.round(Number(peak) / 1024)} MB`;
  console.log(`${what.padEnd(28)} ${seconds.padStart(6)} s${pid ? server : ""}`);
}

async function bring(page: Page, file: string) {
  await timed(`${file}: preview`, async () => {
    await page.goto(new URL("/data", setupLink).href);
    await page.getByLabel("Files to bring (.zip, .csv, .vcf, .ics)").setInputFiles(join(folder, file));
    await expect(page.getByRole("button", { name: /^Import/ })).toBeVisible(patience);
  });
  await timed(`${file}: import`, async () => {
    await page.getByRole("button", { name: /^Import/ }).click();
    await expect(page.getByRole("region", { name: "What it brought" })).toBeVisible(patience);
  });
}

const browser = await chromium.launch({
  executablePath: process.env.VOUCH_CHROMIUM,
  chromiumSandbox: process.getuid?.() !== 0,
});
try {
  const page = await browser.newPage();
  await page.goto(setupLink);
  await page.getByLabel("Your name").fill("Olive Owner");
  await page.getByLabel("E-mail").fill("olive@example.test");
  await page.getByLabel("Password").fill("correct horse battery");
  await page.getByRole("button", { name: "Create my Vouch" }).click();
  await expect(page.getByRole("button", { name: "Create my Vouch" })).toBeHidden();
  await bring(page, "archive.zip");
  await timed("archive.zip: again, preview", async () => {
    await page.goto(new URL("/data", setupLink).href);
    await page.getByLabel("Files to bring (.zip, .csv, .vcf, .ics)").setInputFiles(join(folder, "archive.zip"));
    await expect(page.getByText("Everything in it is here already.", { exact: false })).toBeVisible(patience);
    await page.getByRole("button", { name: "Discard" }).click();
    await expect(page).toHaveURL(/\/data$/);
    await page.getByRole("link", { name: "Open: archive.zip" }).click();
  });
  await timed("archive.zip: undo", async () => {
    await page.getByText("Undo this import…").click();
    await page.getByRole("button", { name: "Yes, undo it" }).click();
    await expect(page.getByText(/removed\./)).toBeVisible(patience);
  });
} finally {
  await browser.close();
}
