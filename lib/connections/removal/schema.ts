import { z } from "zod";
import { id, optionalText } from "@/lib/schema";

/** Whom, and why in the owner's own words. */
export const writeRemoval = z.strictObject({ contactId: id, reason: optionalText(500) });

export const removalLists = ["open", "done"] as const;
export type RemovalList = (typeof removalLists)[number];

/** The address of the list. Nonsense counts as absent. */
export const removalSearch = z.object({
  show: z.enum(removalLists).catch("open"),
  after: id.optional().catch(undefined),
});

/**
 * Somebody to remove, or removed. `address` is their profile; `createdAt` and `removedAt` are ISO times, `removedAt`
 * null where it wasn't marked here: LinkedIn's newest file says so, or their page.
 */
export type Removal = {
  contactId: string;
  fullName: string;
  about: string | null;
  connectedOn: string | null;
  address: string | null;
  reason: string | null;
  createdAt: string;
  removedAt: string | null;
};

export type RemovalPage = { items: Removal[]; next: string | null };
