import { afterEach, expect, test, vi } from "vitest";
import * as data from "@/lib/calendar-feed/data";
import { asking } from "@/lib/testing/asking";
import { testDatabase } from "@/lib/testing/database";
import { GET } from "./route";

const database = testDatabase();
const [renewFeed, revokeFeed] = [asking(data.renewFeed), asking(data.revokeFeed)];
afterEach(() => vi.restoreAllMocks());

const ask = (file: string, known?: string) =>
  GET(new Request(`https://vouch.example/api/calendar/${file}`, known ? { headers: { "if-none-match": known } } : {}), {
    params: Promise.resolve({ file }),
  });

test("who knows what it is is told that nothing changed, however it is asked; nobody on the way keeps it", async () => {
  const token = await renewFeed(await database.newOwner(), false);
  const first = await ask(`${token}.ics`);
  const etag = first.headers.get("etag") ?? "";
  expect([first.status, first.headers.get("cache-control")]).toEqual([200, "private, no-cache"]);
  expect(first.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
  for (const known of [etag, `W/${etag}`, `"other" , ${etag}`]) {
    const again = await ask(`${token}.ics`, known);
    expect([again.status, await again.text(), again.headers.get("etag")]).toEqual([304, "", etag]);
  }
  expect((await ask(`${token}.ics`, '"other"')).status).toBe(200);
});

test("stopped is stopped at once, also for who knows what it was; and nobody remembers that", async () => {
  const owner = await database.newOwner();
  const token = await renewFeed(owner, true);
  const etag = (await ask(`${token}.ics`)).headers.get("etag") ?? "";
  await revokeFeed(owner);
  for (const response of [await ask(`${token}.ics`), await ask(`${token}.ics`, etag), await ask("x.ics")]) {
    expect([response.status, response.headers.get("cache-control")]).toEqual([404, "no-store"]);
  }
});

test("no request leaves the address in what the server writes", async () => {
  const token = await renewFeed(await database.newOwner(), true);
  let said = "";
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, "write").mockImplementation((text) => {
      said += text;
      return true;
    });
  }
  await ask(`${token}.ics`);
  await ask(`${token}.ics`, '"x"');
  await ask(`${token}x.ics`);
  expect(said).not.toContain(token);
});
