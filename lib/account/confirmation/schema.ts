import { z } from "zod";

export const confirmWithPassword = z.strictObject({
  password: z.string("missing").min(1, "missing").max(128, "passwordLong"),
});
