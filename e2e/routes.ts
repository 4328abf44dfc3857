// Every page of a signed-in owner, as the folders of app/(crm) name them: a new one can't be forgotten.
import { readdirSync } from "node:fs";

const pages = "app/(crm)";

/** As in the folders: "/contacts/[id]". */
export const ownersRoutes: string[] = readdirSync(pages, { recursive: true, encoding: "utf8" })
  .filter((file) => /(^|\/)page\.tsx$/.test(file))
  .map((file) => `/${file.replace(/\/?page\.tsx$/, "").replaceAll(/\(\w+\)\/?/g, "")}`.replace(/(.)\/$/, "$1"))
  .sort();

/** The address of a route with `id` wherever it takes one. */
export const withId = (route: string, id: string): string => route.replaceAll(/\[\w+\]/g, id);
