import type { FormValues } from "@/lib/form-state";
import type { NoteTemplate } from "./schema";

/** What the form that edits a template holds of it. */
export const templateValues = ({ name, text }: NoteTemplate): FormValues => ({ name, text });
