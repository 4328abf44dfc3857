// How settings name where something listens: read by the commands (scripts/settings.ts) and the server (lib/env.ts).
import { z } from "zod";

const aPort = "must be a whole number from 1 to 65535";

export const portSetting = z
  .string()
  .regex(/^\d{1,5}$/, { error: aPort, abort: true })
  .transform(Number)
  .refine((port) => port >= 1 && port <= 65535, aPort);

export const hostSetting = z
  .string()
  .regex(/^[\w.:-]+$/, "must be a name or an address of this machine, without http://")
  .default("127.0.0.1");

/** NAME= in a file or a shell means "not set". */
export const given = (environment: Record<string, string | undefined>): Record<string, string | undefined> =>
  Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
