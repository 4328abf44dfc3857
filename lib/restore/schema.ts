import { z } from "zod";
import { tables } from "@/lib/exports/tables";

const codes = [
  ...["origin", "none", "brokeOff", "unexpected", "underWay"],
  ...["notEmpty", "empty", "encoding", "tooLarge", "shape", "brokenOff"],
  ...["notVouch", "version", "table", "order", "row", "column", "refused"],
] as const;

/** Why it couldn't be brought back: as its row keeps it, and, where it wasn't even taken, as the address of /data tells it. */
export const restoreFailure = z.object({
  restore: z.enum(codes),
  line: z.coerce.number().int().default(0),
  limit: z.coerce.number().int().default(0),
  version: z.coerce.number().int().default(0),
  reference: z
    .string()
    .regex(/^\w{1,20}$/)
    .optional(),
  table: z.enum(tables.map(({ name }) => name)).optional(),
  column: z
    .string()
    .regex(/^\w{1,60}$/)
    .optional(),
});
export type RestoreFailure = z.infer<typeof restoreFailure>;

export type RestoreProgress = { isUnderWay: boolean; percent: number };

/** What the page says of the newest one. */
export type RestoreStatus =
  | { state: "WAITING" | "RUNNING"; percent: number }
  | { state: "FAILED"; failure: RestoreFailure }
  | { state: "DONE"; contacts: number };
