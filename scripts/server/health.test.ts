import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { parseSettings } from "../settings";
import { untilHealthy } from "./health";

test("a server is healthy by the first line of its answer, and whoever asked lets go of the rest", async () => {
  const server = createServer((_, response) => response.writeHead(200).write("{")); // and never ends it
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const connected = once(server, "connection");
  const settings = parseSettings({ PORT: String((server.address() as AddressInfo).port) });
  expect(await untilHealthy(settings, new AbortController().signal)).toBe("ok");
  const [socket] = await connected;
  if (!socket.destroyed) await once(socket, "close");
  server.close();
  await once(server, "close"); // nobody holds it
});
