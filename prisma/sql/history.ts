// An owner's facts as plain values, and how they are written to the database: what the rule's tests arrange.
import type { Pool, PoolClient } from "pg";
import type { Policy } from "../generated/client";

export type Answer = "YES" | "NO" | "UNSURE";
export type CheckKind = "CREDENTIALS" | "BACKGROUND" | "TESTIMONIAL" | "EXPERTISE";

export type ContactFacts = {
  id: string;
  howWeMet?: string | null;
  expertise?: string | null;
  geographicBarrier?: string | null;
  doNotConnect?: boolean;
  connectionStatus?: "NONE" | "INVITED" | "RECEIVED" | "CONNECTED" | "REMOVED";
  deletedAt?: Date | null;
  /** Addresses of the contact's own pages. */
  links?: readonly string[];
  /** Slugs of the contact's LinkedIn addresses. */
  slugs?: readonly string[];
};
export type InteractionFacts = {
  id: string;
  kind: "IN_PERSON" | "VIDEO" | "CALL" | "MESSAGE" | "COMMENT";
  direction?: "JOINT" | "INBOUND" | "OUTBOUND";
  occurredAt: Date;
  depth?: "QUICK" | "NORMAL" | "DEEP";
  groupSize?: number | null;
  confirmed?: boolean;
  contactIds: string[];
};
export type CheckFacts = {
  id: string;
  contactId: string;
  kind: CheckKind;
  finding?: "SUPPORTS" | "NEUTRAL" | "CONCERN";
  sourceName?: string | null;
  sourceUrl?: string | null;
  independent?: boolean;
  checkedAt?: Date;
  expiresAt?: Date | null;
  resolvedAt?: Date | null;
  resolution?: string | null;
};
export type AssessmentFacts = {
  contactId: string;
  wantsToDeepen?: Answer | null;
  iBelieve?: Answer | null;
  theyBelieve?: Answer | null;
  synergy?: Answer | null;
  wouldIntroduce?: Answer | null;
  commonGround?: string[];
  goal?: string | null;
  canSay?: string | null;
  reviewedAt?: Date;
};
export type SupportFacts = { id: string; contactId: string; direction: "GIVEN" | "RECEIVED"; occurredAt?: Date };
export type InvitationFacts = {
  id: string;
  contactId: string;
  direction: "OUTGOING" | "INCOMING";
  status: "DRAFT" | "SENT" | "RECEIVED" | "ASKED" | "ACCEPTED" | "DECLINED" | "IGNORED" | "WITHDRAWN";
  sentAt?: Date | null;
  answeredAt?: Date | null;
};
export type PolicyFacts = Omit<Policy, "ownerId" | "version" | "createdAt" | "updatedAt">;

export type History = {
  policy: Partial<PolicyFacts> | null;
  contacts: ContactFacts[];
  interactions: InteractionFacts[];
  checks: CheckFacts[];
  assessments: AssessmentFacts[];
  supportActs: SupportFacts[];
  invitations: InvitationFacts[];
};

type Column = string | number | boolean | Date | string[] | null;
export type Db = Pick<Pool | PoolClient, "query">;

/** One statement that writes one row. */
export type Write = (db: Db, owner: string) => Promise<unknown>;

/** Inserts what is given and leaves the rest to the table's defaults, as plain SQL would. */
export function row(table: string, values: Record<string, Column | undefined>): Write {
  const given = Object.entries(values).filter((entry): entry is [string, Column] => entry[1] !== undefined);
  const columns = ["owner_id", ...given.map(([name]) => name.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`))];
  const places = columns.map((_, index) => `$${index + 1}`);
  return (db, owner) =>
    db.query(`insert into ${table} (${columns}) values (${places})`, [owner, ...given.map(([, value]) => value)]);
}

const several =
  (...writes: Write[]): Write =>
  async (db, owner) => {
    for (const write of writes) await write(db, owner);
  };

export function writeContact({ links = [], slugs = [], ...contact }: ContactFacts): Write {
  return several(
    row("contact", { fullName: "Ada", ...contact }),
    ...links.map((value) => row("contact_point", { contactId: contact.id, kind: "URL", value, normalised: value })),
    ...slugs.map((slug) => row("linkedin_alias", { contactId: contact.id, slug })),
  );
}
export function writeInteraction({ contactIds, ...interaction }: InteractionFacts): Write {
  return several(
    row("interaction", interaction),
    ...contactIds.map((contactId) => row("interaction_contact", { interactionId: interaction.id, contactId })),
  );
}
export const writeCheck = (check: CheckFacts) =>
  row("credential_check", { finding: "SUPPORTS", independent: true, ...check });
export const writeAssessment = (assessment: AssessmentFacts) => row("assessment", assessment);
export const writeSupport = (act: SupportFacts) => row("support_act", { kind: "ADVICE", ...act });
export const writeInvitation = (invitation: InvitationFacts) => row("invitation", invitation);
export const writePolicy = (policy: Partial<PolicyFacts>) => row("policy", policy);

/** Everything but the contacts, one write a fact: they may come in any order once the contacts are there. */
export function writesOf(history: History): Write[] {
  return [
    ...(history.policy ? [writePolicy(history.policy)] : []),
    ...history.interactions.map(writeInteraction),
    ...history.checks.map(writeCheck),
    ...history.assessments.map(writeAssessment),
    ...history.supportActs.map(writeSupport),
    ...history.invitations.map(writeInvitation),
  ];
}

export async function writeHistory(db: Db, owner: string, history: History, writes = writesOf(history)) {
  for (const contact of history.contacts) await writeContact(contact)(db, owner);
  for (const write of writes) await write(db, owner);
}

/** The owner's standings as Postgres stores them: the heat's bits, moments to the microsecond; by contact. */
export async function standings(db: Db, owner: string): Promise<Record<string, Record<string, unknown>>> {
  const { rows } = await db.query(
    `select contact_id, to_jsonb(st) - 'heat' - 'owner_id' || jsonb_build_object('heat', float8send(heat)::text) as st
     from contact_standing st where owner_id = $1`,
    [owner],
  );
  return Object.fromEntries(rows.map(({ contact_id, st }) => [contact_id, st]));
}
