import "server-only";
import { readdirSync } from "node:fs";
import { join } from "node:path";

let name: string | undefined;

/** The last of the migrations this build comes with, by folder name. */
export function newestMigration(): string {
  name ??= readdirSync(join(process.cwd(), "prisma/migrations")).sort().at(-1) ?? "";
  return name;
}
