// What happened between the owner and one contact, whatever kind of thing it was; safe in the browser.
import { z } from "zod";
import type { Answer } from "@/lib/assessment/words";
import type { CheckFinding, CheckKind } from "@/lib/checks/words";
import type { InteractionDepth, InteractionDirection, InteractionKind } from "@/lib/interactions/words";
import type { NotePart } from "@/lib/mentions/text";
import type { SupportDirection, SupportKind } from "@/lib/support/words";

export const timelineFilters = ["all", "meetings", "messages", "checks"] as const;
export type TimelineFilter = (typeof timelineFilters)[number];

/** The timeline's part of the page's address. */
export const timelineQuery = z.object({
  show: z.enum(timelineFilters).default("all").catch("all"),
  older: z.string().max(100).optional().catch(undefined),
});
export type TimelineQuery = z.output<typeof timelineQuery>;

/** Moments are ISO times. */
export type TimelineEntry = { id: string; at: string } & (
  | {
      type: "interaction";
      kind: InteractionKind;
      direction: InteractionDirection;
      depth: InteractionDepth;
      confirmed: boolean;
      notes: NotePart[] | null;
      /** Named in the notes of what others took part in. */
      mentioned: boolean;
      /** The others who took part. */
      others: { id: string; name: string }[];
    }
  | {
      type: "check";
      kind: CheckKind;
      finding: CheckFinding;
      claim: string;
      source: string | null;
      independent: boolean;
      validUntil: string;
      resolution: string | null;
    }
  | {
      type: "invitation";
      direction: "OUTGOING" | "INCOMING";
      status: "DRAFT" | "SENT" | "RECEIVED" | "ASKED" | "ACCEPTED" | "DECLINED" | "IGNORED" | "WITHDRAWN";
      note: string | null;
      answeredAt: string | null;
      /** Why it was declined. */
      reason: string | null;
      /** What the owner asked before answering, and what they said. */
      question: string | null;
      askedAt: string | null;
      reply: string | null;
      repliedAt: string | null;
    }
  | {
      type: "support";
      direction: SupportDirection;
      kind: SupportKind;
      note: string | null;
      /** Who is at the other end of an introduction. */
      introduced: { id: string; name: string } | null;
    }
  | { type: "introduction"; by: { id: string; name: string }; note: string | null }
  | {
      type: "recommendation";
      direction: SupportDirection;
      status: "IDEA" | "REQUESTED" | "DRAFTING" | "SENT" | "PUBLISHED" | "DECLINED";
      work: string | null;
    }
  | { type: "assessment"; wouldIntroduce: Answer | null; goal: string | null }
  | { type: "created"; imported: boolean }
);

/** Newest first; `older` leads on, where there is more. */
export type TimelinePage = { entries: TimelineEntry[]; total: number; older: string | null };
