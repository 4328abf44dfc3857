// The way from an empty account to the first person who is ready; safe in the browser.
import { z } from "zod";

export const onboardingSteps = ["contacts", "interaction", "check", "assessment", "ready"] as const;
export type OnboardingStep = (typeof onboardingSteps)[number];

/** What the owner has done already; each step is the next one's ground. Sample people don't count. */
export type Onboarding = Record<OnboardingStep, boolean>;

export type FirstSteps = {
  done: Onboarding;
  /** The owner put them away. */
  isHidden: boolean;
  /** With whom the next rule is soonest to hold; null while there is nobody to go on with. */
  nearest: { id: string; fullName: string } | null;
  /** Nothing is recorded at all: sample people can come. */
  isEmpty: boolean;
};

export const isThere = (done: Onboarding) => onboardingSteps.every((step) => done[step]);

export const showFirstSteps = z.strictObject({ show: z.enum(["yes", "no"]) });
