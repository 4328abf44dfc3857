// The statements that the application's code writes itself, by how each begins. What Prisma writes is seen by its plan alone.
import { readdirSync, readFileSync } from "node:fs";

/** "lib/x/data.ts: select …" up to the first value, with each white space as one blank. */
export function rawStatements(): { file: string; start: string }[] {
  const files = readdirSync("lib", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts") && !file.startsWith("testing"))
    .map((file) => `lib/${file}`);
  return files.flatMap((file) => startsIn(readFileSync(file, "utf8")).map((start) => ({ file, start })));
}

/** Of the templates of $queryRaw and $executeRaw; one that begins with a value tells nothing, nor does "select" alone. */
export function startsIn(code: string): string[] {
  const templates = code.matchAll(/\$(?:queryRaw|executeRaw)(?:<[^`]*?>)?`([^`]*?)(?=\$\{|`)/g);
  return [...templates].map(([, start = ""]) => oneLine(start).trim()).filter((start) => start.includes(" "));
}

export const oneLine = (text: string) => text.replace(/\s+/g, " ");
