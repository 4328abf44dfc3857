// One line of JSON per event: ids and codes, never a word a person wrote. `request` says while answering which request.
import { countError } from "./operations/metrics";
import { requestId } from "./operations/request-id";

type Facts = Record<string, string | number | boolean | null | undefined>;

function write(level: "info" | "error", event: string, facts: Facts) {
  process.stderr.write(
    `${JSON.stringify({ at: new Date().toISOString(), level, event, request: requestId(), ...facts })}\n`,
  );
}

export const log = {
  info: (event: string, facts: Facts = {}) => write("info", event, facts),
  /** `error`'s class, code and stack go to the log; its message may quote a row, so it stays out. */
  error: (event: string, error: unknown, facts: Facts = {}) => {
    countError(event);
    const { name, code } = error instanceof Error ? (error as Error & { code?: string }) : { name: typeof error };
    write("error", event, { name, code, frames: error instanceof Error ? framesOf(error) : undefined, ...facts });
  },
};

/** Where it was thrown. A stack begins with the message, and a line of that may look like a place: "at the office". */
function framesOf({ message, stack = "" }: Error): string {
  return stack
    .replace(message, "")
    .split("\n")
    .filter((line) => /^ {4}at .*:\d+:\d+\)?$/.test(line))
    .slice(0, 8)
    .join("|");
}
