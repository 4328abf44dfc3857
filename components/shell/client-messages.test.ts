// Each page gives the browser the words that its client components read, and no others: they come with every look at it.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import en from "@/lib/i18n/messages/en";

const pages = readdirSync("app", { recursive: true, encoding: "utf8" })
  .filter((path) => /(^|\/)(page|layout)\.tsx$/.test(path))
  .map((path) => join("app", path))
  .filter((path) => path !== "app/offline/page.tsx"); // hands itself every language

const sources = new Map<string, string>();
function sourceOf(file: string): string {
  if (!sources.has(file)) sources.set(file, readFileSync(file, "utf8"));
  return sources.get(file) as string;
}

/** The files that come with it; with `later` also what it asks for by import() when somebody wants it. */
function importsOf(file: string, later: boolean): string[] {
  const source = sourceOf(file);
  const names = [
    ...source.matchAll(/^(?:import|export) (?!type )[^;]*?from "([^"]+)";/gms),
    ...(later ? source.matchAll(/import\("([^"]+)"\)/g) : []),
  ];
  return names.flatMap(([, name = ""]) => {
    const path = name.startsWith("@/") ? name.slice(2) : name.startsWith(".") ? join(dirname(file), name) : null;
    return path === null ? [] : [`${path}.tsx`, `${path}.ts`].filter((file) => existsSync(file));
  });
}

const isAction = (file: string) => sourceOf(file).startsWith('"use server"');
const isClient = (file: string) => sourceOf(file).startsWith('"use client"');

/** Everything that `from` is made of, each file with whether it is there for the browser. */
function partsOf(from: string, later: boolean, inBrowser = false, found = new Map<string, boolean>()) {
  const isThere = inBrowser || isClient(from);
  if (isAction(from) || found.get(from) || found.get(from) === isThere) return found;
  found.set(from, isThere);
  for (const file of importsOf(from, later)) partsOf(file, later, isThere, found);
  return found;
}

/** What `only` names, in place or as a list of branches above it. */
const givenIn = (source: string) =>
  [...source.matchAll(/<ClientMessages\s+only=\{[^}]*\}|: Branch\[\] = \[.*?\];/gs)].flatMap(([text]) =>
    [...text.matchAll(/"([\w.-]+)"/g)].map(([, branch]) => branch as string),
  );

/** The branches it reads; "ready.…" where which one is told only as it runs. */
const readIn = (source: string) =>
  [...source.matchAll(/useTranslations\(["`]([\w.-]+)/g)].map(([, branch]) => (branch as string).replace(/\.$/, ".…"));

const isWithin = (branch: string, outer: string) => branch === outer || branch.startsWith(`${outer}.`);

/** A single sentence, not a branch with several: "search.box". */
const isMessage = (path: string) =>
  typeof path.split(".").reduce((node: unknown, key) => Reflect.get(node as object, key), en) === "string";

/** Whether the page that gives `given` has what a component reads: all of it, one of it, or the sentences it takes from it. */
function isThere(read: string, given: string[]): boolean {
  if (read.endsWith(".…")) return given.some((one) => isWithin(one, read.slice(0, -2)));
  return given.some((one) => isWithin(read, one) || (isMessage(one) && isWithin(one, read)));
}

/** The branches that its client components read, but those of every page. */
function readOn(page: string, later: boolean): string[] {
  const read = [...partsOf(page, later)].flatMap(([file, inBrowser]) => (inBrowser ? readIn(sourceOf(file)) : []));
  return [...new Set(read)].filter((branch) => !isWithin(branch, "common"));
}

function givenOn(page: string): string[] {
  return [...partsOf(page, false)].flatMap(([file, inBrowser]) => (inBrowser ? [] : givenIn(sourceOf(file))));
}

test.each(pages)("%s", (page) => {
  const given = givenOn(page);
  const missing = readOn(page, false).filter((read) => !isThere(read, given));
  expect(missing, "what is read and not given").toEqual([]);
  const read = readOn(page, true).map((branch) => branch.replace(/\.…$/, ""));
  const unread = given.filter((one) => !read.some((branch) => isWithin(branch, one) || isWithin(one, branch)));
  expect(unread, "what is given and not read").toEqual([]);
});
