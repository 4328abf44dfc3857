import type { OwnerId } from "./lib/db";

/** Once, when the server process starts: settings are checked before the first request. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { env } = await import("./lib/env");
  env();
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
    import("./lib/sweep/job"),
    import("./lib/sweep/clock"),
  ]);
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
