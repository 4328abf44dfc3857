import { z } from "zod";
import { tables } from "@/lib/exports/tables";

const codes = [
  ...["origin", "none", "brokeOff", "unexpected"],
  ...["notEmpty", "empty", "encoding", "tooLarge", "shape", "brokenOff"],
  ...["notVouch", "version", "table", "order", "row", "column", "refused"],
] as const;

/** How bringing everything back went, as the address of /data tells it. */
export const restoreOutcome = z.union([
  z.object({ restored: z.coerce.number().int().min(0) }),
  z.object({
    restore: z.enum(codes),
    line: z.coerce.number().int().default(0),
    limit: z.coerce.number().int().default(0),
    version: z.coerce.number().int().default(0),
    table: z.enum(tables.map(({ name }) => name)).optional(),
    column: z
      .string()
      .regex(/^\w{1,60}$/)
      .optional(),
  }),
]);
export type RestoreOutcome = z.infer<typeof restoreOutcome>;
