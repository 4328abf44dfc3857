// A contact who has everything readiness asks for, and the view's row: where the tests of the rule start.
import { randomUUID } from "node:crypto";
import type { Pool } from "pg";
import type { CheckFacts, ContactFacts, History, InteractionFacts } from "./history";

export const day = 86_400_000;
export const daysAgo = (days: number, from = Date.now()) => new Date(from - days * day);

export const interaction = (contactIds: string[], facts: Partial<InteractionFacts> = {}): InteractionFacts => ({
  id: randomUUID(),
  kind: "IN_PERSON",
  occurredAt: new Date(),
  ...facts,
  contactIds,
});

export const check = (contactId: string, facts: Partial<CheckFacts> = {}): CheckFacts => ({
  id: randomUUID(),
  contactId,
  kind: "CREDENTIALS",
  sourceUrl: "https://www.registry.example/ada",
  checkedAt: new Date(),
  ...facts,
});

export const emptyHistory = (contacts: ContactFacts[]): History => ({
  policy: null,
  contacts,
  interactions: [],
  checks: [],
  assessments: [],
  supportActs: [],
  invitations: [],
});

/** Met twice, two checks from two hosts and of two kinds, every question answered; all of it `now`. */
export function readyHistory(now = new Date(), contact: Partial<ContactFacts> = {}): { id: string; history: History } {
  const id = contact.id ?? randomUUID();
  const history = emptyHistory([{ id, howWeMet: "At a fair", expertise: "Tides", ...contact }]);
  history.interactions = [0, 1].map((days) => interaction([id], { occurredAt: daysAgo(days, now.getTime()) }));
  history.checks = [
    check(id, { checkedAt: now }),
    check(id, { checkedAt: now, kind: "TESTIMONIAL", sourceUrl: "https://press.example/2026/ada" }),
  ];
  history.assessments = [
    {
      contactId: id,
      wantsToDeepen: "YES",
      iBelieve: "YES",
      theyBelieve: "YES",
      synergy: "YES",
      wouldIntroduce: "YES",
      commonGround: ["Tides", "Chess"],
      goal: "A joint talk",
      canSay: "Ran the pilot on time",
      reviewedAt: now,
    },
  ];
  return { id, history };
}

export type View = {
  s: number;
  heat: number | null;
  strength: number;
  band: string;
  rules_met: number;
  missing: string[];
  blockers: string[];
  verdict: string;
  interaction_count: number;
  two_way_days: number;
  warm_until: Date | null;
  evidence_until: Date | null;
  ready_until: Date | null;
  queue_until: Date | null;
  last_interaction_at: Date | null;
} & Record<"knows" | "desires" | "mutual" | "verified" | "vouched" | "warm", boolean>;

/** The row of relationship_strength for a contact, at a moment or now. */
export async function viewOf(admin: Pool, id: string, at?: Date): Promise<View> {
  const { rows } = at
    ? await admin.query<View>("select * from relationship_strength_at($2) where contact_id = $1", [id, at])
    : await admin.query<View>("select * from relationship_strength where contact_id = $1", [id]);
  const [view] = rows;
  if (!view) throw new Error(`${id} is not in the view.`);
  return view;
}
