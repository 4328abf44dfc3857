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
  const [
    { sendJob, startJobs },
    { runImport },
    { runPolicyChange },
    { lookForDuplicates },
    { runRestore },
    { sendDueDigests },
    { startDigestClock },
    { endConnectionsWhenStopping },
    { sweep },
    { startSweepClock },
  ] = await Promise.all([
    import("./lib/jobs"),
    import("./lib/imports/job"),
    import("./lib/policy/change/job"),
    import("./lib/duplicates/scan/job"),
    import("./lib/restore/job"),
    import("./lib/digest/job"),
    import("./lib/digest/clock"),
    import("./lib/stopping"),
    import("./lib/sweep/job"),
    import("./lib/sweep/clock"),
  ]);
  endConnectionsWhenStopping();
  // The owner's id comes from an owner's own action.
  void startJobs({
    import: async ({ owner, id }) => {
      await runImport(owner as OwnerId, id);
      await sendJob("duplicates", { owner }); // whoever came may have been here before
    },
    policy: ({ owner, id }) => runPolicyChange(owner as OwnerId, id),
    restore: async ({ owner, id }) => {
      await runRestore(owner as OwnerId, id);
      await sendJob("duplicates", { owner });
    },
    duplicates: ({ owner }) => lookForDuplicates(owner as OwnerId),
    digest: () => sendDueDigests(),
    sweep,
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
