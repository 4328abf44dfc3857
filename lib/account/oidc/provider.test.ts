// Against a real provider on this machine; the browser is played by requests that keep its cookies.
import { afterAll, beforeAll, expect, test } from "vitest";
import { env } from "@/lib/env";
import { testDatabase } from "@/lib/testing/database";
import { startOidcProvider } from "@/lib/testing/oidc-provider";
import { freePort } from "@/scripts/free-port";
import { arrive, callbackPath, depart, type Provider } from "./provider";
import type { Departure } from "./schema";

testDatabase(); // for the settings

let provider: Provider;
let running: Awaited<ReturnType<typeof startOidcProvider>>;
beforeAll(async () => {
  const issuer = `http://localhost:${await freePort()}`;
  const clientSecret = "a secret between the two, for tests";
  const callback = `${env().VOUCH_URL}${callbackPath}`;
  const people = { nora: { name: "Nora New", email: "nora@example.test" } };
  running = await startOidcProvider({ issuer, secret: clientSecret, callback, people });
  provider = { name: "Example Login", issuer: `${issuer}/`, clientId: "vouch", clientSecret };
});
afterAll(() => running.stop());

/** A browser; `goTo` follows the provider until it leads back to Vouch: with which query, and whether it asked who they are. */
function newBrowser() {
  const cookies = new Map<string, string>();
  async function ask(address: URL, body?: URLSearchParams) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await fetch(address, {
      method: body ? "POST" : "GET",
      body: body ?? null,
      headers: { cookie },
      redirect: "manual",
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value) cookies.set(name, value);
      else cookies.delete(name);
    }
    return answer;
  }
  return async function goTo(from: URL): Promise<{ query: string; isAsked: boolean }> {
    let [address, isAsked] = [from, false];
    while (address.pathname !== callbackPath) {
      let answer = await ask(address);
      if (answer.status === 200) {
        isAsked = true;
        answer = await ask(address, new URLSearchParams({ who: "nora" }));
      }
      address = new URL(answer.headers.get("location") ?? "", address);
    }
    return { query: address.search, isAsked };
  };
}

/** Goes there and back. `change`: what the browser does to the address on the way. */
async function visit(goTo: ReturnType<typeof newBrowser>, { isAsked = false, change = (_address: URL) => {} } = {}) {
  const { address, proof } = await depart(provider, { isAsked });
  change(address);
  const back = await goTo(address);
  const left: Departure = { errand: { to: "confirm", at: "account" }, owner: null, ...proof };
  const who = arrive(provider, back.query, left, { isAsked }).then(
    ({ identity }) => identity.subject,
    () => "refused",
  );
  return [back.isAsked ? "asked" : "let in", await who];
}

test("whom it has let in before it lets in again without asking; who is to show who they are is asked", async () => {
  const goTo = newBrowser();
  expect(await visit(goTo)).toEqual(["asked", "nora"]);
  expect(await visit(goTo)).toEqual(["let in", "nora"]);
  expect(await visit(goTo, { isAsked: true })).toEqual(["asked", "nora"]);
});

test("the wish to be asked, taken out of the address or softened there, shows nothing", async () => {
  const goTo = newBrowser();
  await visit(goTo);
  for (const change of [
    (address: URL) => address.searchParams.delete("max_age"),
    (address: URL) => address.searchParams.set("max_age", "86400"),
  ])
    expect(await visit(goTo, { isAsked: true, change })).toEqual(["let in", "refused"]);
  expect(await visit(goTo, { isAsked: true })).toEqual(["asked", "nora"]);
});
