// What is asked of Vouch: every page of the table, and what pages ask for by themselves.
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Question } from "./ask";

/** Of one owner: who is visited, and ids that addresses hold. */
export type Facts = {
  /** Somebody with 2,000 interactions. */
  contact: string;
  /** An import. */
  batch: string;
  /** The number of the row that page 1,000 begins with, and the cursor of the row before it. */
  deep: { start: number; after: string };
  people: string[];
};

/**
 * `isScreen`: a page in a browser; everything else is asked for by the script of one. `whereFew`: what it is where owners have
 * hundreds of contacts and nobody's history is long.
 */
export type Visit = {
  work: string;
  whereFew?: string;
  isScreen?: true;
  asksImport?: true;
  ask: (facts: Facts, nth: number) => Question;
};

const screen = (work: string, path: string | ((facts: Facts) => string), whereFew = work): Visit => ({
  ...{ work, whereFew, isScreen: true },
  ask: (facts) => ({ path: typeof path === "string" ? path : path(facts), headers: { accept: "text/html" } }),
});

/** What any dynamic page of the build costs at the least. */
export const floor = screen("an empty page: the floor", "/empty");

/** Each letter of a name, as somebody types it. */
const typed = ["p", "pe", "pet", "petr", "petro", "petrov"];

export const visits: Visit[] = [
  screen("Today", "/"),
  screen("contacts, first page", "/contacts"),
  screen("contacts, filtered", "/contacts?q=band:warm+verdict:building"),
  screen("contacts, sorted by strength", "/contacts?sort=strength"),
  {
    work: "contacts, page 1,000",
    whereFew: "contacts, in the middle",
    ask: ({ deep }) => ({ path: `/api/contacts/rows?after=${deep.after}` }),
  },
  { work: "contacts, a jump there", ask: ({ deep }) => ({ path: `/api/contacts/rows?start=${deep.start}` }) },
  screen("a contact with 2,000 interactions", ({ contact }) => `/contacts/${contact}`, "a contact"),
  screen("queue", "/ready"),
  screen("invitations", "/invitations"),
  screen("connections", "/connections"),
  screen("recommendations", "/recommendations"),
  {
    work: "search as one types",
    ask: (_, nth) => ({ path: "/api/search", body: { q: typed[nth % typed.length] } }),
  },
  { work: "import progress", asksImport: true, ask: ({ batch }) => ({ path: `/api/imports/${batch}` }) },
  { work: "log a meeting: the save", ask: ({ people }, nth) => logged(people, nth) },
];

const kept: { actionId?: string } = {};

/** The form as React sends it, with one person; others each time. Its answer brings the page anew. */
export function logged(people: string[], nth: number): Question {
  kept.actionId ??= idOfAction("logInteractionAction");
  const form = new FormData();
  const fields = {
    ...{ id: randomUUID(), "contactIds[]": people[(nth * 7_919) % people.length] ?? "", kind: "IN_PERSON" },
    ...{ day: new Date().toISOString().slice(0, 10), depth: "NORMAL", notes: "Lunch" },
  };
  for (const [name, value] of Object.entries(fields)) form.append(`_1_${name}`, value);
  form.append("0", JSON.stringify([{}, "$K1"]));
  return { path: "/log", body: form, headers: { accept: "text/x-component", "next-action": kept.actionId } };
}

/** What the build calls an action. */
function idOfAction(name: string): string {
  const manifest = JSON.parse(readFileSync(".next/server/server-reference-manifest.json", "utf8"));
  const actions = Object.entries(manifest.node as Record<string, { exportedName: string }>);
  const [id] = actions.find(([, { exportedName }]) => exportedName === name) ?? [];
  if (!id) throw new Error(`The build has no ${name}.`);
  return id;
}
