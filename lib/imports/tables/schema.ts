import { z } from "zod";
import { id } from "../../schema";
import { targets } from "./targets";

export const columnsInput = z.strictObject({
  id,
  file: z.coerce.number("unknown").int().min(1).max(2_147_483_647),
  /** What each column is, from the first on. */
  columns: z.array(z.enum(targets, "choose")).min(1, "choose").max(10_000, "choose"),
});
