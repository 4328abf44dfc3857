"use server";

import { requireOwner } from "@/lib/auth";
import { formValues } from "@/lib/form-values";
import { isSameOrigin } from "@/lib/origin";
import { longestPaste, type Pasted, readPasted } from "./read";

/** What was pasted, and what was read of it: null for nothing, `tooLong` for a text that is no signature any more. */
export type PasteAnswer = { text: string; read: Pasted | null; tooLong?: boolean };

/** Reads a card, a signature or a profile's address. Nothing is written. */
export async function readPastedAction(_: PasteAnswer | null, form: FormData): Promise<PasteAnswer> {
  const typed = formValues(form).pasted;
  const text = typeof typed === "string" ? typed : "";
  if (!(await isSameOrigin())) return { text, read: null };
  await requireOwner();
  if (text.length > longestPaste) return { text, read: null, tooLong: true };
  return { text, read: await readPasted(text) };
}
