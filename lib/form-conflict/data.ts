import "server-only";
import type { OwnerDb } from "@/lib/db";
import { Refusal } from "@/lib/refusal";

const select = { updatedAt: true } as const;
const key = (db: OwnerDb, id: string) => ({ ownerId_id: { ownerId: db.owner, id } });

const rows = {
  contact: (db: OwnerDb, id: string) => db.contact.findUnique({ where: key(db, id), select }),
  interaction: (db: OwnerDb, id: string) => db.interaction.findUnique({ where: key(db, id), select }),
  check: (db: OwnerDb, id: string) => db.credentialCheck.findUnique({ where: key(db, id), select }),
  recommendation: (db: OwnerDb, id: string) => db.recommendation.findUnique({ where: key(db, id), select }),
  template: (db: OwnerDb, id: string) => db.noteTemplate.findUnique({ where: key(db, id), select }),
  assessment: (db: OwnerDb, contactId: string) =>
    db.assessment.findUnique({ where: { ownerId_contactId: { ownerId: db.owner, contactId } }, select }),
  policy: (db: OwnerDb, ownerId: string) => db.policy.findUnique({ where: { ownerId }, select }),
  policyChange: (db: OwnerDb, ownerId: string) => db.policyChange.findUnique({ where: { ownerId }, select }),
};

/** When a row was saved last. Throws the Refusal `notFound`. */
export async function changedAt(db: OwnerDb, row: keyof typeof rows, id: string): Promise<Date> {
  const found = await rows[row](db, id);
  if (!found) throw new Refusal("notFound");
  return found.updatedAt;
}
