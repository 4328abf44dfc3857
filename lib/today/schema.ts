import type { FollowUp } from "@/lib/follow-ups/schema";
import type { InvitationSummary } from "@/lib/invitations/schema";
import type { ReadyPerson } from "@/lib/ready/schema";
import type { LedgerLine } from "@/lib/recommendations/schema";
import type { TouchRow } from "@/lib/rhythm/schema";
import type { LaneRow } from "@/lib/strength/schema";

/** Interactions of one calendar week, named by its Monday (an ISO day). */
export type Week = { monday: string; count: number };

/** What a new owner has done already; each step is the next one's ground. */
export type Onboarding = Record<OnboardingStep, boolean>;
export const onboardingSteps = ["contacts", "interaction", "check", "assessment", "ready"] as const;
export type OnboardingStep = (typeof onboardingSteps)[number];

/** Until the first person is ready, Today shows the way there. */
export const isStarting = (done: Onboarding) => onboardingSteps.some((step) => !done[step]);

/** A lane's first rows, and how many there are in all. */
export type LaneOf<Item> = { count: number; items: Item[] };

export type Today = {
  touch: LaneOf<TouchRow>;
  lapsing: LaneOf<LaneRow>;
  onboarding: Onboarding;
  ready: { count: number; setAside: number; people: ReadyPerson[] };
  invitations: LaneOf<InvitationSummary>;
  followUps: LaneOf<FollowUp>;
  owed: LedgerLine[];
};

export type RailCounts = { contacts: number; ready: number; invitations: number; recommendations: number };
