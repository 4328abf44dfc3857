// What a transaction begins with, sent along with its BEGIN: a statement of its own, by Prisma, would be a further way to
// Postgres and back, and for an empty transaction half of its time.
import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { Client, escapeLiteral, type QueryConfig } from "pg";

/** Where a transaction is on its way, what its BEGIN takes along. */
const waiting = new AsyncLocalStorage<{ sql?: string }>();

export type Beginning = {
  isSnapshot: boolean;
  /** For this transaction alone. The names are ours, the values may be anybody's. */
  settings: Record<string, string>;
};

/** The next transaction that `start` begins, and only that one, begins with this. */
export function beginWith<T>(beginning: Beginning, start: () => Promise<T>): Promise<T> {
  return waiting.run({ sql: textOf(beginning) }, start);
}

function textOf({ isSnapshot, settings }: Beginning): string {
  const sets = Object.entries(settings).map(([name, value]) => `; set local ${name} = ${escapeLiteral(value)}`);
  return `begin${isSnapshot ? " isolation level repeatable read" : ""}${sets.join("")}`;
}

/** Taken by the first BEGIN: a transaction that is opened within the other knows nothing of it. */
function begun(query: QueryConfig): QueryConfig {
  const begins = query.text === "BEGIN" ? waiting.getStore() : undefined;
  if (begins?.sql === undefined) return query;
  const { sql: text } = begins;
  delete begins.sql;
  return { text };
}

/** A connection of which Prisma asks no more than BEGIN. */
export class BeginningClient extends Client {
  // In whichever of its ways it is called: the pool hands a callback along, Prisma's transactions wait for a promise.
  override query = ((query: QueryConfig, ...rest: []) => super.query(begun(query), ...rest)) as Client["query"];
}
