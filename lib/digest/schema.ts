import { z } from "zod";
import type { FollowUp } from "@/lib/follow-ups/schema";
import type { InvitationSummary } from "@/lib/invitations/schema";
import type { MailFailure } from "@/lib/mail/send";
import type { LedgerLine } from "@/lib/recommendations/schema";
import type { TouchRow } from "@/lib/rhythm/schema";
import { tick } from "@/lib/schema";
import type { LaneRow } from "@/lib/strength/schema";
import type { LaneOf } from "@/lib/today/schema";
import { parts } from "./parts";

export const digestSetting = z
  .strictObject({
    enabled: tick,
    hour: z
      .string("choose")
      .regex(/^([01]?\d|2[0-3])$/, "choose")
      .transform(Number),
    days: z.enum(["DAILY", "WEEKDAYS"], "choose"),
    parts: z.array(z.enum(parts, "choose")).default([]),
  })
  .refine((input) => !input.enabled || input.parts.length > 0, { path: ["enabled"], message: "parts" })
  .transform(({ days, ...rest }) => ({ ...rest, weekdaysOnly: days === "WEEKDAYS" }));
/** `hour` is on the owner's clock. */
export type DigestSetting = z.output<typeof digestSetting>;

/** What an owner who set nothing has. The table's defaults are the same. */
export const noDigest: DigestSetting = { enabled: false, hour: 7, weekdaysOnly: false, parts: [...parts] };

/** How the last ones went and when the next one is due; ISO instants. */
export type DigestStatus = {
  nextAt: string | null;
  sentAt: string | null;
  /** The last try failed, and why. Null once one has been sent since. */
  failure: { at: string; why: MailFailure; again: boolean } | null;
};

/** Whom a digest is for. */
export type DigestReader = { email: string; name: string; locale: string; timeZone: string };

/** What there is to tell, of the parts the owner wants. A part with nothing in it isn't there. */
export type DigestContent = {
  followUps?: LaneOf<FollowUp>;
  touch?: LaneOf<TouchRow>;
  invitations?: LaneOf<InvitationSummary>;
  ready?: LaneOf<LaneRow>;
  lapsing?: LaneOf<LaneRow>;
  owed?: LaneOf<LedgerLine>;
};

export const sendNow = z.strictObject({});
