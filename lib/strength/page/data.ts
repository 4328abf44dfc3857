import "server-only";
import type { OwnerDb } from "@/lib/db";
import { getContactChoice } from "@/lib/interactions/participants/data";
import { getStanding } from "../data";
import { getEvidence } from "../evidence/data";
import { getStrengthHistory } from "../history/data";
import type { Explained } from "../schema";

/** A contact's standing at a moment (ISO; none is now) with what explains it; null as getStanding. */
export async function getExplained(db: OwnerDb, contactId: string, at?: string): Promise<Explained | null> {
  const standing = await getStanding(db, contactId, at);
  const evidence = standing && (await getEvidence(db, contactId, at));
  return standing && evidence && { standing, evidence };
}

/**
 * What the strength page shows: how the contact stands now, stood or will stand at `at`, and the strength since
 * `since` (both ISO). Null where the contact isn't the owner's or is in the trash.
 */
export async function getStrengthPage(db: OwnerDb, contactId: string, { at, since }: { at?: string; since: string }) {
  const contact = await getContactChoice(db, contactId);
  const today = contact && (await getExplained(db, contactId));
  const day = at === undefined ? today : await getExplained(db, contactId, at);
  if (!contact || !today || !day) return null;
  return { contact, today, day, history: await getStrengthHistory(db, contactId, since) };
}
