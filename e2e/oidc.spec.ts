// Signing in by a real OpenID Connect provider on this machine: who somebody is there, and never their e-mail.
import type { Page } from "@playwright/test";
import { startOidcProvider } from "../lib/testing/oidc-provider";
import { confirm } from "./confirm";
import { expect, newOwner, signIn, test } from "./fixtures";
import { invite, makeAdministrator } from "./people-page";

// The settings name one address for it: one journey at a time has it.
test.describe.configure({ mode: "default" });

const start = (people: Parameters<typeof startOidcProvider>[0]["people"]) => {
  const { E2E_OIDC_ISSUER: issuer = "", E2E_OIDC_SECRET: secret = "", E2E_BASE_URL: url = "" } = process.env;
  return startOidcProvider({ issuer, secret, callback: `${url}/api/oidc/callback`, people });
};

const connect = (page: Page) => page.getByRole("button", { name: "Connect Example Login" });
const goOn = (page: Page) => page.getByRole("button", { name: "Continue with Example Login" });

async function sayWho(page: Page, who: string) {
  await page.getByLabel("Who are you?").fill(who);
  await page.getByRole("button", { name: "Continue" }).click();
}

async function signOut(page: Page) {
  await page.getByRole("button", { name: "Sign out" }).first().click();
  await expect(page).toHaveURL("/login");
}

