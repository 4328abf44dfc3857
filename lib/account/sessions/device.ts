import "server-only";
import { parse } from "bowser";
import type { Device } from "./schema";

/** "Safari" and "iPhone", "Firefox" and "Linux": from the header a browser sends, so it may be anything. */
export function deviceOf(userAgent: string | null): Device {
  if (!userAgent) return { browser: null, system: null };
  const { browser, os, platform } = parse(userAgent);
  const isApples = platform.vendor === "Apple" && platform.model; // people say iPhone, not iOS
  return { browser: browser.name || null, system: (isApples ? platform.model : os.name) || null };
}
