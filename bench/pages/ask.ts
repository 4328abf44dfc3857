// One request as a browser sends it, over a connection that is kept, timed from its first byte to its answer's last.
import { once } from "node:events";
import { type Agent, type IncomingMessage, request } from "node:http";

export type Question = {
  path: string;
  /** A form or JSON makes it a POST. */
  body?: FormData | object;
  headers?: Record<string, string>;
};

/** `bytes` of the answer's body as they came, compressed; `id` is what the server's log calls the request. */
export type Answer = { ms: number; bytes: number; id: string };

export type Asker = { origin: URL; agent: Agent; cookie?: string | undefined };

/** Throws for any status but 200: what is measured is never an error's page. */
export async function ask({ origin, agent, cookie }: Asker, { path, body, headers }: Question): Promise<Answer> {
  const sent = body && (await encoded(body));
  const started = performance.now();
  const asked = request(new URL(path, origin), {
    agent,
    method: sent ? "POST" : "GET",
    headers: {
      "accept-encoding": "gzip, deflate, br",
      ...(cookie && { cookie }),
      ...(sent && { origin: origin.origin, "content-type": sent.type, "content-length": sent.bytes.length }),
      ...headers,
    },
  });
  asked.end(sent?.bytes);
  const [response] = (await once(asked, "response")) as [IncomingMessage];
  let bytes = 0;
  for await (const chunk of response) bytes += chunk.length;
  const ms = performance.now() - started;
  if (response.statusCode !== 200) throw new Error(`${path} answers ${response.statusCode}.`);
  return { ms, bytes, id: String(response.headers["x-request-id"]) };
}

async function encoded(body: FormData | object): Promise<{ type: string; bytes: Buffer }> {
  const whole = body instanceof FormData ? new Response(body) : Response.json(body);
  return { type: whole.headers.get("content-type") ?? "", bytes: Buffer.from(await whole.arrayBuffer()) };
}

/** How many a second `work` does when that many do it at once, one after the other each, for so many seconds. */
export async function perSecond(atOnce: number, seconds: number, work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  let done = 0;
  const worker = async () => {
    while (performance.now() - started < seconds * 1_000) {
      await work();
      done++;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return (done * 1_000) / (performance.now() - started);
}
