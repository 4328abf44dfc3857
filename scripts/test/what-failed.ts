// For whoever has only what was printed: what a failed journey's page showed, and what went wrong in the server meanwhile.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const lines = (file: string) => (existsSync(file) ? readFileSync(file, "utf8").split("\n") : []);

/** What Playwright kept of each failed journey in `results`: its name, and the first lines of the page without its frame. */
export function pagesShown(results: string, most = 25): string[] {
  if (!existsSync(results)) return [];
  return readdirSync(results).flatMap((journey) => {
    const kept = lines(join(results, journey, "error-context.md"));
    const begins = kept.findIndex((line) => line.startsWith("# Page snapshot"));
    if (begins < 0) return [];
    const page = kept.slice(begins + 3, kept.indexOf("```", begins + 3));
    const main = Math.max(
      page.findIndex((line) => /^\s*- main\b/.test(line)),
      0,
    );
    const name = kept.find((line) => line.startsWith("- Name: "))?.slice("- Name: ".length);
    return [`The page of “${name ?? journey}” showed:`, ...page.slice(main, main + most)];
  });
}

/** The last of what the server's log calls an error. */
export const errorsIn = (log: string, most = 15): string[] =>
  lines(log)
    .filter((line) => line.includes('"level":"error"'))
    .slice(-most);
