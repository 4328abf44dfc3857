import type { InteractionKind } from "@/lib/interactions/words";
import type { SupportDirection, SupportKind } from "@/lib/support/words";

/** What the record holds about what the two did together, as it can be said in a recommendation. Days are ISO days. */
export type Together = {
  howWeMet: string | null;
  expertise: string | null;
  /** The work that recommendations between the two name. */
  works: string[];
  /** Times they met or spoke, the newest first. */
  meetings: { id: string; kind: Exclude<InteractionKind, "MESSAGE" | "COMMENT">; day: string }[];
  messages: { count: number; first: string; last: string } | null;
  acts: {
    id: string;
    direction: SupportDirection;
    kind: SupportKind;
    day: string;
    note: string | null;
    /** Who was at the other end of an introduction. */
    introduced: string | null;
  }[];
  /** What independent sources said in their favour. */
  testimonials: { id: string; day: string; claim: string; source: string; note: string | null }[];
};
