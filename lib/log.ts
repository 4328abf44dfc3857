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
    const { name, code, stack } =
      error instanceof Error ? (error as Error & { code?: string }) : { name: typeof error };
    const frames = stack
      ?.split("\n")
      .filter((line) => line.trimStart().startsWith("at "))
      .slice(0, 8)
      .join("|");
    countError(event);
    write("error", event, { name, code, frames, ...facts });
  },
};
