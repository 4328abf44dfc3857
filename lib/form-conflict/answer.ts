// What a form gets back whose row was changed elsewhere since it was opened, or isn't there any more.
import "server-only";
import type { useTranslations } from "next-intl";
import type { Account } from "@/lib/account/schema";
import type { OwnerDb } from "@/lib/db";
import type { FormState, FormValues } from "@/lib/form-state";
import { Refusal } from "@/lib/refusal";
import { differencesOf, type Field, holdsAll } from "./compare";
import type { Sent } from "./sent";

/** The whole catalogue. */
export type Words = ReturnType<typeof useTranslations<never>>;

/** A row as its form holds it now. */
export type Newest = { version: number; changedAt: Date; values: FormValues };

/** How the versions of a row are told apart: one for each kind of row that a form edits. */
export type Versions<Input> = {
  /** Throws a Refusal that says where the row is, if it can't be edited any more. */
  newest(db: OwnerDb, input: Input, account: Account): Promise<Newest>;
  /** The form's fields in their order, called as the form calls them. */
  fields(t: Words, account: Account, db: OwnerDb, input: Input): Field[] | Promise<Field[]>;
  /** What is said here is about more of the row than it holds: a newer version is to be looked at, whatever was changed. */
  always?: true;
};

/** Refusals that are about the row and not about what was typed. */
export const isElsewhere = (error: unknown): error is Refusal =>
  error instanceof Refusal && ["changedElsewhere", "notFound"].includes(error.code);

type Answer =
  /** Nothing stands against saving what was typed over this newer version. */
  | { over: number }
  /** Both versions, to choose from. */
  | { conflict: NonNullable<FormState["conflict"]> }
  | { refusal: Refusal; copy?: string };

/** What to answer where `refusal` was thrown. In a transaction of its own: nothing of the refused one is left. */
export async function answerConflict<Input>(
  db: OwnerDb,
  { newest, fields, always }: Versions<Input>,
  { refusal, input, sent, account, t }: { refusal: Refusal; input: Input; sent: Sent; account: Account; t: Words },
): Promise<Answer> {
  const known = await fields(t, account, db, input);
  let now: Newest;
  try {
    now = await newest(db, input, account);
  } catch (gone) {
    if (!(gone instanceof Refusal)) throw gone;
    return { refusal: gone.code === "notFound" ? new Refusal("gone") : gone, copy: copyOf(known, sent.typed) };
  }
  if (refusal.code !== "changedElsewhere") return { refusal };
  const theirs = now.values;
  const differences = differencesOf(known, { mine: sent.typed, theirs, before: sent.read?.values ?? null });
  if (!always && holdsAll(differences)) return { over: now.version };
  const read = JSON.stringify({ version: now.version, values: theirs });
  const { version: _, ...mine } = sent.typed;
  return {
    conflict: {
      changedAt: now.changedAt.toISOString(),
      differences,
      mine,
      read,
      ...(refusal.see && { see: refusal.see }),
    },
  };
}

/** All that stands in the form, to be taken along. */
function copyOf(fields: Field[], typed: FormValues): string {
  return fields
    .map(({ label, names, shown }) => [label, shown?.(typed) ?? [typed[names[0]] ?? ""].flat().join("\n")] as const)
    .filter(([, text]) => text.trim())
    .map(([label, text]) => `${label}\n${text}`)
    .join("\n\n");
}
