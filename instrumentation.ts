import type { OwnerId } from "./lib/db";

/** Once, when the server process starts: settings are checked before the first request. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { env } = await import("./lib/env");
  env();
  const [{ startJobs }, { runImport }, { runPolicyChange }] = await Promise.all([
    import("./lib/jobs"),
    import("./lib/imports/job"),
    import("./lib/policy/change/job"),
  ]);
  // The owner's id comes from an owner's own action.
  void startJobs({
    import: ({ owner, id }) => runImport(owner as OwnerId, id),
    policy: ({ owner, id }) => runPolicyChange(owner as OwnerId, id),
  });
}
