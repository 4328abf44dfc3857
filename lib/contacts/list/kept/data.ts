// How many the list finds, where that is kept: nobody is counted for the words that standing_tally counts.
import "server-only";
import type { OwnerSql } from "@/lib/db";
import { countOverview } from "@/lib/strength/lanes/data";
import { narrows, type Term, valuesOf } from "../filter/terms";

const sum = (counts: number[]) => counts.reduce((total, count) => total + count, 0);

/** Everybody, those with any of some verdicts, in any of some bands, or in one lane; null for anything else. */
export async function keptCount(db: OwnerSql, terms: Term[]): Promise<number | null> {
  const [verdicts, bands, soon] = [valuesOf(terms, "verdict"), valuesOf(terms, "band"), valuesOf(terms, "soon")];
  const [asked, lane] = [terms.filter((term) => narrows([term])).length, soon[0]];
  if (asked === 0) return sum(Object.values((await countOverview(db)).verdicts));
  const overview = () => countOverview(db);
  if (verdicts.length === asked) {
    const counted = (await overview()).verdicts;
    return sum([...new Set(verdicts)].map((verdict) => counted[verdict]));
  }
  if (bands.length === asked) {
    const counted = (await overview()).bands;
    return sum([...new Set(bands)].map((band) => counted[band]));
  }
  if (soon.length === asked && asked === 1 && lane && lane !== "touch") return (await overview()).lanes[lane];
  return null;
}
