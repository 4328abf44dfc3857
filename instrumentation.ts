import type { Instrumentation } from "next";
import type { OwnerId } from "./lib/db";

/** Once, when the server process starts: settings are checked before the first request. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  process.stderr.on("error", () => {}); // a full disk takes no line of the log: that must not end the server
  const { env } = await import("./lib/env");
  const { VOUCH_METRICS_PORT: port, VOUCH_METRICS_HOST: host } = env();
  const [{ watchRequests }, { serveMetrics }] = await Promise.all([
    import("./lib/operations/watch-requests"),
    import("./lib/operations/metrics-server"),
  ]);
  watchRequests(port ? serveMetrics({ host, port }) : undefined);
  const { noteAddresses } = await import("./lib/account/address");
  noteAddresses();
  const [{ sendJob, startJobs }, { startDigestClock }, { endConnectionsWhenStopping }, { startSweepClock }] =
    await Promise.all([
      import("./lib/jobs"),
      import("./lib/digest/clock"),
      import("./lib/stopping"),
      import("./lib/sweep/clock"),
    ]);
  endConnectionsWhenStopping();
  // The owner's id comes from an owner's own action. What a job needs is loaded when there is one: a page comes first.
  void startJobs({
    import: async ({ owner, id }) => {
      const { runImport } = await import("./lib/imports/job");
      await runImport(owner as OwnerId, id);
      await sendJob("duplicates", { owner }); // whoever came may have been here before
    },
    policy: async ({ owner, id }) => (await import("./lib/policy/change/job")).runPolicyChange(owner as OwnerId, id),
    restore: async ({ owner, id }) => {
      const { runRestore } = await import("./lib/restore/job");
      await runRestore(owner as OwnerId, id);
      await sendJob("duplicates", { owner });
    },
    duplicates: async ({ owner }) => (await import("./lib/duplicates/scan/job")).lookForDuplicates(owner as OwnerId),
    digest: async () => (await import("./lib/digest/job")).sendDueDigests(),
    sweep: async () => (await import("./lib/sweep/job")).sweep(),
  });
  startDigestClock();
  startSweepClock();
}

/** A page, action or route that failed: found in the log by the reference its reader is shown. */
export const onRequestError: Instrumentation.onRequestError = async (error, _request, { routePath, routeType }) => {
  const { log } = await import("./lib/log");
  const { digest } = error as { digest?: string };
  log.error("page.failed", error, { digest, route: routePath, type: routeType });
};
