import { z } from "zod";

export const downloadNames = [
  "everything.json",
  "contacts.csv",
  "contacts.vcf",
  "interactions.csv",
  "calendar.ics",
] as const;
export const downloadName = z.enum(downloadNames);
export type DownloadName = (typeof downloadNames)[number];
