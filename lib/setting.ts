// Pieces of the settings' schemas: read by the commands (scripts/settings.ts) and the server (lib/env.ts).

/** NAME= in a file or a shell means "not set". */
export const notSet = (value: unknown) => (typeof value === "string" && value.trim() === "" ? undefined : value);

/** On this machine there is nobody in between. */
export const isLoopback = (host: string) => /^(localhost|127(\.\d{1,3}){3}|::1)$/.test(host.replace(/^\[|\]$/g, ""));
