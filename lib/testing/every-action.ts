// Every server action there is, read from the files themselves: a new one can't be forgotten by the tests that attack them.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { z } from "zod";
import type { GuardedAction } from "@/lib/action";

const lib = join(import.meta.dirname, "..");

/** `domain`: the folder under lib. `schema`: what its form may hold; null where it takes something else. */
export type EveryAction = { name: string; domain: string; schema: z.ZodType | null };

export async function everyAction(): Promise<EveryAction[]> {
  const files = readdirSync(lib, { recursive: true, encoding: "utf8" }).filter((file) =>
    /(^|\/)actions\.ts$/.test(file),
  );
  const all = files.sort().map(async (file) => {
    const exported: Record<string, Partial<GuardedAction>> = await import(/* @vite-ignore */ join(lib, file));
    const domain = file.replace("/actions.ts", "");
    return Object.entries(exported).map(([name, { schema = null }]) => ({ name, domain, schema }));
  });
  return (await Promise.all(all)).flat();
}

/** What takes no form but a word or an id, each looked at by the action itself; what is sent to it here, from ids by table. */
export const formless: Record<string, (idOf: IdOf) => unknown[]> = {
  findContactsAction: () => ["Lena"],
  findResemblingAction: () => [{ fullName: "Lena Okafor", company: "", linkedIn: [], emails: [], phones: [] }],
  getContactChoiceAction: (idOf) => [idOf("contact")],
  getLookProgressAction: () => [],
  nextIncomingAction: (idOf) => [idOf("invitation")],
  readPastedAction: () => [null, null],
  signOutAction: () => [],
  signOutEverywhereAction: () => [],
};

/** The id of a row of this table. */
export type IdOf = (table: string) => string;
