import { redirect } from "next/navigation";
import { noteEvent } from "@/lib/audit/data";
import { asOwner } from "@/lib/db";
import { stopDigest } from "@/lib/digest/data";
import { unsubscribing } from "@/lib/digest/unsubscribe";

/** Stops the digest, for the mail program of whoever got one: it brings the signed link and no session. */
export async function POST(request: Request): Promise<Response> {
  const owner = unsubscribing(new URL(request.url).searchParams.get("of") ?? "");
  if (!owner) return new Response(null, { status: 404 });
  await asOwner(owner, async (db) => {
    await stopDigest(db);
    await noteEvent(db, "digest.off", "digest_setting", [owner]);
  });
  return new Response(null, { status: 204 });
}

/** Programs that look at every link must not stop anything by looking. */
export async function GET(): Promise<never> {
  redirect("/settings#digest");
}
