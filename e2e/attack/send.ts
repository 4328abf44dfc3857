// Requests as a program sends them that holds whatever cookie and claims whatever origin.

export const home = process.env.E2E_BASE_URL ?? "";

export type Claims = { cookie?: string; origin?: string; site?: string; more?: Record<string, string> };
export type Answer = { status: number; location: string | null; cookies: string[]; headers: Headers; body: string };

type Sent = { method?: string; body?: BodyInit; at?: string };

export async function send(
  path: string,
  { cookie, origin, site, more }: Claims,
  { method = "GET", body, at = home }: Sent = {},
) {
  const headers = new Headers({ connection: "close", ...more });
  if (cookie) headers.set("cookie", cookie);
  if (origin !== undefined) headers.set("origin", origin);
  if (site !== undefined) headers.set("sec-fetch-site", site);
  const request = new Request(new URL(path, at), { method, headers, ...(body !== undefined && { body }) });
  const answer = await fetch(request.url, {
    method,
    headers: request.headers,
    redirect: "manual",
    // In one piece: of a form sent bit by bit the rest is refused where the answer came, and the line was closed, before it.
    ...(body !== undefined && { body: await request.arrayBuffer() }),
  });
  return {
    status: answer.status,
    location: answer.headers.get("location"),
    cookies: answer.headers.getSetCookie(),
    headers: answer.headers,
    body: await answer.text(),
  } satisfies Answer;
}

/** `work` on each, a few at once: the machine has few cores, and no answer depends on another. */
export async function onEach<T>(items: readonly T[], work: (item: T) => Promise<void>, atOnce = 4): Promise<void> {
  const left = items.values();
  const worker = async () => {
    for (const item of left) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
