import { z } from "zod";
import { typedMentions } from "@/lib/mentions/schema";
import type { Mention } from "@/lib/mentions/text";
import {
  dayInWords,
  id,
  lines,
  memoryOf,
  optionalChoice,
  optionalDayInWords,
  optionalText,
  text,
  version,
} from "@/lib/schema";
import {
  depths,
  directions,
  type InteractionDepth,
  type InteractionDirection,
  type InteractionKind,
  interactionKinds,
  isDirected,
  mostPeople,
} from "./words";

const optionalTime = z
  .union([z.literal(""), z.iso.time({ precision: -1, error: "time" })], "time")
  .default("")
  .transform((value) => value || null);

const groupSize = z
  .string()
  .trim()
  .regex(/^\d{0,5}$/, "groupSize")
  .default("")
  .transform((value) => (value === "" ? null : Number(value)))
  .refine((value) => value !== 0, "groupSize");

/** Who took part: chosen by id, made on the fly, or just typed (what a form without script sends). */
const people = {
  contactIds: z.array(id).max(mostPeople, "tooManyPeople").default([]),
  newNames: lines(200, mostPeople),
  names: z
    .string()
    .max(5_000, "tooLong")
    .default("")
    .transform(splitNames)
    .pipe(z.array(z.string().max(200, "tooLong"))),
};

const what = {
  kind: z.enum(interactionKinds, "kind"),
  direction: optionalChoice(directions),
  /** A day in words or as a date; with a time among them, that counts. */
  day: dayInWords,
  time: optionalTime,
  depth: z.enum(depths, "choose").default("NORMAL"),
  groupSize,
  notes: optionalText(20_000),
  mentions: typedMentions,
};

/** `next` is both in one: "call next Tuesday". */
const followUp = { followUpTitle: optionalText(300), followUpDue: optionalDayInWords, next: optionalText(300) };

/** Direction fits the kind by the schema alone: what a form sends for a meeting is ignored, for a message it is asked. */
function settle<
  Input extends { kind: InteractionKind; direction: "INBOUND" | "OUTBOUND" | null } & Record<
    "contactIds" | "newNames" | "names",
    string[]
  >,
>(input: Input, context: z.RefinementCtx): Omit<Input, "direction"> & { direction: InteractionDirection } {
  const direction: InteractionDirection | null = isDirected(input.kind) ? input.direction : "JOINT";
  if (direction === null) context.addIssue({ code: "custom", path: ["direction"], message: "direction" });
  const count = input.contactIds.length + input.newNames.length + input.names.length;
  if (count === 0) context.addIssue({ code: "custom", path: ["names"], message: "who" });
  if (count > mostPeople) {
    context.addIssue({
      code: "too_big",
      origin: "array",
      maximum: mostPeople,
      input,
      path: ["names"],
      message: "tooManyPeople",
    });
  }
  return { ...input, direction: direction ?? "JOINT" };
}

export const logInteraction = z.strictObject({ id, ...people, ...what, ...followUp }).transform((input, context) => {
  if (input.followUpTitle && !input.followUpDue) {
    context.addIssue({ code: "custom", path: ["followUpDue"], message: "followUpDue" });
  }
  return settle(input, context);
});
export type LogInteraction = z.output<typeof logInteraction>;

export const updateInteraction = z.strictObject({ id, version, ...people, ...what }).transform(settle);
export type UpdateInteraction = z.output<typeof updateInteraction>;

/** Deleting, or saying that a calendar's entry really happened: of the version that was read. */
export const oneInteraction = z.strictObject({ id, version });

const moment = z.iso.datetime();

/** An interaction as it was when it was deleted. */
const deletedInteraction = z.strictObject({
  id,
  kind: z.enum(interactionKinds),
  direction: z.enum(["JOINT", ...directions]),
  occurredAt: moment,
  depth: z.enum(depths),
  groupSize: z.number().int().min(1).nullable(),
  confirmed: z.boolean(),
  notes: z.string().nullable(),
  mentions: z.array(z.strictObject({ id, name: z.string().min(1) })),
  version: z.number().int().min(1),
  contactIds: z.array(id),
});
export type DeletedInteraction = z.output<typeof deletedInteraction>;
export const bringBackInteraction = z.strictObject({ memory: memoryOf(deletedInteraction) });

/** Undo of a log takes back all that it made: the interaction, its follow-ups, contacts made on the fly. */
export const undoLog = z.strictObject({
  ids: z
    .string()
    .transform((ids) => ids.split(","))
    .pipe(z.array(id).max(2 * mostPeople + 1)),
});

export const interactionId = id;
export const contactId = id;
export const contactQuery = text(200);

/**
 * A contact as the people field offers it; `detail` tells namesakes apart. `alike`, in words: they are called otherwise
 * than what was typed, and may be meant for that.
 */
export type ContactChoice = { id: string; name: string; detail: string | null; alike?: string };

export type InteractionDetail = {
  id: string;
  kind: InteractionKind;
  direction: InteractionDirection;
  /** ISO instant. */
  occurredAt: string;
  depth: InteractionDepth;
  groupSize: number | null;
  confirmed: boolean;
  /** As they are typed; who `@name` means stands in `mentions`. */
  notes: string | null;
  mentions: Mention[];
  version: number;
  contacts: ContactChoice[];
};

/** "Ada Lovelace, Grace Hopper" → two names. */
function splitNames(typed: string): string[] {
  return typed
    .split(/[,;\n]/)
    .map((name) => name.trim().replace(/\s+/g, " "))
    .filter(Boolean);
}
