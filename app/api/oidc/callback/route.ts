import { departureCookie } from "@/lib/account/oidc/cookies";
import { backFrom, finish } from "@/lib/account/oidc/errands";
import { arrive, isRefusalOfProvider, oidcProvider } from "@/lib/account/oidc/provider";
import { log } from "@/lib/log";
import { seeOther } from "@/lib/see-other";

/** Where the provider sends people back to. Who didn't leave from this browser, ten minutes ago at most, gets nowhere. */
export async function GET(request: Request): Promise<Response> {
  const provider = oidcProvider();
  if (!provider) return new Response(null, { status: 404 });
  const left = await departureCookie.read();
  await departureCookie.clear();
  if (!left) return seeOther(backFrom({ to: "signIn", next: "/" }, "expired"));
  try {
    const isAsked = left.errand.to === "confirm";
    const arrived = await arrive(provider, new URL(request.url).search, left, { isAsked });
    return seeOther(await finish(left, arrived, request.headers.get("user-agent")));
  } catch (error) {
    log.error("oidc.failed", error);
    return seeOther(backFrom(left.errand, isRefusalOfProvider(error) ? "refused" : "failed"));
  }
}
