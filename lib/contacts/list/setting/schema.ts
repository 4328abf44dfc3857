import { z } from "zod";
import { type Density, densities } from "./words";

/** How the list looks: its columns, in the saved view that is shown where one is, and how close its rows stand. */
export const saveListSetting = z.strictObject({
  view: z.union([z.literal(""), z.uuid()]).default(""),
  columns: z.string().trim().max(500, "tooLong"),
  density: z.enum(densities, "choose"),
});

export type ListSetting = { columns: string; density: Density };
