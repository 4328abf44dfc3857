import "server-only";
import { readFile } from "node:fs/promises";
import { isProduction } from "@/lib/env";

let known: string | undefined;

/** The id of the build that is running; null in development, where nothing is kept for offline. */
export async function buildId(): Promise<string | null> {
  if (!isProduction) return null;
  known ??= (await readFile(".next/BUILD_ID", "utf8")).trim();
  return known;
}
