import { type NextRequest, NextResponse } from "next/server";
import { askedForHeader } from "@/lib/account/return-address";
import { env, isProduction } from "@/lib/env";

// Headers for every page. Nothing here decides who may see what: that is lib/auth and the database.

export function proxy(request: NextRequest) {
  // No text of Vouch has this character, and no database takes it: an address with it asks for nothing there is.
  if (request.url.includes("%00"))
    return new NextResponse(null, { status: 400, headers: { "cache-control": "no-store" } });
  const elsewhere = loopbackElsewhere(request);
  if (elsewhere) return NextResponse.redirect(elsewhere);

  const nonce = btoa(crypto.randomUUID());
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy); // where Next finds the nonce for its own scripts
  headers.set(askedForHeader, request.nextUrl.pathname + request.nextUrl.search); // where signing in leads back to
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  response.headers.set("x-content-type-options", "nosniff");
  response.headers.set("x-frame-options", "DENY");
  response.headers.set("referrer-policy", "same-origin"); // no-referrer would send forms with Origin: null
  response.headers.set("permissions-policy", "camera=(), geolocation=(), microphone=()");
  response.headers.set("cross-origin-opener-policy", "same-origin");
  response.headers.set("cross-origin-resource-policy", "same-origin");
  // The calendar feed says itself how it may be asked for again.
  if (!request.nextUrl.pathname.startsWith("/api/calendar/")) response.headers.set("cache-control", "no-store");
  if (env().VOUCH_URL.startsWith("https:")) {
    response.headers.set("strict-transport-security", "max-age=63072000; includeSubDomains");
  }
  return response;
}

function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'self'",
    // `next dev` evaluates code to show errors
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isProduction ? "" : " 'unsafe-eval'"}`,
    // … and to style its overlay
    isProduction ? `style-src 'self' 'nonce-${nonce}'` : "style-src 'self' 'unsafe-inline'",
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** Forms are only taken from the configured address, so localhost is shown the way to 127.0.0.1 (or the other way round). */
function loopbackElsewhere(request: NextRequest): URL | null {
  const home = new URL(env().VOUCH_URL);
  const host = request.headers.get("host") ?? home.host;
  // Whoever looks after this machine asks for its health by whichever name they know.
  if (request.method !== "GET" || host === home.host || request.nextUrl.pathname.startsWith("/api/health")) return null;
  const isLoopback = (name: string) => /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(name);
  if (!isLoopback(host) || !isLoopback(home.host)) return null;
  return new URL(request.nextUrl.pathname + request.nextUrl.search, home);
}

// Not in front of uploads: Next would keep a copy of the body in memory, and cut it off at 10 MB. Nor of what is public
// and the same for everybody: the build's files, icons, the manifest, and the worker, which next.config.ts sees to.
export const config = {
  matcher: [
    "/((?!_next/static|favicon.ico$|icon.svg$|apple-icon.png$|icons/|manifest.webmanifest$|sw.js$|outbox.js$|api/imports$|api/restore$).*)",
  ],
};
