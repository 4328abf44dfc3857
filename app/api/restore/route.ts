import { getSignedIn } from "@/lib/auth";
import { env } from "@/lib/env";
import { filesOf } from "@/lib/imports/file/multipart";
import { log } from "@/lib/log";
import { isSameOrigin } from "@/lib/origin";
import { Refusal } from "@/lib/refusal";
import { restore } from "@/lib/restore/restore";

type Outcome = Record<string, string | number>;

/** Takes an export back in, streaming, and leads to /data, which says how it went. proxy.ts doesn't stand in front. */
export async function POST(request: Request): Promise<Response> {
  const signedIn = await getSignedIn();
  if (!signedIn) return lead("/login");
  if (!(await isSameOrigin())) return tell({ restore: "origin" });
  if (!request.body) return tell({ restore: "none" });

  let outcome: Outcome | undefined;
  try {
    for await (const file of filesOf(request.body, request.headers.get("content-type") ?? "")) {
      // A second file, or the rest of one that was refused, is only read away: the answer waits for that.
      outcome ??= await restored(() => restore(signedIn.owner, file.bytes, { megabytes: env().VOUCH_RESTORE_MAX_MB }));
    }
  } catch (error) {
    log.error("restore.upload", error);
    return tell({ restore: "brokeOff" });
  }
  return tell(outcome ?? { restore: "none" });
}

async function restored(work: () => Promise<{ contacts: number }>): Promise<Outcome> {
  try {
    return { restored: (await work()).contacts };
  } catch (error) {
    if (error instanceof Refusal) return { restore: error.code, ...error.params };
    log.error("restore.failed", error);
    return { restore: "unexpected" };
  }
}

const tell = (outcome: Outcome) =>
  lead(`/data?${new URLSearchParams(Object.entries(outcome).map(([name, value]) => [name, String(value)]))}`);

function lead(to: string): Response {
  return new Response(null, {
    status: 303,
    headers: { location: to, "cache-control": "no-store", "x-content-type-options": "nosniff" },
  });
}
