// Pieces of the settings' schemas: read by the commands (scripts/settings.ts) and the server (lib/env.ts).
import { z } from "zod";

/** NAME= in a file or a shell means "not set". */
export const given = (environment: Record<string, string | undefined>): Record<string, string | undefined> =>
  Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));

/** On this machine there is nobody in between. */
export const isLoopback = (host: string) => /^(localhost|127(\.\d{1,3}){3}|::1)$/.test(host.replace(/^\[|\]$/g, ""));

const aPort = "must be a whole number from 1 to 65535";

export const portSetting = z
  .string()
  .regex(/^\d{1,5}$/, { error: aPort, abort: true })
  .transform(Number)
  .refine((port) => port >= 1 && port <= 65535, aPort);

/** Names and seals Next's server actions: servers, and builds, that share it take each other's forms. */
export const serverActionsKey = z
  .string()
  .refine((key) => Buffer.from(key, "base64").toString("base64") === key && Buffer.from(key, "base64").length === 32, {
    error: "must be 32 random bytes in base64, as openssl rand -base64 32 makes them",
  })
  .optional();

export const hostSetting = z
  .string()
  .regex(/^[\w.:-]+$/, "must be a name or an address of this machine, without http://")
  .default("127.0.0.1");
