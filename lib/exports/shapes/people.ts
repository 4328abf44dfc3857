// Who is known, how they are reached, who is whom, and how often to be in touch.
import { z } from "zod";
import { day, link, moment, text, uuid, whole } from "../values";
import { connectionStatus, edited, written } from "./common";

export const contact = z.strictObject({
  id: uuid,
  full_name: text,
  headline: text.nullable(),
  company: text.nullable(),
  position: text.nullable(),
  location: text.nullable(),
  how_we_met: text.nullable(),
  expertise: text.nullable(),
  geographic_barrier: text.nullable(),
  do_not_connect: z.boolean(),
  connection_status: connectionStatus,
  connected_on: day.nullable(),
  notes: text.nullable(),
  version: whole,
  deleted_at: moment.nullable(),
  ...edited,
});

export const contactPoint = z
  .strictObject({
    id: uuid,
    contact_id: uuid,
    kind: z.enum(["EMAIL", "PHONE", "URL"]),
    label: text.nullable(),
    value: text,
    normalised: text,
    ...written,
  })
  .refine(({ kind, value }) => kind !== "URL" || link.safeParse(value).success, { path: ["value"], message: "link" });

export const linkedinAlias = z.strictObject({
  id: uuid,
  contact_id: uuid,
  slug: text,
  first_seen: moment,
  last_seen: moment,
});

/** What the newest Connections file said, which tells in the next one what changed and who is gone. */
export const linkedinFact = z.strictObject({
  contact_id: uuid,
  company: text.nullable(),
  position: text.nullable(),
  newest_on: day.nullable(),
});

export const tag = z.strictObject({ id: uuid, name: text, colour: text.nullable(), ...written });

export const contactTag = z.strictObject({ contact_id: uuid, tag_id: uuid });

/** A pair that the owner said is two people: remembered, so that nobody asks again. Of other pairs nothing was said. */
export const duplicatePair = z.strictObject({
  contact_id: uuid,
  other_id: uuid,
  score: whole,
  reasons: z.array(text),
  distinct_at: moment,
  skipped_at: moment.nullable(),
  ...written,
});

/** The same of two of whom one went with an import that was taken back. */
export const distinctPair = z.strictObject({ contact_id: uuid, other_id: uuid, distinct_at: moment });

/** Who was made one with whom, so that files that name the others mean them. */
export const contactMerge = z.strictObject({
  id: uuid,
  contact_id: uuid,
  absorbed_ids: z.array(uuid),
  absorbed_names: z.array(text),
  ...written,
});

const every = { every: whole.nullable(), unit: z.enum(["WEEK", "MONTH"]).nullable() };

export const cadence = z.strictObject({ contact_id: uuid, ...every, ...written });

export const tagCadence = z.strictObject({ tag_id: uuid, ...every, ...written });

export const touchPutOff = z.strictObject({ contact_id: uuid, until: day.nullable(), ...written });

export const queueChoice = z.strictObject({
  contact_id: uuid,
  until: moment.nullable(),
  reason: text.nullable(),
  ...written,
});
