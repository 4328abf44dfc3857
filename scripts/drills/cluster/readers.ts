// Readers: people who open one page after the other, and once more what didn't open.
import { ownersRoutes } from "../../../e2e/routes";
import type { Visitor } from "../visitor";

const pages = ownersRoutes.filter((route) => !route.includes("["));

export type Seen = { pages: number; failed: number; failedTwice: number; what: string[] };

/** One reader each for `visitors`; `stop` answers with what they saw. */
export function startReaders(visitors: Visitor[]) {
  const seen: Seen = { pages: 0, failed: 0, failedTwice: 0, what: [] };
  let stopping = false;

  async function read(visitor: Visitor, number: number) {
    for (let turn = number; !stopping; turn++) {
      const page = pages[turn % pages.length] as string;
      const first = await trouble(visitor, page);
      seen.pages++;
      if (!first) continue;
      seen.failed++;
      const second = await trouble(visitor, page);
      if (second) seen.failedTwice++;
      seen.what.push(`${page}: ${first}${second ? `, and again ${second}` : ""}`);
    }
  }
  const reading = visitors.map(read);
  return {
    seen,
    stop: async () => {
      stopping = true;
      await Promise.all(reading);
      return seen;
    },
  };
}

/** Why a page didn't open, as far as somebody before it would notice. */
async function trouble(visitor: Visitor, page: string): Promise<string | undefined> {
  try {
    const { status, location, text } = await visitor.get(page);
    if (status !== 200) return `status ${status}${location ? ` to ${location}` : ""}`;
    if (/data-dgst=|__next_error__/.test(text)) return "an error in it";
    return text.trimEnd().endsWith("</html>") ? undefined : "cut off";
  } catch (error) {
    return (error as Error).message;
  }
}
