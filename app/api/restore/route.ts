import { getSignedIn } from "@/lib/auth";
import { asOwner, type OwnerId } from "@/lib/db";
import { env } from "@/lib/env";
import { filesOf } from "@/lib/imports/file/multipart";
import { sendJob } from "@/lib/jobs";
import { log } from "@/lib/log";
import { isSameOrigin } from "@/lib/origin";
import { Refusal } from "@/lib/refusal";
import { getProgress } from "@/lib/restore/run/data";
import { receive } from "@/lib/restore/upload";

type Failure = Record<string, string | number>;

const headers = { "cache-control": "no-store", "x-content-type-options": "nosniff" };

/** Takes an export, streaming, for its job to bring back, and leads to /data. proxy.ts doesn't stand in front. */
export async function POST(request: Request): Promise<Response> {
  const signedIn = await getSignedIn();
  if (!signedIn) return lead("/login");
  if (!(await isSameOrigin())) return tell({ restore: "origin" });
  if (!request.body) return tell({ restore: "none" });

  let isTaken = false;
  let failure: Failure | null = null;
  try {
    for await (const { bytes } of filesOf(request.body, request.headers.get("content-type") ?? "")) {
      // A second file, or the rest of one that was refused, is only read away: the answer waits for that.
      if (!isTaken) failure = await failureOf(signedIn.owner, bytes);
      isTaken = true;
    }
  } catch (error) {
    log.error("restore.upload", error);
    return tell({ restore: "brokeOff" });
  }
  if (!isTaken) return tell({ restore: "none" });
  return failure ? tell(failure) : lead("/data");
}

/** How far it is, for its progress bar. */
export async function GET(): Promise<Response> {
  const signedIn = await getSignedIn();
  if (!signedIn) return new Response(null, { status: 401 });
  return Response.json(await asOwner(signedIn.owner, getProgress), { headers });
}

async function failureOf(owner: OwnerId, bytes: AsyncIterable<Uint8Array>): Promise<Failure | null> {
  try {
    await receive(owner, bytes, { megabytes: env().VOUCH_RESTORE_MAX_MB }, (id) => sendJob("restore", { owner, id }));
    return null;
  } catch (error) {
    if (error instanceof Refusal) return { restore: error.code, ...error.params };
    throw error;
  }
}

const tell = (failure: Failure) =>
  lead(`/data?${new URLSearchParams(Object.entries(failure).map(([name, value]) => [name, String(value)]))}`);

function lead(to: string): Response {
  return new Response(null, {
    status: 303,
    headers: { ...headers, location: to },
  });
}
