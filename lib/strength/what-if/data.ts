import "server-only";
import { createCheck } from "@/lib/checks/data";
import { requireContact } from "@/lib/contacts/existing/data";
import type { WhatIfDb } from "@/lib/db";
import { logInteraction } from "@/lib/interactions/data";
import { newOperationKey } from "@/lib/operation-key";
import { Refusal } from "@/lib/refusal";
import { getExplained } from "../page/data";
import type { Explained } from "../schema";
import type { Supposition } from "./schema";

/**
 * How a contact would stand at `at` (ISO, not before the meeting; none is now) if this happened and nothing else. It is
 * written exactly as the forms would write it, so the rule answers; the transaction is one that keeps nothing.
 *
 * Throws a Refusal `notFound` where the contact isn't the owner's or is in the trash.
 */
export async function suppose(
  db: WhatIfDb,
  contactId: string,
  { meeting, check }: Supposition,
  now: string,
  at?: string,
): Promise<Explained> {
  await requireContact(db, contactId);
  if (meeting) {
    await logInteraction(db, newOperationKey(), {
      contactIds: [contactId],
      newNames: [],
      names: [],
      kind: meeting.kind,
      direction: "JOINT",
      occurredAt: meeting.at,
      depth: "NORMAL",
      groupSize: null,
      notes: null,
      followUpTitle: null,
      followUpDue: null,
    });
  }
  if (check) {
    const id = newOperationKey();
    await createCheck(db, id, contactId, {
      kind: check,
      claim: "",
      finding: "SUPPORTS",
      sourceName: id, // nobody else's: a source not asked before
      sourceUrl: null,
      independent: true,
      checkedAt: now,
      expiresAt: null,
      note: null,
    });
  }
  const explained = await getExplained(db, contactId, at);
  if (!explained) throw new Refusal("notFound");
  return explained;
}
