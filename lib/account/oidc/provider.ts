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
let known: Promise<client.Configuration> | undefined;

/** What the provider says about itself. */
function discover({ issuer, clientId, clientSecret }: Provider): Promise<client.Configuration> {
  const asked = client.discovery(new URL(issuer), clientId, undefined, authenticate(clientSecret), {
    timeout: timeoutSeconds,
    // Signatures are checked although tokens come over TLS; http is for this machine, which the settings hold.
    execute: [client.enableNonRepudiationChecks, ...(issuer.startsWith("http:") ? [client.allowInsecureRequests] : [])],
  });
  known = asked;
  asked.catch(() => {
    if (known === asked) known = undefined;
  });
  return asked;
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
 * to one that is gone: then it throws.
 */
export async function depart(
  provider: Provider,
): Promise<{ address: URL; proof: Pick<Departure, "state" | "nonce" | "verifier"> }> {
  const proof = {
    state: client.randomState(),
    nonce: client.randomNonce(),
    verifier: client.randomPKCECodeVerifier(),
  };
  const address = client.buildAuthorizationUrl(await discover(provider), {
    redirect_uri: env().VOUCH_URL + callbackPath,
    scope: "openid profile email",
    state: proof.state,
    nonce: proof.nonce,
    code_challenge: await client.calculatePKCECodeChallenge(proof.verifier),
    code_challenge_method: "S256",
  });
  return { address, proof };
}

export type Arrived = {
  identity: Identity;
  /** What the provider says of them, as far as it says anything. */
  introduce: () => Promise<{ name?: string; email?: string }>;
};

/** Whom the provider means, from the query it sent the browser back with. Throws unless everything fits. */
export async function arrive(
  provider: Provider,
  query: string,
  { state, nonce, verifier }: Departure,
): Promise<Arrived> {
  const configuration = await (known ?? discover(provider));
  const tokens = await client.authorizationCodeGrant(configuration, new URL(env().VOUCH_URL + callbackPath + query), {
    expectedState: state,
    expectedNonce: nonce,
    pkceCodeVerifier: verifier,
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
