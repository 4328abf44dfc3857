// Every regular expression in the source, on texts of 50,000 characters made to have it try again and again: repetitions of
// the characters it speaks of, one and two at a time, that end in something it doesn't take.
import { readdirSync, readFileSync } from "node:fs";
import { createContext, Script } from "node:vm";
import { parseAst } from "vitest/node";
import type { Finding, Report } from "./finding";

const length = 50_000;
const mostMs = 100;
/** Counted only if it is slow three times: the machine may have been busy with something else. */
const tries = 3;
const giveUpMs = 5_000;

type Expression = { file: string; pattern: string; flags: string };

function expressionsIn(value: unknown, file: string): Expression[] {
  if (typeof value !== "object" || value === null) return [];
  const regex = (value as { regex?: { pattern: string; flags: string } | null }).regex;
  if (regex) return [{ file, ...regex }];
  return Object.values(value).flatMap((part) => expressionsIn(part, file));
}

function allExpressions(): Expression[] {
  const files = ["app", "components", "lib", "public"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => `${folder}/${file}`),
  );
  return [...files, "proxy.ts"]
    .filter((file) => /\.(ts|tsx|js)$/.test(file) && !/\.test\.ts$|\/testing\//.test(file))
    .flatMap((file) =>
      expressionsIn(parseAst(readFileSync(file, "utf8"), { lang: file.endsWith("x") ? "tsx" : "ts" }), file),
    );
}

/** Texts that may cost it dear. */
function textsFor(pattern: string): string[] {
  const spoken = pattern.replaceAll(/\\[pP]\{[^}]*\}|\\[a-z]|[\\^$*+?{}|]/gi, "");
  const characters = [...new Set([...spoken, ...' aA1-.@/ä\n\t"'])].slice(0, 40);
  const few = characters.slice(0, 14);
  const repeated = [...characters, ...few.flatMap((one) => few.map((other) => one + other))];
  return repeated.map((part) => `${part.repeat(length / part.length)}\0!`);
}

const context = createContext({});
const search = new Script(
  "expression.lastIndex = 0; expression.global ? text.replace(expression, '') : expression.test(text)",
);

/** Of the processor's time: other work on the machine doesn't count. */
function millisecondsOf(expression: RegExp, text: string): number {
  Object.assign(context, { expression, text });
  const before = process.cpuUsage();
  try {
    search.runInContext(context, { timeout: giveUpMs });
  } catch {
    // given up: so much it took by then
  }
  return process.cpuUsage(before).user / 1_000;
}

export async function expressions(): Promise<Report> {
  const all = allExpressions();
  const found: Finding[] = [];
  let slowest = 0;
  for (const { file, pattern, flags } of all) {
    const expression = new RegExp(pattern, flags);
    for (const text of textsFor(pattern)) {
      let ms = Number.POSITIVE_INFINITY;
      for (let nth = 0; nth < tries && ms > mostMs; nth++) ms = Math.min(ms, millisecondsOf(expression, text));
      slowest = Math.max(slowest, ms);
      if (ms <= mostMs) continue;
      found.push({
        tool: "expressions",
        what: `${ms.toFixed(0)} ms for ${JSON.stringify(text.slice(0, 4))}…`,
        where: `${file} /${pattern}/${flags}`,
      });
      break;
    }
  }
  return { found, did: `${all.length} expressions, the slowest takes ${slowest.toFixed(0)} ms for 50,000 characters` };
}
