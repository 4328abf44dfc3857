import { findFeed } from "@/lib/calendar-feed/data";
import { calendarOf, readFeed, tagOf } from "@/lib/calendar-feed/feed";
import { asOwner } from "@/lib/db";

/** An owner's calendar for programs that know its secret address; they bring no session. */
export async function GET(request: Request, { params }: RouteContext<"/api/calendar/[file]">): Promise<Response> {
  const token = /^([\w-]{43})\.ics$/.exec((await params).file)?.[1];
  const feed = token ? await findFeed(token) : null;
  // Nor may anybody on the way remember that there was none, or what it was before it was stopped.
  if (!feed) return new Response(null, { status: 404, headers: { "cache-control": "no-store" } });

  const shown = await asOwner(feed.owner, (db) => readFeed(db, feed), { snapshot: true });
  const etag = tagOf(shown, feed);
  const headers = { etag, "cache-control": "private, no-cache" };
  const known = request.headers.get("if-none-match")?.split(",") ?? [];
  if (known.some((tag) => tag.trim().replace(/^W\//, "") === etag)) return new Response(null, { status: 304, headers });
  return new Response(calendarOf(shown, feed), {
    headers: { ...headers, "content-type": "text/calendar; charset=utf-8" },
  });
}
