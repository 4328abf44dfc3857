// Which request is being answered, wherever in its handling one asks. One a process, also when a file is loaded twice.
import { AsyncLocalStorage } from "node:async_hooks";
import { randomBytes } from "node:crypto";

const held = globalThis as { vouchRequest?: AsyncLocalStorage<string> };

function store(): AsyncLocalStorage<string> {
  held.vouchRequest ??= new AsyncLocalStorage();
  return held.vouchRequest;
}

/** Ten characters: short enough to be read out, and no two alike in any log. */
export const newReference = (): string => randomBytes(5).toString("hex");

/** From here on, and in all that follows from it, the request is called `id`. */
export const nameRequest = (id: string): void => store().enterWith(id);

/** The id of the request being answered; undefined in jobs and clocks. */
export const requestId = (): string | undefined => store().getStore();
