import { z } from "zod";

export const downloadNames = [
  "everything.json",
  "contacts.csv",
  "contacts.vcf",
  "interactions.csv",
  "calendar.ics",
  "history.csv",
] as const;
export const downloadName = z.enum(downloadNames);
export type DownloadName = (typeof downloadNames)[number];
