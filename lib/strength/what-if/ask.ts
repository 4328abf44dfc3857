import "server-only";
import { noonOf } from "@/lib/dates/moment";
import { asOwner, asOwnerWhatIf, type OwnerId } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import { getExplained } from "../page/data";
import { momentOfDay, type StrengthQuery } from "../page/schema";
import { suppose } from "./data";
import type { Supposition, WhatIf } from "./schema";

/** When it is asked, and the owner's day and zone then. */
type Clock = { now: string; today: string; timeZone: string };

/**
 * What would follow from what the address supposes, beside how things are, both on the day of the meeting or, if that is
 * later, on the day looked at. Null where nothing is supposed or the contact isn't there; "busy" where the owner's data
 * is just being written.
 */
export async function askWhatIf(
  owner: OwnerId,
  contactId: string,
  query: StrengthQuery,
  { now, today, timeZone }: Clock,
): Promise<WhatIf | "busy" | null> {
  const { meet, how, check, at } = query;
  if (!meet && !check) return null;
  const supposition: Supposition = {
    meeting: meet ? { kind: how ?? "IN_PERSON", at: meet === today ? now : noonOf(meet, timeZone) } : null,
    check,
  };
  const day = [today, meet ?? today, at ?? today].sort().at(-1) ?? today;
  const moment = momentOfDay(day, today, timeZone);
  try {
    const supposed = await asOwnerWhatIf(owner, (db) => suppose(db, contactId, supposition, now, moment));
    const asIs = await asOwner(owner, (db) => getExplained(db, contactId, moment));
    return asIs && { asIs, supposed, supposition, isToday: day === today };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.code === "busy" ? "busy" : null;
  }
}
