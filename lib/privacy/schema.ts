import type { Route } from "next";
import { z } from "zod";
import { id, text, tick } from "@/lib/schema";

/** What is held about one person, in the order a page tells it. */
export const heldKinds = [
  ...["contact", "points", "tags", "interactions", "shared", "mentions", "followUps", "checks", "assessment"],
  ...["invitations", "recommendations", "support", "introduced", "connections", "rhythm", "standing"],
  ...["duplicates", "merges", "imports", "words", "events"],
] as const;
export type HeldKind = (typeof heldKinds)[number];

export type Held = { kind: HeldKind; count: number; href: Route | null };

/** Where the person is named in what is about others. */
export type Named = { id: string; source: "interaction" | "contact"; name: string; href: Route };

export type PersonHeld = {
  id: string;
  fullName: string;
  held: Held[];
  named: Named[];
  /** In how many more places they are named. */
  more: number;
  /** Names that could mean somebody else too: in other people's notes they stay as written. */
  unclear: string[];
  /** Imports could know them again by something. */
  canKeepOut: boolean;
};

/** The name is typed to say: yes, this person. */
export const erasePerson = z.strictObject({ id, name: text(1_000), keepOut: tick });
