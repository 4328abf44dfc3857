import { z } from "zod";
import { languages } from "@/lib/i18n/languages";
import { text } from "@/lib/schema";
import { timeZone } from "../schema";
import { themes } from "../words";

/** What owners can change about themselves. */
export const profile = z.strictObject({
  name: text(200),
  locale: z.enum(languages, "choose"),
  timeZone,
  theme: z.enum(themes, "choose"),
});
export type Profile = z.infer<typeof profile>;
