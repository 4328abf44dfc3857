import type { FormValues } from "@/lib/form-state";
import type { DeskSetting } from "./schema";

/** What the form holds of the limits. */
export const deskValues = (setting: DeskSetting): FormValues =>
  Object.fromEntries(Object.entries(setting).map(([name, value]) => [name, String(value)]));
