// The sample owner's Vouch, for scripts that look at it: npm start -- --demo on a data directory of its own, thrown away
// afterwards.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { freePort } from "./free-port";
import { sample } from "./sample";
import { settingsAlone } from "./settings";

/** Runs `work` with the address of a server that has the sample owner; ends it whatever happens. */
export async function withSampleServer(work: (address: string) => Promise<void>): Promise<void> {
  const port = process.env.PORT ?? String(await freePort());
  const dataDir = await mkdtemp(join(tmpdir(), "vouch-sample-"));
  const server = spawn("npm", ["start", "--", "--demo"], {
    env: settingsAlone({ PORT: port, VOUCH_DATA_DIR: dataDir }),
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    for await (const words of server.stdout.setEncoding("utf8")) {
      process.stdout.write(words);
      if (words.includes("Ctrl-C")) break;
    }
    await work(`http://127.0.0.1:${port}`);
  } finally {
    server.kill("SIGTERM");
    await once(server, "exit");
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** Signs the page in as the sample owner. */
export async function signInAsSample(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/login`);
  await page.getByLabel("E-mail").fill(sample.email);
  await page.getByLabel("Password").fill(sample.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(`${address}/`);
}
