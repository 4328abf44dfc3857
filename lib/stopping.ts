// Asked to stop, Next takes no new connection and finishes the requests it has. A browser keeps its connection, though, and
// goes on asking on it: one open page would hold the server up for ever. So each answer is then the last of its connection.
import "server-only";
import { subscribe } from "node:diagnostics_channel";
import type { Server, ServerResponse } from "node:http";

/** How often connections are looked through on which nothing is asked. */
const everyMs = 100;

/** Once, when the server process starts. */
export function endConnectionsWhenStopping(): void {
  const servers = new Set<Server>();
  let stopping = false;
  subscribe("http.server.request.start", (message) => {
    const { response, server } = message as { response: ServerResponse; server: Server };
    servers.add(server);
    if (stopping) response.shouldKeepAlive = false;
  });
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => {
      stopping = true;
      setInterval(() => {
        for (const server of servers) server.closeIdleConnections();
      }, everyMs).unref();
    });
  }
}
