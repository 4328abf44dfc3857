/**
 * What somebody sent as JSON. Throws a SyntaxError for what isn't, and for an object that would answer for itself when it is
 * compared: nothing of ours has such a key, and zod, which asks anything for its length, throws there (4.6.7).
 */
export function parseJson(sent: string, revive = (value: unknown) => value): unknown {
  return JSON.parse(sent, (key, value) => {
    if (key === "toString" || key === "valueOf") throw new SyntaxError(`An object has a ${key} of its own.`);
    return revive(value);
  });
}

/** A request's body; null where it is no JSON that may come in. */
export async function bodyOf(request: Request): Promise<unknown> {
  try {
    return parseJson(await request.text());
  } catch {
    return null;
  }
}
