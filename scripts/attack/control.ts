// A page that anybody can break into, on the victim's database: a tool that doesn't find what is wrong with it finds nothing.
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { withClient } from "../database/with-client";

/** Its address, and what ends it. `/item?id=1` puts what it is asked for into SQL and into the page, as it came. */
export async function serveControl(adminUrl: string): Promise<{ address: string; stop: () => void }> {
  const server = createServer(async ({ url = "/" }, response) => {
    const id = new URL(url, "http://control").searchParams.get("id");
    const page = (status: number, words: string) =>
      response
        .writeHead(status, { "content-type": "text/html" })
        .end(`<!doctype html><title>Control</title><a href="/item?id=1">One</a><p>${words}</p>`);
    if (id === null) return page(200, "Nothing asked.");
    try {
      const rows = await withClient(adminUrl, async (client) => {
        const sql = `select full_name from contact where version = ${id} order by id limit 5`;
        return (await client.query<{ full_name: string }>(sql)).rows;
      });
      page(200, `${id}: ${rows?.map(({ full_name }) => full_name).join(", ")}`);
    } catch (error) {
      page(500, `${id}: PostgreSQL ERROR: ${(error as Error).message}`);
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => server.close().closeAllConnections(),
  };
}
