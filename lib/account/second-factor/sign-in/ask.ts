import "server-only";
import type { OwnerId } from "@/lib/db";
import { waitForCode } from "./data";
import { keepStep } from "./step-cookie";

/** The password was right, and a code is asked for: answers with the page that asks, from where signing in leads to `next`. */
export async function askForCode(owner: OwnerId, next: string): Promise<string> {
  await keepStep(await waitForCode(owner));
  return codePage(next);
}

/** The page that asks for a code, of the app unless `recovery` says otherwise. */
export function codePage(next: string, recovery = false): string {
  const query = new URLSearchParams({ ...(next !== "/" && { next }), ...(recovery && { recovery: "" }) });
  return query.size > 0 ? `/login/code?${query}` : "/login/code";
}
