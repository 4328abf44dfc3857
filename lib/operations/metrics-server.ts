// The figures, for Prometheus: on a port of their own, so that what faces people never shows them.
import { createServer, type Server } from "node:http";
import { log } from "@/lib/log";
import { collectProcessFigures, exposition } from "./metrics";

/** Listens, and answers GET /metrics. A port that is taken is logged; pages are served all the same. */
export function serveMetrics({ host, port }: { host: string; port: number }): Server {
  collectProcessFigures();
  const server = createServer(async (request, response) => {
    if (request.method !== "GET" || request.url !== "/metrics") return void response.writeHead(404).end();
    try {
      const { type, text } = await exposition();
      response.writeHead(200, { "content-type": type }).end(text);
    } catch (error) {
      log.error("metrics.read", error);
      response.writeHead(500).end();
    }
  });
  server.on("error", (error) => log.error("metrics.listen", error, { port }));
  return server.listen(port, host);
}
