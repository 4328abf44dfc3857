// Two tabs, or two devices, edit the same row: what a form sends, and gets back, so that nothing typed in either is lost.
import { z } from "zod";
import type { FormValues, Seen } from "@/lib/form-state";
import type { Choice } from "./names";

/**
 * What a form was opened with: the version of the row, and what its fields held. It travels with the form (the field
 * `read`), so that it is known what was changed here and what elsewhere. Null: there was no row yet.
 */
export type Read = { version: number | null; values: FormValues };

const read = z.strictObject({
  version: z.int().min(0).nullable(),
  values: z.record(z.string().max(60), z.union([z.string().max(60_000), z.array(z.string().max(1_000)).max(100)])),
});

/** What a form says it was opened with; null where it says nothing that can be understood. */
export function readOf(written: unknown): Read | null {
  if (typeof written !== "string" || written.length > 500_000) return null;
  try {
    return read.safeParse(JSON.parse(written)).data ?? null;
  } catch {
    return null;
  }
}

/** A stretch of a text, and whether the other version has it, too. */
export type Stretch = { text: string; shared: boolean };

/** A version of a field as it reads: nothing for a blank one. */
export type Side = Stretch[];

/** A field, or several that belong together, that isn't the same in both versions. */
export type Difference = {
  /** Its name in the form; of several, all of them. */
  group: string;
  label: string;
  mine: Side;
  theirs: Side;
  /** What both began with; null where it isn't known. */
  before: string | null;
  changed: "here" | "elsewhere" | "both" | "unknown";
  /** What is chosen until somebody chooses otherwise: nothing that was changed in only one place is lost by it. */
  choice: Choice;
  /** Both texts in one, to be edited; null where a choice is all there is. */
  combined: string | null;
};

/** What a form shows instead of its fields, because the row has a newer version that holds something else. */
export type Conflict = {
  /** When the newer version was saved (ISO). */
  changedAt: string;
  differences: Difference[];
  /** Everything as it was typed here. */
  mine: FormValues;
  /** What the form has read now (see Read), as it is sent on. */
  read: string;
  /** A page that shows the newer version. */
  see?: Seen;
};
