// Each request gets an id, a line in the log and a place in the figures. Node itself tells of every request of the
// process before anybody handles it, so this holds for pages, actions, routes and whatever Next answers alone.
import { subscribe } from "node:diagnostics_channel";
import { readFileSync } from "node:fs";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { join } from "node:path";
import { log } from "@/lib/log";
import { beginAnswer } from "./give-way";
import { countRequest } from "./metrics";
import { nameRequest, newReference } from "./request-id";
import { type RouteName, routeNames } from "./route-name";

type Exchange = { request: IncomingMessage; response: ServerResponse; server: Server };

/** What is asked for by the dozen, or every few seconds for ever: counted, but not worth a line each while all is well. */
const quiet = new Set(["/_next/static", "/icon.svg", "/manifest.webmanifest", "/api/health", "/api/health/live"]);

/** Not of `figures`: whoever reads the figures shouldn't change them. */
export function watchRequests(figures?: Server): void {
  const routeOf = builtRoutes();
  subscribe("http.server.request.start", (message) => {
    const exchange = message as Exchange;
    if (exchange.server !== figures) begin(exchange, routeOf);
  });
}

function begin({ request, response }: Exchange, routeOf: RouteName) {
  const id = newReference();
  const cost = nameRequest(id);
  response.setHeader("x-request-id", id);
  const began = performance.now();
  const answer = beginAnswer(response);
  response.once("close", () => {
    answer.ended();
    const seconds = (performance.now() - began) / 1000;
    const route = routeOf((request.url ?? "/").split("?", 1)[0] as string);
    const method = request.method ?? "";
    countRequest(method, route, response.statusCode, seconds);
    if (quiet.has(route) && response.statusCode < 500) return;
    const facts = { request: id, method, route, status: response.statusCode, ms: Math.round(seconds * 1000), ...cost };
    log.info("request", response.writableFinished ? facts : { ...facts, brokenOff: true });
  });
}

/** The routes of this build; `next dev`, which finds them as it goes, calls everything "other". */
function builtRoutes(): RouteName {
  try {
    const manifest = readFileSync(join(process.cwd(), ".next/app-path-routes-manifest.json"), "utf8");
    return routeNames(Object.values(JSON.parse(manifest) as Record<string, string>));
  } catch {
    return routeNames([]);
  }
}
