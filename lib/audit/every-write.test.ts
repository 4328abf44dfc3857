// Whatever writes leaves a line in the log, and every line has its sentence: made from the sources, so that an action, a route
// or a job that is added and forgotten here fails.
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { locales } from "../i18n/locales";
import { kindOf } from "./words";

const read = (path: string) => readFileSync(path, "utf8");
const files = (folders: string[], name: RegExp) =>
  folders
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) => `${folder}/${path}`))
    .filter((path) => name.test(path) && !path.includes(".test."));
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = ""]) => found);

const noted = /note(?:Event|InAudit)\(\s*[\w. ]+,\s*"([\w.-]+)"/g;

/** Server actions that no ownerAction makes: what notes them, or why there is nothing to note. */
const otherActions: Record<string, string> = {
  setUpAction: "account.made, account.signIn: by triggers",
  signInAction: "account.signIn by a trigger; account.signInFailed",
  signOutAction: "account.signOut by a trigger",
  signOutEverywhereAction: "account.endEverySession, by the ownerAction it calls",
  signInWithCodeAction: "account.signIn by a trigger; keys.signInWithRecoveryCode",
  signInWithPasskeyAction: "account.signIn by a trigger",
  confirmWithPasskeyAction: "changes nothing but how long this session may change how one signs in",
  confirmWithPasswordAction: "the same",
  resetPasswordAction: "account.resetPassword",
  joinAction: "members.join; account.made, account.signIn: by triggers",
  joinByProviderAction: "the same",
  deleteAccountAction: "nothing is left to keep a line",
  readPastedAction: "reads only",
  findContactsAction: "reads only",
  findResemblingAction: "reads only",
  getLookProgressAction: "reads only",
  nextIncomingAction: "reads only",
  getContactChoiceAction: "reads only",
};

/** Route handlers: the actions they note, by themselves or in what they call; none where they only read. */
const routes: Record<string, { notes: string[]; in?: string }> = {
  "GET api/calendar/[file]": { notes: [] },
  "GET api/contacts/[id]/held": { notes: ["privacy.take"] },
  "GET api/contacts/rows": { notes: [] },
  "GET api/digest/off": { notes: [] },
  "POST api/digest/off": { notes: ["digest.off"] },
  "GET api/exports/[file]": { notes: ["exports.take"] },
  "POST api/exports/[file]": { notes: ["exports.take"] },
  "GET api/health": { notes: [] },
  "GET api/health/live": { notes: [] },
  "GET api/imports/[id]": { notes: [] },
  "GET api/imports/[id]/errors": { notes: ["exports.take"] },
  "POST api/imports": { notes: ["imports.upload", "imports.refused"], in: "lib/imports/upload.ts" },
  "GET api/map": { notes: [] },
  "GET api/notices": { notes: [] },
  "POST api/oidc": { notes: [] },
  "GET api/oidc/callback": { notes: ["oidc.connect"], in: "lib/account/oidc/errands.ts" },
  "POST api/passkeys/[purpose]": { notes: [] }, // what is answered goes through an action
  "POST api/outbox": { notes: ["interactions.log"], in: "lib/interactions/actions.ts" },
  "GET api/policy/change": { notes: [] },
  "POST api/policy/preview": { notes: [] },
  "GET api/restore": { notes: [] },
  "POST api/restore": { notes: ["restore.upload"], in: "lib/restore/upload.ts" },
  "POST api/search": { notes: [] },
  "POST api/search/peek": { notes: [] },
};

const jobs: Record<string, { notes: string[]; in?: string }> = {
  import: { notes: ["imports.done", "imports.failed", "imports.undone"], in: "lib/imports/job.ts" },
  policy: { notes: ["policy.done", "policy.failed"], in: "lib/policy/change/job.ts" },
  restore: { notes: ["restore.done", "restore.failed"], in: "lib/restore/job.ts" },
  digest: { notes: ["digest.sent"], in: "lib/digest/job.ts" },
  sweep: { notes: ["contacts.expired"], in: "lib/contacts/trash/data.ts" },
  duplicates: { notes: [] }, // what it finds is made from the facts; deciding about it is an action
};

test("every server action is made by ownerAction (accountAction, or confirmedAction upon it), which notes it, or is accounted for here", () => {
  const others: string[] = [];
  for (const path of files(["app", "components", "lib"], /\.tsx?$/)) {
    const text = read(path);
    if (!/^"use server";$/m.test(text)) continue;
    const made = all(text, /^export const (\w+) = (?:owner|account|confirmed)Action[<(]/gm);
    const exported = all(text, /^export (?:async )?(?:const|function) (\w+)/gm);
    others.push(...exported.filter((name) => !made.includes(name)));
  }
  expect(others.sort()).toEqual(Object.keys(otherActions).sort());
  expect(read("lib/action.ts")).toContain("await noteEvent(db, name, outcome.entity, outcome.ids);");
});

test("no action about one's account opens a transaction beside the one that notes it", () => {
  const made = files(["lib"], /\/actions\.ts$/).filter((path) => /(?:account|confirmed)Action[<(]/.test(read(path)));
  expect(made).toContain("lib/account/password/actions.ts");
  for (const path of made) expect(read(path), path).not.toMatch(/\b(?:beforeSignIn|asOwner|asAccount|isConfirmed)\b/);
});

test("every route handler is accounted for, and those that write note it", () => {
  const found = files(["app"], /\/route\.ts$/).flatMap((path) => {
    const address = path.replace(/^app\//, "").replace(/\/route\.ts$/, "");
    return all(read(path), /^export (?:async function|const) ([A-Z]+)\b/gm).map((method) => `${method} ${address}`);
  });
  expect(found.sort()).toEqual(Object.keys(routes).sort());
  for (const [route, { notes, in: elsewhere }] of Object.entries(routes)) {
    const text = read(elsewhere ?? `app/${route.split(" ")[1]}/route.ts`);
    const written = elsewhere?.endsWith("actions.ts") ? all(text, actionName) : all(text, noted);
    expect(written, route).toEqual(expect.arrayContaining(notes));
  }
});

test("every job is accounted for, and those that write facts note it", () => {
  const type = /export type Jobs = \{([\s\S]*?)\n\};/.exec(read("lib/jobs.ts"))?.[1] ?? "";
  expect(all(type, /^ {2}(\w+):/gm).sort()).toEqual(Object.keys(jobs).sort());
  for (const [job, { notes, in: path }] of Object.entries(jobs)) {
    if (path) expect(all(read(path), noted), job).toEqual(expect.arrayContaining(notes));
  }
});

const actionName = /(?:owner|account|confirmed)Action(?:<[^>]+>)?\(\s*"([\w.-]+)"/g;

test("every line in the log has its sentence and its kind, and no sentence is left over", () => {
  const sources = files(["app", "lib"], /\.tsx?$/).map(read);
  const names = new Set([
    ...sources.flatMap((text) => [...all(text, actionName), ...all(text, noted)]),
    ...files(["prisma/migrations"], /\.sql$/).flatMap((path) => all(read(path), /note_account\('([\w.-]+)'\)/g)),
  ]);
  const told = Object.entries(locales.en.messages.audit.did).flatMap(([domain, did]) =>
    Object.keys(did).map((what) => `${domain}.${what}`),
  );
  expect(told.sort()).toEqual([...names].sort());
  expect([...names].filter((name) => !kindOf(name))).toEqual([]);
});
