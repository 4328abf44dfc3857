// A real OpenID Connect provider on this machine: it asks who somebody is and believes them.
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import Provider from "oidc-provider";

export type Person = { name: string; email: string };

/**
 * `people` by their subject; `callback` is where Vouch takes people back. Who isn't asked because a client wants to know anew
 * counts as asked an hour ago: as people are who signed in there in the morning.
 */
export async function startOidcProvider({
  issuer,
  secret,
  callback,
  people,
}: {
  issuer: string;
  secret: string;
  callback: string;
  people: Record<string, Person>;
}) {
  const provider = new Provider(issuer, {
    clients: [{ client_id: "vouch", client_secret: secret, redirect_uris: [callback] }],
    claims: { openid: ["sub"], profile: ["name"], email: ["email"] },
    cookies: { keys: ["kept for a test"] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, sub) => {
      const person = people[sub];
      return person && { accountId: sub, claims: () => ({ sub, ...person }) };
    },
    // Everybody has agreed already: there is nothing to ask but who they are.
    loadExistingGrant: async ({ oidc }) => {
      const accountId = oidc.session?.accountId;
      const clientId = oidc.client?.clientId;
      if (!accountId || !clientId) return undefined;
      const grant = new provider.Grant({ accountId, clientId });
      grant.addOIDCScope("openid profile email");
      await grant.save();
      return grant;
    },
  });
  const answer = provider.callback();

  async function askWho(request: IncomingMessage, response: ServerResponse) {
    if (request.method === "POST") {
      const accountId = new URLSearchParams(await text(request)).get("who") ?? "";
      const { prompt } = await provider.interactionDetails(request, response);
      const isAskedAgain = prompt.reasons.includes("login_prompt");
      const ts = Math.floor(Date.now() / 1_000) - (isAskedAgain ? 0 : 3_600);
      const result = people[accountId] ? { login: { accountId, ts } } : { error: "access_denied" };
      await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
      return;
    }
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(
      '<!doctype html><html lang="en"><title>Example Login</title><link rel="icon" href="data:,"><form method="post"><label>Who are you? <input name="who"></label><button>Continue</button></form></html>',
    );
  }

  const server = createServer((request, response) => {
    if (request.url?.startsWith("/interaction/")) void askWho(request, response);
    else void answer(request, response);
  });
  server.listen(Number(new URL(issuer).port), "localhost");
  await once(server, "listening");
  return {
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
