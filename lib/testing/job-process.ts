// The process of lib/testing/job.ts. Usage: <job> <owner> <id>. Each job is loaded alone: the others take their time.
import type { OwnerId } from "../db";

const [, , job = "", owner = "", id = ""] = process.argv;
const handlers: Record<string, () => Promise<(owner: OwnerId, id: string) => Promise<void>>> = {
  import: async () => (await import("../imports/job")).runImport,
  policy: async () => (await import("../policy/change/job")).runPolicyChange,
  restore: async () => (await import("../restore/job")).runRestore,
  duplicates: async () => (await import("../duplicates/scan/job")).lookForDuplicates,
};
const run = await handlers[job]?.();
await run?.(owner as OwnerId, id);
