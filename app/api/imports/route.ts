import { getSignedIn } from "@/lib/auth";
import { importLimits } from "@/lib/imports/file/limits";
import { filesOf } from "@/lib/imports/file/multipart";
import { readUpload } from "@/lib/imports/upload";
import { log } from "@/lib/log";
import { isSameOrigin } from "@/lib/origin";

/**
 * Takes the files of a posted form as one import, streaming, and leads to its preview. Also for a plain form without script; a
 * script asks for JSON and goes there itself. proxy.ts doesn't stand in front of this one.
 */
export async function POST(request: Request): Promise<Response> {
  const lead = (to: string, status = 200) => answer(request, to, status);
  const signedIn = await getSignedIn();
  if (!signedIn) return lead("/login", 401);
  if (!(await isSameOrigin())) return lead("/data?problem=origin", 403);
  if (!request.body) return lead("/data?problem=none", 400);

  let id: string | null;
  try {
    const files = filesOf(request.body, request.headers.get("content-type") ?? "");
    id = await readUpload(signedIn.owner, files, importLimits());
  } catch (error) {
    log.error("import.upload", error);
    return lead("/data?problem=brokeOff", 500);
  }
  return id ? lead(`/data/${id}`) : lead("/data?problem=none", 400);
}

function answer(request: Request, to: string, status: number): Response {
  const headers = { "cache-control": "no-store", "x-content-type-options": "nosniff" };
  const wantsJson = request.headers.get("accept")?.includes("application/json");
  return wantsJson
    ? Response.json({ to }, { status, headers })
    : new Response(null, { status: 303, headers: { ...headers, location: to } });
}
