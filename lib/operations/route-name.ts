// A request is logged and counted by its route, never by its address: an address may hold a search, a name or a secret.

/** One pattern a route, as Next writes them: "/contacts/[id]". */
export type RouteName = (pathname: string) => string;

/**
 * Names routes among `patterns`. The build's own files are "/_next/static", what fits no pattern is "other". Of two that
 * fit the one with the earlier fixed part is the one Next takes: "/contacts/new" before "/contacts/[id]".
 */
export function routeNames(patterns: Iterable<string>): RouteName {
  const routes = [...patterns].map((pattern) => ({ pattern, parts: split(pattern) }));
  routes.sort((one, other) => rank(one.parts).localeCompare(rank(other.parts)));
  return (pathname) => {
    if (pathname.startsWith("/_next/static/")) return "/_next/static";
    const parts = split(pathname);
    const found = routes.find(({ parts: wanted }) => fits(wanted, parts));
    return found?.pattern ?? "other";
  };
}

const split = (path: string) => path.split("/").filter(Boolean);
const isFree = (part: string) => part.startsWith("[");
const isRest = (part: string) => part.startsWith("[...") || part.startsWith("[[...");
const rank = (parts: string[]) => parts.map((part) => (isRest(part) ? "2" : isFree(part) ? "1" : "0")).join("");

function fits(wanted: string[], parts: string[]): boolean {
  if (isRest(wanted.at(-1) ?? "")) return wanted.slice(0, -1).every((part, n) => isFree(part) || part === parts[n]);
  return wanted.length === parts.length && wanted.every((part, n) => isFree(part) || part === parts[n]);
}
