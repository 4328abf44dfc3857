// What a transaction begins with, sent along with its BEGIN: a statement of its own, by Prisma, would be a further way to
// Postgres and back, and for an empty transaction half of its time. And whether its statements are kept.
import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import type { Transaction } from "@prisma/driver-adapter-utils";
import { Client, escapeLiteral, type QueryConfig } from "pg";
import { statementNames } from "../statement-names";

export type Beginning = {
  isSnapshot: boolean;
  /** Whether Postgres refuses to write anything. */
  isReadOnly?: boolean;
  /** Whether the connection keeps the plans of its statements, for other transactions that do. */
  keepsPlans: boolean;
  /** For this transaction alone. The names are ours, the values may be anybody's. */
  settings: Record<string, string>;
};

// One a process, also when a file is loaded twice, as Next does: who asks and the connection have to mean the same.
const held = globalThis as { vouchBeginning?: ReturnType<typeof newPlace> };
const newPlace = () => ({
  /** Where a transaction is on its way, how it begins; then, what Postgres answers to that, and the driver's side of it. */
  waiting: new AsyncLocalStorage<{
    beginning?: Beginning;
    answer?: Promise<unknown>;
    begun?: Transaction;
    keepsPlans?: true;
  }>(),
  nameOf: statementNames("vouch"),
  renamed: 0,
});

function place() {
  held.vouchBeginning ??= newPlace();
  return held.vouchBeginning;
}

/** The next transaction that `start` begins, and only that one, begins with this. */
export function beginWith<T>(beginning: Beginning, start: () => Promise<T>): Promise<T> {
  return place().waiting.run({ beginning }, start);
}

/** Whatever `ask` asks outside of a transaction, connections keep. */
export function keepPlans<T>(ask: () => Promise<T>): Promise<T> {
  return place().waiting.run({ keepsPlans: true }, ask);
}

/** Said by the adapter, of the transaction whose BEGIN has just been sent. */
export function hasBegun(transaction: Transaction): void {
  const store = place().waiting.getStore();
  if (store && !store.beginning) store.begun ??= transaction;
}

/**
 * Works with the driver's side of the transaction. Throws unless that has begun with what it was to: it would see no row, and an
 * empty page would be believed.
 */
export async function onceBegun<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
  const { beginning, answer, begun } = place().waiting.getStore() ?? {};
  if (beginning || !begun) throw new Error("A transaction has begun without its owner's name.");
  const done = await work(begun);
  await answer; // long there: it came before those to whatever was asked
  return done;
}

/**
 * Whether a kept statement would answer with other columns than it was planned with, since the database was migrated. From
 * then on all of them are planned anew, under other names.
 */
export function isOutdatedPlan(error: unknown): boolean {
  const isOutdated = /cached plan must not change result type/.test((error as Error).message);
  if (isOutdated) place().nameOf = statementNames(`vouch_${++place().renamed}`);
  return isOutdated;
}

function textOf({ isSnapshot, isReadOnly, settings }: Beginning): string {
  const sets = Object.entries(settings).map(([name, value]) => `; set local ${name} = ${escapeLiteral(value)}`);
  return `begin${isSnapshot ? " isolation level repeatable read" : ""}${isReadOnly ? " read only" : ""}${sets.join("")}`;
}

/** A connection of which Prisma asks no more than BEGIN, and which sends in one piece what is asked for in one turn. */
export class BeginningClient extends Client {
  #keepsPlans = false;

  // In whichever of its ways it is called: the pool hands a callback along, Prisma's transactions wait for a promise.
  override query = ((query: QueryConfig, ...rest: []) => {
    // Each by itself would wake Postgres, which then takes the processor.
    const { stream } = this.connection;
    stream.cork();
    process.nextTick(() => stream.uncork());
    const store = place().waiting.getStore();
    if (query.text === "BEGIN" && store?.beginning) {
      const { beginning } = store;
      delete store.beginning; // a transaction that is opened within the other knows nothing of it
      this.#keepsPlans = beginning.keepsPlans;
      // Not waited for: what is asked first goes along with it. Where it fails, nothing that is asked in the transaction is answered.
      store.answer = super.query({ text: textOf(beginning) });
      store.answer.catch(() => {});
      return Promise.resolve({ rowCount: 0 });
    }
    if (isBound(query.text)) this.#keepsPlans = false;
    const isKept = this.#keepsPlans || store?.keepsPlans;
    return super.query(isKept ? { ...query, name: place().nameOf(query.text) } : query, ...rest);
  }) as Client["query"];
}

/** Whether a transaction begins or ends with it. */
const isBound = (text: string) => text === "BEGIN" || text === "COMMIT" || text === "ROLLBACK";
