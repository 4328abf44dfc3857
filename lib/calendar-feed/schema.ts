import { z } from "zod";
import { tick } from "@/lib/schema";

export const renewFeed = z.strictObject({ withNotes: tick });
export const revokeFeed = z.strictObject({});

/** What the page may know of a feed: its address is shown once and then only kept as a hash. */
export type CalendarFeed = { withNotes: boolean; createdAt: string };
