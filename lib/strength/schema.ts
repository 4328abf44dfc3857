// What the rule says about a contact, as pages get it; safe in the browser. The database decides (see
// prisma/sql/relationship_strength.sql); these are its words.

export const verdicts = ["READY", "ALMOST", "BUILDING", "PENDING", "CONNECTED", "BLOCKED"] as const;
export type Verdict = (typeof verdicts)[number];

export const rules = ["knows", "desires", "mutual", "verified", "vouched", "warm"] as const;
export type Rule = (typeof rules)[number];

export const bands = ["strong", "warm", "cool", "cold"] as const;
export type Band = (typeof bands)[number];

/** What a rule still lacks, under its rule, in the order the view lists it. */
export const missingCodes = {
  knows: ["know.how_we_met", "know.expertise", "know.contact"],
  desires: ["desire.deepen", "desire.common_ground", "desires.lapsed"],
  mutual: ["mutual.goal", "mutual.i_believe", "mutual.they_believe", "mutual.support", "mutual.lapsed"],
  verified: ["met.in_person", "verify.checks", "verify.kinds", "verify.synergy", "verified.lapsed"],
  vouched: ["vouch.say", "vouch.introduce", "vouched.lapsed"],
  warm: ["warm.contact"],
} as const satisfies Record<Rule, readonly string[]>;
export type MissingCode = (typeof missingCodes)[Rule][number];

export const blockerCodes = ["concern.open", "contact.do_not_connect", "invitation.cooldown"] as const;
export type BlockerCode = (typeof blockerCodes)[number];

/** When something stops holding: an ISO instant, perhaps past; "forever"; null where it never held. */
export type Until = string | "forever" | null;

/** One contact's answer at one moment. */
export type Standing = {
  contactId: string;
  /** The moment it is for, as an ISO instant. */
  at: string;
  verdict: Verdict;
  /** 0 to 100. */
  strength: number;
  /** The decayed sum the strength is made of: strength = 100 s ÷ (s + 8). */
  s: number;
  band: Band;
  rulesMet: number;
  rules: Record<Rule, { met: boolean; until: Until }>;
  missing: MissingCode[];
  blockers: BlockerCode[];
  blockedUntil: Until;
  cooldownUntil: Until;
  /** The least of all rules but warm, and of all six. */
  evidenceUntil: Until;
  readyUntil: Until;
  lastInteractionAt: string | null;
  interactionCount: number;
  twoWayDays: number;
};

/** A row of a lane: who, how strong, and the moment the lane is about. */
export type LaneRow = {
  contactId: string;
  fullName: string;
  headline: string | null;
  company: string | null;
  position: string | null;
  strength: number;
  band: Band;
  until: string | "forever";
  lastInteractionAt: string | null;
  twoWayDays: number;
};

/** Where a page of the queue starts: after this row. */
export type QueueCursor = { heat: number; contactId: string };
export type QueuePage = { rows: LaneRow[]; next: QueueCursor | null };
export type QueuePlace = QueueCursor & { isQueued: boolean };

/** How many are in the queue, and whom the owner left out of it. */
export type QueueCounts = { ready: number; setAside: number };

/** Somebody the owner left out of the queue: until a moment, or until they say otherwise; and why. */
export type SetAside = {
  contactId: string;
  fullName: string;
  headline: string | null;
  company: string | null;
  position: string | null;
  strength: number;
  verdict: Verdict;
  until: string | null;
  reason: string | null;
};

/** Warm for three weeks at most; known for a month at most (fading_for and lapsing_for of the rule). */
export const lanes = ["fading", "lapsing"] as const;
export type Lane = (typeof lanes)[number];

/** How many contacts have each verdict, are in each band and in each lane. */
export type Overview = {
  verdicts: Record<Verdict, number>;
  bands: Record<Band, number>;
  lanes: Record<Lane, number>;
};

/** What soon stops holding: being warm within three weeks, what is known of them within a month; and who is
 * due to be in touch with (lib/rhythm). */
export const endings = ["fading", "lapsing", "touch"] as const;
export type Ending = (typeof endings)[number];
/** Something that happened, and its moment (ISO). */
export type Dated = { id: string; at: string };

/** What the explanation of a standing rests on. Moments are ISO instants. */
export type Evidence = {
  howWeMet: string | null;
  expertise: string | null;
  geographicBarrier: string | null;
  assessment: {
    wantsToDeepen: Answer | null;
    iBelieve: Answer | null;
    theyBelieve: Answer | null;
    synergy: Answer | null;
    wouldIntroduce: Answer | null;
    commonGround: string[];
    goal: string | null;
    canSay: string | null;
    reviewedAt: string;
    dueAt: string;
  } | null;
  /** The latest interactions, as evidence to look at: the last meeting in person, the last call, the last of any kind. */
  lastMeeting: Dated | null;
  lastCall: Dated | null;
  lastContact: Dated | null;
  callDays: number;
  callSpanDays: number;
  /** Supporting, independent and from a source that isn't the contact's own; the longest valid first. */
  checks: { id: string; kind: CheckKind; origin: string; validUntil: string }[];
  openConcerns: { id: string; claim: string; checkedAt: string }[];
  supportGiven: number;
  supportReceived: number;
  policy: Policy;
};
/** A standing with what explains it. */
export type Explained = { standing: Standing; evidence: Evidence };

export type Answer = "YES" | "NO" | "UNSURE";
export type CheckKind = "CREDENTIALS" | "BACKGROUND" | "TESTIMONIAL" | "EXPERTISE";
export type Policy = {
  minTwoWayDays: number;
  minCommonGround: number;
  minChecks: number;
  minCheckKinds: number;
  remoteMinCalls: number;
  remoteMinSpanDays: number;
  requireSupportEachWay: boolean;
};
