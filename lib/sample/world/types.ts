// What is made up about one person of the sample world. Days count back from today.

export type Answer = "YES" | "NO" | "UNSURE";

export type SampleMeeting = {
  daysAgo: number;
  kind: "IN_PERSON" | "VIDEO" | "CALL" | "MESSAGE" | "COMMENT";
  direction: "JOINT" | "INBOUND" | "OUTBOUND";
  depth: "QUICK" | "NORMAL" | "DEEP";
  notes: string | null;
};

export type SampleCheck = {
  kind: "CREDENTIALS" | "BACKGROUND" | "TESTIMONIAL" | "EXPERTISE";
  finding: "SUPPORTS" | "NEUTRAL" | "CONCERN";
  claim: string;
  sourceName: string;
  sourceUrl: string | null;
  independent: boolean;
  daysAgo: number;
  note: string | null;
};

/** What the person is an example of. */
export type SampleStory =
  | "ready"
  | "needs a check"
  | "needs a meeting"
  | "needs a goal"
  | "needs words"
  | "new"
  | "wrote first"
  | "invited"
  | "concern"
  | "not wanted"
  | "withdrawn"
  | "connected"
  | "connected, thin";

export type SamplePerson = {
  story: SampleStory;
  fullName: string;
  position: string;
  company: string;
  location: string;
  slug: string;
  email: string;
  howWeMet: string | null;
  expertise: string | null;
  tag: string;
  meetings: SampleMeeting[];
  checks: SampleCheck[];
  assessment: {
    wantsToDeepen: Answer;
    iBelieve: Answer;
    theyBelieve: Answer;
    synergy: Answer;
    wouldIntroduce: Answer;
    commonGround: string[];
    goal: string | null;
    canSay: string | null;
  } | null;
};
