import { z } from "zod";
import { type Language, locales } from "@/lib/i18n/locales";
import { text } from "@/lib/schema";
import { themes, timeZone } from "../schema";

/** The languages there are a catalogue for. */
export const languages = Object.keys(locales) as [Language, ...Language[]];

/** What owners can change about themselves. */
export const profile = z.strictObject({
  name: text(200),
  locale: z.enum(languages, "choose"),
  timeZone,
  theme: z.enum(themes, "choose"),
});
export type Profile = z.infer<typeof profile>;
