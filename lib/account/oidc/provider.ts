// The one provider that the settings name, asked by the authorization code flow with PKCE. Besides its database and mail
// server it is all that Vouch connects to.
import "server-only";
import * as client from "openid-client";
import { env } from "@/lib/env";
import type { Departure, Identity } from "./schema";

export type Provider = { name: string; issuer: string; clientId: string; clientSecret: string };

/** Null where the settings name none. */
export function oidcProvider(): Provider | null {
  const { VOUCH_OIDC_NAME: name, VOUCH_OIDC_ISSUER: issuer, ...id } = env();
  const { VOUCH_OIDC_CLIENT_ID: clientId, VOUCH_OIDC_CLIENT_SECRET: clientSecret } = id;
  return name && issuer && clientId && clientSecret ? { name, issuer, clientId, clientSecret } : null;
}

export const callbackPath = "/api/oidc/callback";

const timeoutSeconds = 10;
let asking: Promise<client.Configuration> | undefined;
let known: client.Configuration | undefined;

/** What the provider says about itself. Many who ask at once ask once. */
function discover(provider: Provider): Promise<client.Configuration> {
  asking ??= ask(provider).finally(() => {
    asking = undefined;
  });
  return asking;
}

async function ask({ issuer, clientId, clientSecret }: Provider): Promise<client.Configuration> {
  known = await client.discovery(new URL(issuer), clientId, undefined, authenticate(clientSecret), {
    timeout: timeoutSeconds,
    // Signatures are checked although tokens come over TLS; http is for this machine, which the settings hold.
    execute: [client.enableNonRepudiationChecks, ...(issuer.startsWith("http:") ? [client.allowInsecureRequests] : [])],
  });
  return known;
}

/** By the header, as every provider must take it, unless it says that it wants the secret in the form. */
function authenticate(secret: string): client.ClientAuth {
  return (server, ...request) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ["client_secret_basic"];
    const by = methods.includes("client_secret_basic") ? client.ClientSecretBasic : client.ClientSecretPost;
    by(secret)(server, ...request);
  };
}

/**
 * Where to send the browser, and what must be kept until it comes back. Asks the provider each time, so that nobody is sent
 * to one that is gone: then it throws. `isAsked`: the provider is to ask who they are, also where it has let them in before.
 */
export async function depart(
  provider: Provider,
  { isAsked }: { isAsked: boolean },
): Promise<{ address: URL; proof: Pick<Departure, "state" | "nonce" | "verifier" | "at"> }> {
  const proof = {
    state: client.randomState(),
    nonce: client.randomNonce(),
    verifier: client.randomPKCECodeVerifier(),
    at: Math.floor(Date.now() / 1_000),
  };
  const address = client.buildAuthorizationUrl(await discover(provider), {
    redirect_uri: env().VOUCH_URL + callbackPath,
    scope: "openid profile email",
    state: proof.state,
    nonce: proof.nonce,
    code_challenge: await client.calculatePKCECodeChallenge(proof.verifier),
    code_challenge_method: "S256",
    ...(isAsked && { max_age: "0" }),
  });
  return { address, proof };
}

export type Arrived = {
  identity: Identity;
  /** What the provider says of them, as far as it says anything. */
  introduce: () => Promise<{ name?: string; email?: string }>;
};

/**
 * Whom the provider means, from the query it sent the browser back with. Throws unless everything fits; `isAsked`: and unless
 * it has asked them since they left, as it says and signs itself. The browser may have taken the wish out of the address.
 */
export async function arrive(
  provider: Provider,
  query: string,
  { state, nonce, verifier, at }: Departure,
  { isAsked }: { isAsked: boolean },
): Promise<Arrived> {
  const configuration = known ?? (await discover(provider));
  const tokens = await client.authorizationCodeGrant(configuration, new URL(env().VOUCH_URL + callbackPath + query), {
    expectedState: state,
    expectedNonce: nonce,
    pkceCodeVerifier: verifier,
    ...(isAsked && { maxAge: Math.floor(Date.now() / 1_000) - at }),
  });
  const claims = tokens.claims();
  if (!claims) throw new Error("The provider sent no ID token.");
  return {
    identity: { issuer: new URL(claims.iss).href, subject: claims.sub }, // written as the setting is
    introduce: async () => {
      const asks = !claims.email && configuration.serverMetadata().userinfo_endpoint;
      const ask = () => client.fetchUserInfo(configuration, tokens.access_token, claims.sub);
      const more = asks ? await ask().catch(() => ({})) : {}; // then people write it themselves
      const { name, email }: Record<string, unknown> = { ...claims, ...more };
      return { ...(isShort(name) && { name }), ...(isShort(email) && { email }) };
    },
  };
}

const isShort = (said: unknown): said is string => typeof said === "string" && said.length <= 200;

/** The provider itself said no: the person pressed "Cancel" there, or may not use Vouch. */
export const isRefusalOfProvider = (error: unknown) => error instanceof client.AuthorizationResponseError;
