import { rules, type Standing } from "@/lib/strength/schema";

/**
 * Until when a contact would be ready, if only the one rule that is missing held: the first of the other five to run
 * out. Null where more is missing, something blocks, or there is nothing to become (connected, invited).
 */
export function readyAfter({ verdict, rules: standing }: Standing): string | null {
  if (verdict !== "ALMOST") return null;
  const ends = rules.flatMap((rule) => {
    const { met, until } = standing[rule];
    return met && until !== null && until !== "forever" ? [until] : [];
  });
  return ends.sort()[0] ?? null;
}
