import "server-only";
import { keepStep } from "./step-cookie";

/** The password was right, and `step` waits for a code: answers with the page that asks, from where signing in leads to `next`. */
export async function askForCode(step: string, next: string): Promise<string> {
  await keepStep(step);
  return codePage(next);
}

/** The page that asks for a code, of the app unless `recovery` says otherwise. */
export function codePage(next: string, recovery = false): string {
  const query = new URLSearchParams({ ...(next !== "/" && { next }), ...(recovery && { recovery: "" }) });
  return query.size > 0 ? `/login/code?${query}` : "/login/code";
}
