import type { Route } from "next";

/** The request header in which proxy.ts tells pages the address they were asked at. */
export const askedForHeader = "x-vouch-asked-for";

const longest = 4_000;
/** Any origin will do to read a path against: what leads away from it leads away from Vouch. */
const here = "http://vouch.invalid";

/**
 * The page of Vouch that `asked` names, as path and query; Today where it is anything else: another site's address in
 * whatever disguise (`//host`, `/\host`, with tabs and line breaks in it), a download, or signing in itself.
 */
export function returnAddress(asked: string): string {
  if (!asked.startsWith("/") || asked.length > longest || !URL.canParse(asked, here)) return "/";
  const { origin, pathname, searchParams } = new URL(asked, here);
  searchParams.delete("_rsc"); // Next's own, of a page asked for by script
  const isPage =
    origin === here && !/^\/(?:\/|api\/|_next\/|login(?:\/|$)|join$|setup$|reset$|offline$)/.test(pathname);
  return isPage ? `${pathname}${searchParams.size > 0 ? `?${searchParams}` : ""}` : "/";
}

/** The sign-in page, from where `asked` is returned to. */
export function signInAddress(asked: string | null): Route {
  const next = returnAddress(asked ?? "/");
  return next === "/" ? "/login" : (`/login?${new URLSearchParams({ next })}` as Route);
}
