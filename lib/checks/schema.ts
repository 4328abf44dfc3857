import { z } from "zod";
import { dayInWords, id, memoryOf, optionalDayInWords, optionalText, text, version } from "@/lib/schema";
import { webLink } from "./source";
import { type CheckFinding, type CheckKind, checkKinds, findings } from "./words";

/** The kind a link may ask for (`?kind=`), and the parts of a check's address. */
export const checkKind = z.enum(checkKinds);
export const checkAddress = z.object({ id, checkId: id });

const link = optionalText(2_000).transform((typed, context) => {
  if (typed === null) return null;
  const address = webLink(typed);
  if (address === null) context.addIssue({ code: "custom", message: "link" });
  return address;
});

const fields = {
  kind: z.enum(checkKinds, "kind"),
  claim: text(500),
  finding: z.enum(findings, "finding"),
  sourceName: optionalText(200),
  sourceUrl: link,
  independent: z.enum(["yes", "no"], "independent").transform((answer) => answer === "yes"),
  /** Days in words or as dates. */
  checkedOn: dayInWords,
  expiresOn: optionalDayInWords,
  note: optionalText(5_000),
};

type Fields = { sourceName: string | null; sourceUrl: string | null };

function settle<Input extends Fields>(input: Input, context: z.RefinementCtx): void {
  if (!input.sourceName && !input.sourceUrl) {
    context.addIssue({ code: "custom", path: ["sourceName"], message: "source" });
  }
}

/** `id` is made by the form: sent twice, it is written once. */
export const createCheck = z.strictObject({ id, contactId: id, ...fields }).superRefine(settle);
export const updateCheck = z.strictObject({ id, contactId: id, version, ...fields }).superRefine(settle);
export const resolveConcern = z.strictObject({ id, contactId: id, version, resolution: text(5_000) });
export const oneCheck = z.strictObject({ id, contactId: id, version });

const moment = z.iso.datetime();

/** A check as it was when it was deleted. */
const deletedCheck = z.strictObject({
  ...{ id, contactId: id, kind: z.enum(checkKinds), claim: z.string(), finding: z.enum(findings) },
  ...{ sourceName: z.string().nullable(), sourceUrl: link, origin: z.string(), independent: z.boolean() },
  ...{ note: z.string().nullable(), checkedAt: moment, expiresAt: moment.nullable() },
  ...{ resolvedAt: moment.nullable(), resolution: z.string().nullable(), version: z.number().int().min(1) },
});
export type DeletedCheck = z.output<typeof deletedCheck>;
export const bringBackCheck = z.strictObject({ memory: memoryOf(deletedCheck) });

/** What a check says; moments as ISO instants. */
export type CheckInput = {
  kind: CheckKind;
  claim: string;
  finding: CheckFinding;
  sourceName: string | null;
  sourceUrl: string | null;
  independent: boolean;
  checkedAt: string;
  /** Null: as long as the owner's policy lets a check count. */
  expiresAt: string | null;
  note: string | null;
};

export type CheckDetail = CheckInput & {
  id: string;
  contactId: string;
  origin: string;
  /** The source is one of the contact's own pages, so it never counts as independent. */
  ownPage: boolean;
  /** Until when it counts, by its own date or the policy's. */
  validUntil: string;
  resolvedAt: string | null;
  resolution: string | null;
  version: number;
};
