/**
 * What there is one way: `written`, published or sent; `promised`, asked for or being drafted. Ideas count for nothing
 * yet, what was declined for nothing any more.
 */
export type Side = { written: number; promised: number };
export type Owed = { byYou: number; byThem: number };

/**
 * How many recommendations each owes the other. A promise is a debt; and whoever has had more than they wrote owes the
 * difference, which their promises are part of.
 */
export function owedOf(given: Side, received: Side): Owed {
  return {
    byYou: Math.max(given.promised, received.written - given.written),
    byThem: Math.max(received.promised, given.written - received.written),
  };
}
