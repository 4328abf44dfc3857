import type { CheckKind } from "@/lib/checks/words";
import type { MeetingKind } from "../page/schema";
import type { Explained } from "../schema";

/** What is supposed: a meeting at a moment (ISO), now or later, one more independent check now, or both. */
export type Supposition = { meeting: { kind: MeetingKind; at: string } | null; check: CheckKind | null };

/** How things stand at one moment as they are, and as they would. */
export type WhatIf = { asIs: Explained; supposed: Explained; supposition: Supposition; isToday: boolean };
