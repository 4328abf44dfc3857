// The whole first day, from `npm start` on an empty directory to an invitation sent, as one person would live it.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { connectionsFile, messagesFile } from "../lib/testing/linkedin-files";
import { freePort } from "../scripts/free-port";
import { settingsAlone } from "../scripts/settings";
import { watchConsole } from "./fixtures";

let dataDir: string;
let vouch: ChildProcess;

test.beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "vouch-first-day-"));
  const settings = { PORT: String(await freePort()), VOUCH_DATA_DIR: dataDir };
  vouch = spawn("npm", ["start"], {
    env: { ...settingsAlone(settings), VOUCH_TEST_KEEP_BUILD: "1" },
    stdio: ["ignore", "pipe", "inherit"],
  });
});

test.afterEach(async () => {
  vouch.kill("SIGTERM");
  if (vouch.exitCode === null) await once(vouch, "exit");
  await rm(dataDir, { recursive: true, force: true });
});

/** The setup link, once it is printed; its output is read on, so that it never waits for us. */
function printedLink(): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    vouch.stdout?.on("data", (words) => {
      said += words;
      const link = /http:\S+\/setup\?token=\S+/.exec(said);
      if (link) resolve(link[0]);
    });
    vouch.once("exit", () => reject(new Error(`npm start ended:\n${said}`)));
  });
}

const csv = (name: string, text: string) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });

test("a first day: set up, import, log, check, assess, ready, note, sent", async ({ page }) => {
  test.setTimeout(180_000); // it starts a database and a server of its own
  const complaints = watchConsole(page);

  await page.goto(await printedLink());
  await page.getByLabel("Your name").fill("Max Moreau");
  await page.getByLabel("E-mail").fill("max@example.test");
  await page.getByLabel("Password").fill("a long enough sentence");
  await page.getByRole("button", { name: "Create my Vouch" }).click();
  await expect(page.getByRole("navigation", { name: "Main" })).toBeVisible();

  // Import: who is connected already, and the messages with Lena, who isn't.
  await page.getByRole("link", { name: "Import & export" }).click();
  const connections = connectionsFile([
    { first: "Ada", last: "Byron", url: "https://www.linkedin.com/in/ada-byron", on: "5 May 2020" },
  ]);
  const messages = messagesFile([
    { from: "Max Moreau", to: ["Lena Okafor"], content: "May I ask about the catalogue?" },
    { from: "Lena Okafor", to: ["Max Moreau"], content: "With pleasure." },
  ]);
  for (const [name, text] of [
    ["Connections.csv", connections],
    ["messages.csv", messages],
  ] as const) {
    await page.getByLabel("Files to bring").setInputFiles(csv(name, text));
    await page.getByRole("button", { name: /^Import \d rows?$/ }).click();
    await expect(page.getByRole("region", { name: "What it brought" })).toBeVisible();
    await page.getByRole("link", { name: "Import & export" }).first().click();
  }

  // Log a meeting, by keyboard.
  await page.keyboard.press("l");
  const log = page.getByRole("dialog", { name: "Log a meeting" });
  await log.getByRole("combobox", { name: "Who" }).fill("Lena");
  await expect(page.getByRole("option", { name: /Lena Okafor/ })).toBeVisible();
  await page.keyboard.press("Enter");
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(page.getByText("Logged.")).toBeVisible();

  // Who she is, and how they met.
  await page.getByRole("link", { name: /^Contacts/ }).click();
  await page.getByRole("link", { name: /Lena Okafor/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Lena Okafor" })).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: "Edit", exact: true }).first().click();
  await page.getByLabel("How we met").fill("Sat next to each other at the data quality workshop");
  await page.getByLabel("What they are good at").fill("data lineage");
  await page.getByRole("button", { name: "Save", exact: true }).click();

  // Two checks from two sources.
  for (const [kind, claim, source] of [
    ["Background", "Head of Data at Brightwell", "https://brightwell.example/team"],
    ["Testimonial", "Keeps what she promises", "https://client.example/people"],
  ] as const) {
    await page
      .getByRole("link", { name: /Add a check/ })
      .first()
      .click();
    await page.getByRole("radio", { name: kind }).check();
    await page.getByLabel("The claim").fill(claim);
    await page.getByRole("radio", { name: "It supports what they say" }).check();
    await page.getByLabel("Link").fill(source);
    await page.getByRole("radio", { name: "Yes" }).check();
    await page.getByRole("button", { name: "Save the check" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Lena Okafor" })).toBeVisible();
  }

  // The assessment: the next step leads there.
  await page.getByRole("main").locator("a[href*='/assessment']").first().click();
  for (const question of [
    "Do you want this relationship to go deeper?",
    "Do you believe in what they do?",
    "Do they believe in what you do?",
    "Are you stronger together than apart?",
    "Would you introduce them to somebody you value?",
  ]) {
    await page.getByRole("radiogroup", { name: question }).getByRole("radio", { name: "Yes" }).check();
  }
  await page.getByLabel("Common ground 1").fill("data lineage");
  await page.getByLabel("Common ground 2").fill("choir");
  await page.getByLabel("What do you want to achieve together?").fill("Compare notes twice a year");
  await page.getByLabel(/What could you say about them/).fill("Found the broken feed everyone else worked around");
  await page.getByRole("button", { name: "Save, reviewed today" }).click();
  await expect(page.getByText(/^Ready until/).first()).toBeVisible();

  // Ready to connect: the note, and sent.
  await page
    .getByRole("link", { name: /Ready to connect/ })
    .first()
    .click();
  await expect(page.getByRole("heading", { name: "Lena Okafor" })).toBeVisible();
  await page
    .getByLabel("Note")
    .fill("Hi Lena, your question about lineage stayed with me. I’d like to keep comparing notes. – Max");
  await page.getByRole("button", { name: "Mark sent" }).click();
  await expect(page.getByText("Lena Okafor is marked as invited.")).toBeVisible();
  await expect(page.getByText("Nobody is ready yet")).toBeVisible();

  expect(complaints, "the browser's console").toEqual([]);
});
