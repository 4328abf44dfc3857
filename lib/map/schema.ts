// The relationship map: whom it shows, what joins them, and what is said of one person; safe in the browser.
import { z } from "zod";
import { type Verdict, verdicts } from "@/lib/strength/schema";
import type { TieKind } from "./words";

/** The page's address. What can't be read is left out. `page` is the table's, from 1. */
export const mapQuery = z.object({
  verdict: z.enum(verdicts).optional().catch(undefined),
  tag: z.uuid().optional().catch(undefined),
  company: z.string().trim().max(200).default("").catch(""),
  around: z.uuid().optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(1_000).default(1).catch(1),
});
export type MapQuery = z.output<typeof mapQuery>;

export type MapPerson = { id: string; name: string; verdict: Verdict; strength: number };

/** A company or a tag that at least two of the people share: their places in `people`. */
export type MapHub = { kind: Exclude<TieKind, "introduction">; name: string; members: number[] };

/**
 * An introduction between two of the people, by their places. `isOwn`: the owner introduced them to each other; else the
 * first introduced the owner to the second.
 */
export type MapIntroduction = { from: number; to: number; isOwn: boolean; times: number };

/**
 * `people`: the strongest first. `total`: how many there are to be shown. `leftOut`: companies and tags so widely shared that
 * they aren't drawn.
 */
export type RelationshipMap = {
  people: MapPerson[];
  hubs: MapHub[];
  introductions: MapIntroduction[];
  total: number;
  leftOut: number;
};

/** What the map says of one person; the others by their places, the strongest first. */
export type Ties = {
  introducedBy: number[];
  introduced: number[];
  /** To whom the owner introduced them. */
  broughtTogether: number[];
  companies: Shared[];
  tags: Shared[];
};
export type Shared = { name: string; others: number[] };
