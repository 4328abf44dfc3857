import { once } from "node:events";
import { get } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { reachableHost, type Settings } from "../settings";

/** Asks once, as if through the public address: "ok", or what was wrong. */
async function askHealth({ host, port, publicUrl }: Settings): Promise<string> {
  const request = get(`http://${reachableHost(host)}:${port}/api/health`, {
    headers: { host: new URL(publicUrl).host },
    timeout: 10_000,
    agent: false,
  });
  request.on("timeout", () => request.destroy(new Error("no answer")));
  try {
    const [response] = await once(request, "response");
    return response.statusCode === 200 ? "ok" : `status ${response.statusCode}`;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return code ?? message;
  } finally {
    request.on("error", () => {}).destroy(); // its first line was all we wanted: a body that hangs is nobody's trouble
  }
}

/** Waits until the server answers that all is well; answers with "ok", or with the last trouble when time is up. */
export async function untilHealthy(settings: Settings, stop: AbortSignal, withinMs = 60_000): Promise<string> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const answer = await askHealth(settings);
    if (answer === "ok" || performance.now() > deadline) return answer;
    await sleep(50, undefined, { signal: stop });
  }
}
