/** What a tool says is wrong. `where`: the request, as short as it can be told. */
export type Finding = { tool: string; what: string; where: string };

/** `did`: what the tool looked at, in numbers. */
export type Report = { found: Finding[]; did: string };

/**
 * The server under attack. `cookie`: a signed-in owner's, whose session nothing ends. `device`: how a device names them.
 * `ids`: of rows of theirs, by table.
 */
export type Victim = {
  address: string;
  /** Its database, as the administrator. */
  adminUrl: string;
  cookie: { name: string; value: string };
  device: string;
  ids: Record<string, string>;
  /** The same build again, as it answers behind https. */
  serveAt: (publicUrl: string) => Promise<string>;
};
