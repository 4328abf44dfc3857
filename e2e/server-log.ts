// What the server wrote about a request.
import { readFileSync } from "node:fs";
import type { APIResponse } from "@playwright/test";
import { expect } from "./fixtures";

/** The line about the request that was answered so, once it is written: that may be a moment later. */
export async function lineOf(answer: APIResponse): Promise<Record<string, unknown>> {
  const request = answer.headers()["x-request-id"];
  let found: string | undefined;
  await expect(async () => {
    found = readFileSync(process.env.E2E_SERVER_LOG ?? "", "utf8")
      .split("\n")
      .find((line) => line.includes(`"event":"request","request":"${request}"`));
    expect(found).toBeDefined();
  }).toPass();
  return JSON.parse(found ?? "");
}
