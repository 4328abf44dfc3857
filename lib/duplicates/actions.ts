"use server";

import { type Outcome, ownerAction, saved } from "@/lib/action";
import { requireOwner } from "@/lib/auth";
import { typedSlug } from "@/lib/contacts/typed-slug";
import { asOwner } from "@/lib/db";
import { isSameOrigin } from "@/lib/origin";
import { askForLook } from "./look";
import { mergePeople, undoMerge } from "./merge/data";
import { findResembling } from "./resembling/data";
import { getProgress, markDistinct, putOff, undoDistinct } from "./review/data";
import * as schema from "./schema";

/** One form with three buttons: one person, different people, not now. */
export const reviewAction = ownerAction("duplicates.review", schema.review, async (db, input): Promise<Outcome> => {
  const { intent, people, seen, ...choices } = input;
  if (intent === "merge") {
    const id = await mergePeople(db, { people, seen, choices });
    await askForLook(db);
    return saved("contact_merge", id);
  }
  await (intent === "distinct" ? markDistinct : putOff)(db, people);
  return saved("contact", people);
});

export const undoMergeAction = ownerAction("duplicates.undoMerge", schema.oneMerge, async (db, { id }) => {
  await undoMerge(db, id);
  await askForLook(db);
  return saved("contact_merge", id);
});

export const undoDistinctAction = ownerAction("duplicates.undoDistinct", schema.somePeople, async (db, { people }) => {
  await undoDistinct(db, people);
  await askForLook(db);
  return saved("contact", people);
});

/** Who may be meant, while a new contact is typed. */
export async function findResemblingAction(typed: schema.TypedContact): Promise<schema.Resembling[]> {
  const parsed = schema.typedContact.safeParse(typed);
  if (!parsed.success || !(await isSameOrigin())) return [];
  const { linkedIn, ...known } = parsed.data;
  const slugs = linkedIn.map(typedSlug).filter((slug) => slug !== null);
  return asOwner(await requireOwner(), (db) => findResembling(db, { ...known, slugs, links: [] }));
}

/** How far the look through everybody is. */
export async function getLookProgressAction(): Promise<schema.Progress | null> {
  if (!(await isSameOrigin())) return null;
  return asOwner(await requireOwner(), getProgress);
}
