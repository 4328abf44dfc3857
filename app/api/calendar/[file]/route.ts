import { createHash } from "node:crypto";
import { findFeed } from "@/lib/calendar-feed/data";
import { feedOf } from "@/lib/calendar-feed/feed";
import { asOwner } from "@/lib/db";

/** An owner's calendar for programs that know its secret address; they bring no session. */
export async function GET(request: Request, { params }: RouteContext<"/api/calendar/[file]">): Promise<Response> {
  const token = /^([\w-]{43})\.ics$/.exec((await params).file)?.[1];
  const feed = token ? await findFeed(token) : null;
  if (!feed) return new Response(null, { status: 404 });

  const calendar = await asOwner(feed.owner, (db) => feedOf(db, feed), { snapshot: true });
  const etag = `"${createHash("sha256").update(calendar).digest("base64url")}"`;
  const headers = { etag, "cache-control": "private, no-cache" };
  const known = request.headers.get("if-none-match")?.split(/\s*,\s*/) ?? [];
  if (known.some((tag) => tag.replace(/^W\//, "") === etag)) return new Response(null, { status: 304, headers });
  return new Response(calendar, { headers: { ...headers, "content-type": "text/calendar; charset=utf-8" } });
}
