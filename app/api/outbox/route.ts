import { getSignedIn } from "@/lib/auth";
import { formOf } from "@/lib/form-values";
import { logInteractionAction } from "@/lib/interactions/actions";
import { bodyOf } from "@/lib/json";
import { deviceOwner } from "@/lib/offline/owner";
import { type OutboxAnswer, sentEntry } from "@/lib/offline/schema";
import { isSameOrigin } from "@/lib/origin";

/**
 * A log entry that waited on a device, taken as if its form had been sent just now; sent twice, it is written once.
 * 401: nobody is signed in, 409: somebody else is; 422: its owner has to look at it again. All else: try again later.
 */
export async function POST(request: Request): Promise<Response> {
  if (!(await isSameOrigin())) return new Response(null, { status: 403 });
  const signedIn = await getSignedIn();
  if (!signedIn) return new Response(null, { status: 401 });
  const sent = sentEntry.safeParse(await bodyOf(request));
  if (!sent.success) return new Response(null, { status: 400 });
  if (sent.data.owner !== deviceOwner(signedIn.owner)) return new Response(null, { status: 409 });
  const { saved, errors, message } = await logInteractionAction({}, formOf(sent.data.values));
  if (saved) return answer({ saved: saved.ids });
  if (errors) return answer({ errors, ...(message !== undefined && { message }) }, 422);
  return new Response(null, { status: 503 });
}

const answer = (body: OutboxAnswer, status = 200) => Response.json(body, { status });
