// Whole archives of every era and language, with the oddities real ones have: what LinkedIn called its columns, how it
// wrote dates, which files and addresses it left out.
import { eras } from "./archives/eras";
import { french } from "./archives/french";
import { german } from "./archives/german";
import { archiveIn } from "./archives/in-language";
import type { Archive } from "./archives/people";
import { portuguese } from "./archives/portuguese";
import { spanish } from "./archives/spanish";

export const archives: Record<string, Archive> = {
  ...eras,
  German: archiveIn(german, { isResaved: true }),
  French: archiveIn(french),
  Spanish: archiveIn(spanish),
  Portuguese: archiveIn(portuguese),
};
