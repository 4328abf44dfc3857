/** A write that a unique key refused: somebody else was first. `key`: only where it was this one, by its name in the database. */
export function isTaken(error: unknown, key?: string): boolean {
  const { code, meta } = (error ?? {}) as { code?: string; meta?: { driverAdapterError?: { cause?: Cause } } };
  return code === "P2002" && (key === undefined || meta?.driverAdapterError?.cause?.constraint?.index === key);
}

type Cause = { constraint?: { index?: string } };
