import { isConfirmed } from "@/lib/account/confirmation/confirmed-action";
import { askForNewPasskey } from "@/lib/account/passkeys/add/data";
import { passkeyPlace } from "@/lib/account/passkeys/place";
import { askForPasskey } from "@/lib/account/passkeys/use/data";
import { getSignedIn } from "@/lib/auth";
import { env } from "@/lib/env";
import { isSameOrigin } from "@/lib/origin";

/**
 * What a browser needs to use a passkey or to make one, with a challenge that is good once and for minutes: to sign in, to
 * confirm who is signed in, to add one. The answer goes through a form's action: lib/account/passkeys/actions.ts.
 */
export async function POST(_request: Request, { params }: RouteContext<"/api/passkeys/[purpose]">): Promise<Response> {
  if (!(await isSameOrigin())) return new Response(null, { status: 403 });
  const { purpose } = await params;
  const isKnown = purpose === "sign-in" || purpose === "confirm" || purpose === "add";
  if (!isKnown || passkeyPlace(env().VOUCH_URL) !== "good") return new Response(null, { status: 404 });
  if (purpose === "sign-in") return Response.json(await askForPasskey(null));
  const signedIn = await getSignedIn();
  if (!signedIn) return new Response(null, { status: 401 });
  const { owner, account } = signedIn;
  if (purpose === "confirm") return Response.json(await askForPasskey(owner));
  if (!(await isConfirmed())) return new Response(null, { status: 403 });
  return Response.json(await askForNewPasskey(owner, account));
}