test("connected in Settings it signs in; when it is gone, the password does", async ({ page, owner }) => {
  const provider = await start({ max: { name: "Max Moreau", email: "somebody.else@example.test" } });
  try {
    await page.goto("/settings/account");
    await expect(connect(page)).toBeHidden();
    await confirm(page, owner);
    await connect(page).click();
    await sayWho(page, "max");
    await expect(page.getByText("Connected: Example Login signs you in from now on.")).toBeVisible();
    await signOut(page);
    await goOn(page).click(); // the provider knows who they are by now
    await expect(page.getByRole("navigation", { name: "Main" })).toBeVisible();
    await page.goto("/settings/account");
    await expect(page.getByText(`You are signed in as ${owner.email}.`)).toBeVisible();
    // … and hasn't asked who it is: that shows nothing.
    await expect(page.getByRole("button", { name: "Disconnect" })).toBeHidden();
  } finally {
    await provider.stop();
  }
  await signOut(page);
  await goOn(page).click();
  await expect(
    page.getByText("Example Login isn’t reachable at the moment. A password works all the same."),
  ).toBeVisible();
  await page.getByLabel("E-mail").fill(owner.email);
  await page.getByLabel("Password").fill(owner.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL("/");
  await page.goto("/settings/account");
  await confirm(page, owner);
  await page.getByRole("button", { name: "Disconnect" }).click();
  await expect(connect(page)).toBeVisible();
});

test("nobody gets in for an e-mail, and nobody’s account is connected but theirs who asked", async ({
  page,
  owner,
  context,
}) => {
  const provider = await start({ stranger: { name: "Max Moreau", email: owner.email } });
  try {
    const neighbour = await newOwner();
    await page.goto("/settings/account");
    await confirm(page, owner);
    await connect(page).click();
    await expect(page.getByLabel("Who are you?")).toBeVisible();
    await signIn(await context.newPage(), neighbour); // somebody else, meanwhile
    await sayWho(page, "stranger");
    await expect(page.getByText("was begun in another window")).toBeVisible();
    await expect(page.getByText(`You are signed in as ${neighbour.email}.`)).toBeVisible();
    await expect(page.getByText("Not connected.")).toBeVisible();

    await signOut(page);
    await goOn(page).click();
    await expect(page.getByText("sign in with your password and choose “Connect Example Login”")).toBeVisible();
    await page.goto("/contacts");
    await expect(page).toHaveURL("/login?next=%2Fcontacts");
  } finally {
    await provider.stop();
  }
  // Nobody is sent there, or comes back, without having pressed the button here.
  const headers = { origin: "https://elsewhere.example" };
  const forged = await page.request.post("/api/oidc", { form: { to: "signIn" }, headers });
  expect(forged.status()).toBe(403);
  await signIn(page, owner); // and hasn't shown again who they are
  const here = { origin: new URL(page.url()).origin };
  const hasty = await page.request.post("/api/oidc", { form: { to: "connect" }, headers: here, maxRedirects: 0 });
  expect(hasty.headers().location).toBe("/settings/account?oidc=confirmFirst#oidc");
  const unasked = await page.request.get("/api/oidc/callback?code=a&state=b", { maxRedirects: 0 });
  expect(unasked.headers().location).toBe("/login?oidc=expired");
});

test("an invitation is accepted by it, without a password; asked there once more, one may set one", async ({
  page,
  owner,
  browser,
}) => {
  await makeAdministrator(owner);
  const link = await invite(page, "Nora New");
  const email = `nora.${owner.email}`;
  const stranger = { name: "Max Moreau", email: "max@example.test" };
  const provider = await start({ nora: { name: "Nora New", email }, stranger });
  const context = await browser.newContext();
  const hers = await context.newPage();
  try {
    await hers.goto(link);
    await goOn(hers).click();
    await sayWho(hers, "nobody");
    await expect(hers.getByText("Example Login didn’t let you in")).toBeVisible();
    await goOn(hers).click();
    await sayWho(hers, "nora");
    await expect(hers.getByText("Example Login has let you in, so you need no password.")).toBeVisible();
    await expect(hers.getByLabel("Your name")).toHaveValue("Nora New");
    await expect(hers.getByLabel("E-mail")).toHaveValue(email);
    // Whoever comes by this browser with another link is somebody else.
    const next = await context.newPage();
    await next.goto(await invite(page, "Otto Other"));
    await expect(next.getByLabel("Your name")).toHaveValue("");
    await expect(next.getByText("Example Login has let you in")).toBeHidden();
    await next.close();
    await hers.getByRole("button", { name: "Create my account" }).click();
    await expect(hers.getByRole("navigation", { name: "Main" })).toBeVisible();
    await hers.goto("/settings/account");
    const section = hers.getByRole("region", { name: "Sign in with Example Login" });
    await expect(section.getByText("It stays connected until you set a password.")).toBeVisible();
    const password = hers.getByRole("region", { name: "Password", exact: true });
    await expect(password.getByText("First show that it’s you")).toBeVisible();
    const keys = hers.getByRole("region", { name: "Signing in", exact: true });
    await expect(keys.getByText("Code after the password")).toBeHidden();

    const goAsk = async () => {
      await keys.getByText("Change this…").click();
      await goOn(hers).click();
    };
    // Whoever sits at a browser of hers can take the wish to be asked out of the address.
    let maxAge: string | null = null;
    await hers.route(
      (address) => address.searchParams.get("max_age") === "0",
      (route) => {
        const address = new URL(route.request().url());
        if (maxAge === null) address.searchParams.delete("max_age");
        else address.searchParams.set("max_age", maxAge);
        return route.continue({ url: address.href });
      },
    );
    for (const taken of [null, "86400"]) {
      maxAge = taken;
      await goAsk();
      await expect(hers.getByText("That didn’t work with Example Login.")).toBeVisible();
      await expect(password.getByText("First show that it’s you")).toBeVisible();
    }
    await hers.unrouteAll();
    await goAsk();
    await sayWho(hers, "stranger");
    await expect(hers.getByText("is not who signs in to this account")).toBeVisible();
    await goAsk();
    await sayWho(hers, "nora");
    await expect(hers.getByText("You have shown that it’s you: for ten minutes you aren’t asked again.")).toBeVisible();
    await password.getByLabel("Password").fill("a sentence of my own");
    await password.getByRole("button", { name: "Set a password" }).click();
    await expect(section.getByRole("button", { name: "Disconnect" })).toBeVisible();
  } finally {
    await context.close();
    await provider.stop();
  }
});
