// What people went to the provider for, done once they are back; each answers with the page that goes on from there.
import "server-only";
import { noteEvent } from "@/lib/audit/data";
import { getSignedIn, openSession, sessionToken } from "@/lib/auth";
import { asAccount } from "@/lib/db";
import { getSignUp } from "@/lib/members/join/data";
import { Refusal } from "@/lib/refusal";
import { confirmSession } from "../confirmation/data";
import { arrivalCookie } from "./cookies";
import { connectIdentity, isEmailKnown, isIdentityOf, signInByIdentity } from "./data";
import type { Arrived } from "./provider";
import type { Departure, Errand, Outcome } from "./schema";

/** The page an errand began at, saying how it ended. */
export function backFrom(errand: Errand, outcome: Outcome): string {
  const said = { oidc: outcome };
  if (errand.to === "connect") return `/settings/account?${new URLSearchParams(said)}#oidc`;
  if (errand.to === "confirm") return `/settings/${errand.at}?${new URLSearchParams(said)}`;
  if (errand.to === "join")
    return `/join?${new URLSearchParams({ ...(errand.token && { token: errand.token }), ...said })}`;
  return `/login?${new URLSearchParams({ ...(errand.next !== "/" && { next: errand.next }), ...said })}`;
}

export async function finish(left: Departure, arrived: Arrived, userAgent: string | null): Promise<string> {
  try {
    const { errand } = left;
    if (errand.to === "connect") return await connect(left, arrived);
    if (errand.to === "confirm") return await confirm(left, arrived);
    return await enter(errand, arrived, userAgent);
  } catch (error) {
    if (error instanceof Refusal) return backFrom(left.errand, error.code as Outcome);
    throw error;
  }
}

/** Only for the account that asked: whoever is signed in by now may be somebody else. */
async function connect({ errand, owner }: Departure, { identity }: Arrived): Promise<string> {
  const signedIn = await getSignedIn();
  if (!signedIn || signedIn.owner !== owner) return backFrom(errand, "expired");
  await asAccount(signedIn.owner, async (db) => {
    await connectIdentity(db, identity);
    await noteEvent(db, "oidc.connect", "oidc_identity", [db.owner]);
  });
  return backFrom(errand, "connected");
}

/** The provider has asked them, and they are whom it signs in here. */
async function confirm({ errand, owner }: Departure, { identity }: Arrived): Promise<string> {
  const signedIn = await getSignedIn();
  if (!signedIn || signedIn.owner !== owner) return backFrom(errand, "expired");
  if (!(await isIdentityOf(signedIn.owner, identity))) return backFrom(errand, "somebodyElse");
  await confirmSession((await sessionToken()) ?? "");
  return backFrom(errand, "confirmed");
}

/**
 * Into the account that is connected; else to the form that makes one, where they may make one. An e-mail opens nothing. It
 * shows nothing of who sits there: a provider that has let somebody in before lets them in again without asking.
 */
async function enter(
  errand: Extract<Errand, { to: "signIn" | "join" }>,
  { identity, introduce }: Arrived,
  userAgent: string | null,
): Promise<string> {
  const session = await signInByIdentity(identity, userAgent);
  if (session) {
    await openSession(session);
    return errand.to === "signIn" ? errand.next : "/";
  }
  const introduced = await introduce();
  if (errand.to === "signIn") {
    const isFree = (await getSignUp()) === "OPEN" && !(introduced.email && (await isEmailKnown(introduced.email)));
    if (!isFree) return backFrom(errand, "unknown");
  }
  const token = errand.to === "join" ? errand.token : "";
  await arrivalCookie.set({ ...identity, ...introduced, token });
  return token ? `/join?${new URLSearchParams({ token })}` : "/join";
}
