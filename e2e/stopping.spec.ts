// SIGTERM while people are in the middle of something: what runs is finished, nothing new is taken, and npm start ends well.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { Agent, type ClientRequest, get, type IncomingMessage, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { expect, test } from "@playwright/test";
import { connectionsFile } from "../lib/testing/linkedin-files";
import { signedIn } from "../lib/testing/session";
import { freePort } from "../scripts/free-port";
import { settingsAlone } from "../scripts/settings";
import { asAdministrator, newOwner } from "./fixtures";

// The journeys' own: by another one it would change the password with which their server signs in to this database.
const { E2E_SECRET: secret = "" } = process.env;
const boundary = "the-boundary";
let dataDir: string;
let vouch: ChildProcess;
let address: string;

test.beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "vouch-stopping-"));
  const port = await freePort();
  address = `http://127.0.0.1:${port}`;
  vouch = spawn("npm", ["start"], {
    env: {
      ...settingsAlone({
        ...{ PORT: String(port), VOUCH_DATA_DIR: dataDir, VOUCH_SECRET: secret },
        ...{ DATABASE_URL: process.env.E2E_ADMIN_URL ?? "", VOUCH_ALLOW_UNSAFE_DATABASE: "1" },
      }),
      VOUCH_TEST_KEEP_BUILD: "1",
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
});

test.afterEach(async () => {
  if (vouch.exitCode === null && vouch.kill("SIGTERM")) await once(vouch, "exit");
  await rm(dataDir, { recursive: true });
});

/** An owner with more to take along than connections hold on their way; answers with the session's cookie. */
async function busyOwner(): Promise<string> {
  const { id } = await newOwner();
  return asAdministrator(async (client) => {
    await client.query(
      "insert into contact (owner_id, full_name, notes) select $1, 'Ada ' || n, repeat('tides ', 1000) from generate_series(1, 4000) n",
      [id],
    );
    const { name, value } = await signedIn(client, id, { url: address, secret });
    return `${name}=${value}`;
  });
}

const answerOf = async (asked: ClientRequest) => (await once(asked, "response"))[0] as IncomingMessage;

const isRefused = () =>
  fetch(`${address}/api/health`).then(
    () => false,
    ({ cause }) => cause?.code === "ECONNREFUSED",
  );

/** An open page, which asks again and again on the one connection it has. */
async function askOn(agent: Agent): Promise<void> {
  for (;;) {
    const answer = await answerOf(get(`${address}/api/health`, { agent })).catch(() => undefined);
    if (!answer) return;
    await text(answer);
  }
}

test("a download and an upload under way are finished, nobody else gets in, and npm start ends with 0", async () => {
  test.setTimeout(180_000); // it starts a server of its own
  for await (const words of vouch.stdout?.setEncoding("utf8") ?? []) if (words.includes("Ctrl-C")) break;
  const cookie = await busyOwner();
  const download = await answerOf(get(`${address}/api/exports/everything.json`, { headers: { cookie }, agent: false }));
  await once(download, "readable"); // it has begun, and goes on no faster than it is read

  const upload = request(`${address}/api/imports`, {
    method: "POST",
    agent: false,
    headers: {
      ...{ cookie, origin: address, accept: "application/json" },
      "content-type": `multipart/form-data; boundary=${boundary}`,
    },
  });
  const file = connectionsFile([
    { first: "Zoë", last: "Quill", url: "https://www.linkedin.com/in/zoe", on: "5 May 2020" },
  ]);
  upload.write(
    `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="Connections.csv"\r\ncontent-type: text/csv\r\n\r\n`,
  );
  upload.write(file.slice(0, 100));
  await expect.poll(() => upload.socket?.bytesWritten ?? 0).toBeGreaterThan(300);

  const page = askOn(new Agent({ keepAlive: true, maxSockets: 1 }));
  const ended = once(vouch, "exit");
  vouch.kill("SIGTERM");
  await expect.poll(isRefused).toBe(true);

  upload.end(`${file.slice(100)}\r\n--${boundary}--\r\n`);
  const answer = await answerOf(upload);
  expect([answer.statusCode, await text(answer)]).toEqual([200, expect.stringContaining("/data/")]);
  const taken = JSON.parse(await text(download)) as { tables: { contact: unknown[] } };
  expect(taken.tables.contact).toHaveLength(4000);
  await page; // no answer any more
  expect(await ended).toEqual([0, null]);
});
