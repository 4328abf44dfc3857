// What whoever runs Vouch relies on: health, figures, and a log in which a request is found again.
import { readFileSync } from "node:fs";
import { expect, guestTest, test } from "./fixtures";
import { addContact } from "./people";
import { lineOf } from "./server-log";

const { E2E_METRICS_URL: figures = "", E2E_SERVER_LOG: logFile = "" } = process.env;

guestTest("live and ready are told to anybody, and nothing else is", async ({ request, baseURL }) => {
  for (const address of ["/api/health", "/api/health/live"]) {
    const answer = await request.get(address);
    expect([answer.status(), await answer.json()]).toEqual([200, { status: "ok" }]);
    const host = `localhost:${new URL(baseURL ?? "").port}`; // another of the machine's names
    expect((await request.get(address, { headers: { host }, maxRedirects: 0 })).status()).toBe(200);
  }
  expect((await request.get("/metrics")).status()).toBe(404);
});

test("a request is found in the log by its id and counted by its route; what was searched is in neither", async ({
  page,
  owner,
}) => {
  const ada = await addContact(owner, "Ada Lovelace");
  const answer = await page.request.get(`/contacts/${ada}?q=canary-in-an-address`);
  const line = await lineOf(answer);
  expect(line).toMatchObject({ level: "info", method: "GET", route: "/contacts/[id]", status: 200 });
  const other = await page.request.get("/nowhere/canary-in-an-address");
  expect(await lineOf(other)).toMatchObject({ route: "other", status: 404 });
  expect(other.headers()["x-request-id"]).not.toBe(answer.headers()["x-request-id"]);

  const text = await (await page.request.get(`${figures}/metrics`)).text();
  expect(text).toMatch(
    /^http_request_duration_seconds_count\{method="GET",route="\/contacts\/\[id\]",status="200"\} [1-9]/m,
  );
  expect(text).toMatch(/^process_resident_memory_bytes \d+/m);
  for (const written of [readFileSync(logFile, "utf8"), text]) {
    expect(written).not.toContain("canary-in-an-address");
    expect(written).not.toContain(ada);
  }
});
