// The browser that the browser tests drive.
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";
import { runsAsRoot } from "../data-directory";
import { Obstacle, step } from "../say";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

const usualPlaces = [
  ...["/usr/bin", "/usr/local/bin", "/snap/bin"].flatMap((dir) => names.map((name) => join(dir, name))),
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
];

/** The path of a Chromium: the setting's, a usual place's, Playwright's own, or Debian's, installed now. */
export async function findChromium(setting = process.env.VOUCH_CHROMIUM): Promise<string> {
  if (setting) {
    if (canRun(setting)) return setting;
    throw new Obstacle(`VOUCH_CHROMIUM names ${setting}, which isn't a program that can be run.`);
  }
  const found = installed();
  if (found) return found;
  if (existsSync("/usr/bin/apt-get")) await step("Installing Chromium", "Chromium installed", installDebians);
  const now = installed();
  if (now) return now;
  throw new Obstacle(
    "The browser tests need Chromium, and there is none here. Install it, or name one in VOUCH_CHROMIUM.",
  );
}

/**
 * Chromium without windows, which loads a page in half the time. None where a setting names the browser, or where there is
 * only a whole one.
 */
export function findHeadlessShell(setting = process.env.VOUCH_CHROMIUM): string | undefined {
  return setting ? undefined : ["/usr/bin/chromium-headless-shell"].find(canRun);
}

function installed(): string | undefined {
  const onPath = (process.env.PATH ?? "").split(delimiter).flatMap((dir) => names.map((name) => join(dir, name)));
  return [...usualPlaces, ...onPath, chromium.executablePath()].find(canRun);
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function installDebians(): Promise<void> {
  const why = tryApt("update") ?? tryApt("install", "-y", "chromium");
  if (why !== undefined) {
    throw new Obstacle(
      "The browser tests need Chromium, and installing Debian's failed. Install it by hand, or name one in VOUCH_CHROMIUM.",
      why,
    );
  }
  tryApt("install", "-y", "chromium-headless-shell"); // not everywhere to be had
}

/** Why apt-get didn't do it. */
function tryApt(...words: string[]): string | undefined {
  const [command = "", ...args] = [...(runsAsRoot ? [] : ["sudo", "-n"]), "apt-get", ...words];
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const { status, stdout, stderr } = spawnSync(command, args, { env, encoding: "utf8" });
  return status === 0 ? undefined : `${stdout ?? ""}${stderr ?? ""}`;
}
