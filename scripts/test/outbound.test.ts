import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { outboundIn, watchOutbound } from "./outbound";

let home = "";
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "vouch-outbound-"));
});
afterEach(() => rmSync(home, { recursive: true }));

/** What a program did that is given the watcher. Nothing really leaves: the addresses lead nowhere. */
function watched(program: string, env: Record<string, string> = {}): string[] {
  const log = join(home, "outbound.log");
  execFileSync(process.execPath, ["--input-type=module", "-e", `${program}; setTimeout(() => process.exit(), 100)`], {
    env: watchOutbound({ NODE_ENV: "test", PATH: process.env.PATH, ...env }, log),
  });
  return outboundIn(log);
}

test.each([
  ["a socket", `import net from "node:net"; net.connect(9, "192.0.2.1").on("error", () => {})`, "connect 192.0.2.1:9"],
  ["fetch", `fetch("http://192.0.2.1:8080/").catch(() => {})`, "connect 192.0.2.1:8080"],
  ["fetch by name", `fetch("https://linkedin.invalid/").catch(() => {})`, "connect linkedin.invalid:443"],
  [
    "https",
    `import https from "node:https"; https.get("https://192.0.2.1/").on("error", () => {})`,
    "connect 192.0.2.1:443",
  ],
  ["a look-up", `import { lookup } from "node:dns"; lookup("linkedin.invalid", () => {})`, "lookup linkedin.invalid"],
  [
    "a promised look-up",
    `import { resolve4 } from "node:dns/promises"; resolve4("linkedin.invalid").catch(() => {})`,
    "resolve4 linkedin.invalid",
  ],
  [
    "a datagram",
    `import { createSocket } from "node:dgram"; createSocket("udp4").send("x", 9, "192.0.2.1", () => {})`,
    "datagram 192.0.2.1",
  ],
])("%s that leaves is written down", (_, program, line) => expect(watched(program)).toContain(line));

test("this machine and the database are no outside", () => {
  const program = `import net from "node:net";
    for (const to of [[9, "127.0.0.1"], [9], ["/nowhere.sock"], [9, "192.0.2.7"], [{ port: 9, host: "::1" }]]) net.connect(...to).on("error", () => {});
    fetch("http://localhost:9/").catch(() => {})`;
  expect(watched(program, { APP_DATABASE_URL: "postgres://app@192.0.2.7/vouch" })).toEqual([]);
});

test("the mail server that the settings name is no outside either, and what else that machine offers is", () => {
  const env = { VOUCH_SMTP_URL: "smtp://olive:secret@192.0.2.8:2525" };
  const program = (port: number) =>
    `import net from "node:net"; net.connect(${port}, "192.0.2.8").on("error", () => {})`;
  expect(watched(program(2525), env)).toEqual([]);
  expect(watched(program(587), { VOUCH_SMTP_URL: "smtp://192.0.2.8" })).toEqual([]);
  expect(watched(program(80), env)).toEqual(["connect 192.0.2.8:80"]);
  expect(watched(program(2525))).toContain("connect 192.0.2.8:2525");
});

test("the provider that the settings name is no outside either, at its own port", () => {
  const env = { VOUCH_OIDC_ISSUER: "https://login.invalid/people" };
  expect(watched(`fetch("https://login.invalid/people/.well-known").catch(() => {})`, env)).toEqual([]);
  expect(watched(`fetch("https://login.invalid:8443/").catch(() => {})`, env)).toEqual(["connect login.invalid:8443"]);
  expect(watched(`fetch("https://login.invalid/").catch(() => {})`)).toContain("connect login.invalid:443");
});

test("without a watcher nothing is proven", () => {
  expect(outboundIn(join(home, "none.log"))).toEqual(["nobody was watching"]);
});
