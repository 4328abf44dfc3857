// Every server action of the build that is served, with a form or arguments that it takes.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect } from "../fixtures";
import type { Target } from "./target";

/** `at`: a page that knows the action. `form`, or what it takes instead of one. */
export type Action = {
  name: string;
  id: string;
  at: string;
  form?: Record<string, string | string[]>;
  args: unknown[];
};

type Manifest = { node: Record<string, { exportedName: string; workers: Record<string, unknown> }> };

/** With ids of the target's rows. `words` go into whatever people write, with `everywhere` also where nothing need be. */
export function everyAction(
  { ids, addresses }: Pick<Target, "ids" | "addresses">,
  { words, everywhere }: { words?: string; everywhere?: boolean } = {},
): Action[] {
  const manifest: Manifest = JSON.parse(readFileSync(".next/server/server-reference-manifest.json", "utf8"));
  const built = Object.entries(manifest.node);
  const { NODE_OPTIONS: _, ...env } = process.env;
  const printed = execFileSync(process.execPath, ["--import", "tsx", "e2e/attack/every-form.ts"], {
    env: { ...env, TSX_TSCONFIG_PATH: "e2e/attack/tsconfig.json" },
    input: JSON.stringify({ ids, words, everywhere }),
    encoding: "utf8",
    maxBuffer: 64_000_000,
  });
  const known: Pick<Action, "name" | "form" | "args">[] = JSON.parse(printed);
  const names = built.map(([, { exportedName }]) => exportedName);
  expect(names.sort(), "the actions of the build").toEqual(known.map(({ name }) => name).sort());
  return known.map((action) => {
    const [id, { workers }] = built.find(([, { exportedName }]) => exportedName === action.name) ?? [
      "",
      { workers: {} },
    ];
    return { ...action, args: action.args ?? [], id, at: addressOf(Object.keys(workers), addresses) };
  });
}

/** The first page that can be opened: "app/(crm)/contacts/[id]/page" is at /contacts/…. */
function addressOf(pages: string[], addresses: Record<string, string>): string {
  const routes = pages.map((page) => `/${page.replaceAll(/^app\/|\([\w-]+\)\/|page$/g, "").replace(/\/$/, "")}`);
  const [address] = routes.flatMap((route) => addresses[route] ?? []);
  return address ?? "/login";
}
