// Who is asked: one owner again and again, many as they would be active, and others each time.
import type { OwnerId } from "@/lib/db";
import { randomFrom, zipf } from "../scale/zipf";
import { figure, summarise } from "../speed/figures";

/** The exponent of Zipf's law: 1 is usual for what people do. */
const exponent = 1;

/** Which owner is at which rank: neighbours in the tables aren't neighbours in use. */
const ranked = (owners: OwnerId[]) => (rank: number) => owners[(rank * 7_919) % owners.length] as OwnerId;

/** As many as Zipf's law has it, each call another. */
export function asActive(owners: OwnerId[], seed: number): () => OwnerId {
  const [draw, at] = [zipf(owners.length, exponent, randomFrom(seed)), ranked(owners)];
  return () => at(draw());
}

/** In the order of `head`. `from`: how many were asked as others already. */
export function waysToAsk(owners: OwnerId[], { seed, from }: { seed: number; from: number }) {
  const at = ranked(owners);
  let turn = from;
  return [() => owners[0] as OwnerId, asActive(owners, seed), () => at(owners.length + turn++)];
}

export const head = ["median (p95)", "one owner", "as active as Zipf says", "others each time", "Zipf's ÷ one's"];

/** A line of figures under `head`: the times (ms) of each way, and how much longer many take than one. */
export function compared(work: string, times: number[][]): { cells: string[]; many: number } {
  const summaries = times.map(summarise);
  const [one, many] = summaries.map(({ median }) => median);
  return {
    cells: [
      work,
      ...summaries.map(({ median, p95 }) => `${figure(median, "ms")} (${figure(p95, "ms")})`),
      figure((many ?? 0) / (one ?? 1), "×"),
    ],
    many: many ?? 0,
  };
}
