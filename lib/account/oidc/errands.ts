// What people went to the provider for, done once they are back; each answers with the page that goes on from there.
import "server-only";
import { getSignedIn, openSession } from "@/lib/auth";
import { getSignUp } from "@/lib/members/join/data";
import { Refusal } from "@/lib/refusal";
import { confirmSession } from "../confirmation/data";
import { noteInAudit } from "../note-in-audit";
import { arrivalCookie } from "./cookies";
import { connectIdentity, isEmailKnown, signInByIdentity } from "./data";
import type { Arrived } from "./provider";
import type { Departure, Errand, Outcome } from "./schema";

/** The page an errand began at, saying how it ended. */
export function backFrom(errand: Errand, outcome: Outcome): string {
  const said = { oidc: outcome };
  if (errand.to === "connect") return `/settings/account?${new URLSearchParams(said)}#oidc`;
  if (errand.to === "join")
    return `/join?${new URLSearchParams({ ...(errand.token && { token: errand.token }), ...said })}`;
  return `/login?${new URLSearchParams({ ...(errand.next !== "/" && { next: errand.next }), ...said })}`;
}

export async function finish(left: Departure, arrived: Arrived, userAgent: string | null): Promise<string> {
  try {
    return left.errand.to === "connect" ? await connect(left, arrived) : await enter(left.errand, arrived, userAgent);
  } catch (error) {
    if (error instanceof Refusal) return backFrom(left.errand, error.code as Outcome);
    throw error;
  }
}

/** Only for the account that asked: whoever is signed in by now may be somebody else. */
async function connect({ errand, owner }: Departure, { identity }: Arrived): Promise<string> {
  const signedIn = await getSignedIn();
  if (!signedIn || signedIn.owner !== owner) return backFrom(errand, "expired");
  await connectIdentity(signedIn.owner, identity);
  await noteInAudit(signedIn.owner, "oidc.connect", "oidc_identity");
  return backFrom(errand, "connected");
}

/** Into the account that is connected; else to the form that makes one, where they may make one. An e-mail opens nothing. */
async function enter(
  errand: Exclude<Errand, { to: "connect" }>,
  { identity, introduce }: Arrived,
  userAgent: string | null,
): Promise<string> {
  const session = await signInByIdentity(identity, userAgent);
  if (session) {
    await openSession(session);
    await confirmSession(session); // the provider has just seen who it is
    return errand.to === "signIn" ? errand.next : "/";
  }
  const introduced = await introduce();
  if (errand.to === "signIn") {
    const isFree = (await getSignUp()) === "OPEN" && !(introduced.email && (await isEmailKnown(introduced.email)));
    if (!isFree) return backFrom(errand, "unknown");
  }
  await arrivalCookie.set({ ...identity, ...introduced });
  const token = errand.to === "join" ? errand.token : "";
  return token ? `/join?${new URLSearchParams({ token })}` : "/join";
}
