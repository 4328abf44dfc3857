import { z } from "zod";
import { id } from "@/lib/schema";

export const oneSession = z.strictObject({ id });

/** What a browser says of itself, as far as it can be told. */
export type Device = { browser: string | null; system: string | null };

/** Moments are ISO times; `lastSeenAt` is a few minutes late at most. */
export type SessionSummary = {
  id: string;
  device: Device;
  createdAt: string;
  lastSeenAt: string;
  /** The one the list is looked at in. */
  isThisOne: boolean;
};
