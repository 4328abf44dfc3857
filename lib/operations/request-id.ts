// Which request is being answered, and what it has cost so far, wherever in its handling one asks. One a process, also when
// a file is loaded twice.
import { AsyncLocalStorage } from "node:async_hooks";
import { randomBytes } from "node:crypto";

/** What was asked of the database: transactions, the statements sent, the rows they answered with or wrote. */
export type Cost = { transactions: number; statements: number; rows: number };

type Answering = { id: string; cost: Cost };

const held = globalThis as { vouchRequest?: AsyncLocalStorage<Answering> };

function store(): AsyncLocalStorage<Answering> {
  held.vouchRequest ??= new AsyncLocalStorage();
  return held.vouchRequest;
}

/** Ten characters: short enough to be read out, and no two alike in any log. */
export const newReference = (): string => randomBytes(5).toString("hex");

/** From here on, and in all that follows from it, the request is called `id`. Answers with where its cost is counted. */
export function nameRequest(id: string): Cost {
  const cost = { transactions: 0, statements: 0, rows: 0 };
  store().enterWith({ id, cost });
  return cost;
}

/** The id of the request being answered; undefined in jobs and clocks. */
export const requestId = (): string | undefined => store().getStore()?.id;

/** Where to count what the request being answered costs; undefined in jobs and clocks. */
export const requestCost = (): Cost | undefined => store().getStore()?.cost;
