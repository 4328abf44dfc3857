import type { z } from "zod";

/** A code in words. */
export type Say = (code: string, params?: Record<string, string | number>) => string;

/** A translator of the whole catalogue. */
type Translator = { (key: never, params?: never): string; has: (key: never) => boolean };

/** The sentences for the codes of schemas and refusals: the domain's own, else the common one, else "not accepted". */
export function sentencesOf(domain: string, t: Translator): Say {
  return (code, params = {}) => {
    const found = [`${domain}.errors.${code}`, `common.errors.${code}`].find((key) => t.has(key as never));
    return t((found ?? "common.errors.invalid") as never, params as never);
  };
}

/** What a schema has against a form, in sentences by field. */
export function errorsByField({ issues }: z.ZodError, say: Say): Record<string, string[]> {
  const errors: Record<string, string[]> = {};
  for (const issue of issues) {
    const field = String(issue.path[0] ?? "");
    const { maximum, minimum } = issue as { maximum?: number; minimum?: number };
    const text = say(issue.message, { maximum: Number(maximum ?? 0), minimum: Number(minimum ?? 0) });
    errors[field] = [...new Set([...(errors[field] ?? []), text])];
  }
  return errors;
}
