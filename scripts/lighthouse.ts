// npm run lighthouse: Lighthouse's marks for the screens people are on most, as the sample owner, on a desktop and as a
// phone on a slow connection. Ends with 1 where one is under 95. Lighthouse is fetched when this is run: with Vouch it
// would bring two hundred packages that nothing else needs.
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { chromium } from "@playwright/test";
import { freePort } from "./free-port";
import { signInAsSample, withSampleServer } from "./sample-server";
import { say } from "./say";
import { findChromium } from "./test/chromium";

const version = "12.8.2";
const categories = ["performance", "accessibility", "best-practices"] as const;
const least = 95;

type Report = {
  categories: Record<string, { score: number | null }>;
  audits: Record<string, { id: string; title: string; score: number | null; displayValue?: string }>;
};

const folder = await mkdtemp(join(tmpdir(), "vouch-lighthouse-"));
const run = promisify(execFile);

async function judge(address: string, port: number, preset: "desktop" | "phone"): Promise<Report> {
  const output = join(folder, "report.json");
  const args = [
    ...["exec", "--yes", "--", `lighthouse@${version}`, address, `--port=${port}`, "--quiet"],
    ...["--disable-storage-reset", "--output=json", `--output-path=${output}`], // it stays signed in
    ...[`--only-categories=${categories.join(",")}`, ...(preset === "desktop" ? ["--preset=desktop"] : [])],
  ];
  await run("npm", args, { cwd: folder, env: { ...process.env, npm_config_loglevel: "error" } });
  return JSON.parse(await readFile(output, "utf8")) as Report;
}

await withSampleServer(async (baseURL) => {
  process.env.VOUCH_CHROMIUM = await findChromium();
  const { default: playwright } = await import("../playwright.config");
  const port = await freePort();
  const launch = playwright.use?.launchOptions;
  // A profile of its own, which Lighthouse's tabs share.
  const context = await chromium.launchPersistentContext(join(folder, "profile"), {
    ...launch,
    args: [...(launch?.args ?? []), `--remote-debugging-port=${port}`],
  });
  const page = await context.newPage();
  await signInAsSample(page, baseURL);
  await page.goto(`${baseURL}/contacts?q=verdict:almost`);
  const contact = await page.getByRole("table").getByRole("row").nth(1).getByRole("link").first().getAttribute("href");
  const screens = { Today: "/", contacts: "/contacts", "a contact": contact ?? "", queue: "/ready" };
  for (const preset of ["desktop", "phone"] as const) {
    for (const [name, path] of Object.entries(screens)) {
      const report = await judge(`${baseURL}${path}`, port, preset);
      const marks = categories.map((category) => Math.round((report.categories[category]?.score ?? 0) * 100));
      say(`${name}, ${preset}: ${categories.map((category, n) => `${category} ${marks[n]}`).join(", ")}`);
      if (marks.every((mark) => mark >= least)) continue;
      process.exitCode = 1;
      for (const audit of Object.values(report.audits)) {
        if (audit.score !== null && audit.score < 0.9) say(`  ${audit.title} ${audit.displayValue ?? ""}`);
      }
    }
  }
  await context.close();
});
await rm(folder, { recursive: true, force: true });
