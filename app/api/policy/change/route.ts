import { getSignedIn } from "@/lib/auth";
import { asOwner } from "@/lib/db";
import { getProgress } from "@/lib/policy/change/data";

/** How far a change of policy is, for its progress bar. */
export async function GET(): Promise<Response> {
  const signedIn = await getSignedIn();
  if (!signedIn) return new Response(null, { status: 401 });
  return Response.json(await asOwner(signedIn.owner, getProgress, { snapshot: true }));
}
