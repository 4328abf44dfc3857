// Every page and route handler, as the folders of app name them: a new one can't be forgotten.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

function filesIn(folder: string, name: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file === name || file.endsWith(`/${name}`))
    .sort();
}

const routeOf = (file: string) =>
  `/${file.replace(/\/?(page\.tsx|route\.ts)$/, "").replaceAll(/\(\w+\)\/?/g, "")}`.replace(/(.)\/$/, "$1");

/** Every page of a signed-in owner, as in the folders: "/contacts/[id]". */
export const ownersRoutes: string[] = filesIn("app/(crm)", "page.tsx").map(routeOf).sort();

/** The pages of everybody. */
export const guestsRoutes: string[] = filesIn("app", "page.tsx")
  .filter((file) => !file.startsWith("(crm)"))
  .map(routeOf)
  .sort();

/** Every route handler, once for each method: "POST /api/imports". */
export const handlers: string[] = filesIn("app", "route.ts").flatMap((file) => {
  const methods = readFileSync(join("app", file), "utf8").matchAll(/export (?:async )?(?:function|const) ([A-Z]+)\b/g);
  return [...methods].map(([, method]) => `${method} ${routeOf(file)}`);
});
