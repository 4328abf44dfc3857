// Further people: invited, let in, closed out; and a real OpenID Connect provider that says who somebody is.
import type { Page } from "@playwright/test";
import { startOidcProvider } from "../lib/testing/oidc-provider";
import {
  asAdministrator,
  expect,
  expectAccessible,
  newOwner,
  type Owner,
  signIn,
  signInByForm,
  test,
} from "./fixtures";
import { addContact } from "./people";

const password = "a sentence of my own";

const makeAdministrator = (owner: Owner) =>
  asAdministrator((client) => client.query("update app_user set role = 'ADMINISTRATOR' where id = $1", [owner.id]));

/** An invitation's link, made as an administrator makes it. */
async function invite(page: Page, forWhom: string): Promise<string> {
  await page.goto("/settings/people");
  const invitations = page.getByRole("region", { name: "Invitations" });
  await invitations.getByLabel("For whom").fill(forWhom);
  await invitations.getByRole("button", { name: "Make a link" }).click();
  const link = await invitations.getByLabel("The link").inputValue();
  await expect(invitations.getByRole("button", { name: `Take back the invitation for ${forWhom}` })).toBeVisible();
  return link;
}

async function signOut(page: Page) {
  await page.getByRole("button", { name: "Sign out" }).first().click();
  await expect(page).toHaveURL("/login");
}

test("an administrator invites somebody, who has a place of their own until it is closed", async ({
  page,
  owner,
  browser,
}) => {
  await makeAdministrator(owner);
  await addContact(owner, "Lena Okafor");
  await page.goto("/settings");
  await page.getByRole("link", { name: "See to people" }).click();
  const taken = await invite(page, "Nobody yet");
  const link = await invite(page, "Ida Invited");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Take back the invitation for Nobody yet" }).click();
  await expect(page.getByText("The link no longer works.")).toBeVisible();

  const context = await browser.newContext({ locale: "en-GB" });
  const theirs = await context.newPage();
  await theirs.goto(taken);
  await expect(theirs.getByRole("heading", { name: "This invitation no longer works" })).toBeVisible();
  await theirs.goto(link);
  await expectAccessible(theirs);
  const email = `ida.${owner.email}`;
  await theirs.getByLabel("Your name").fill("Ida Invited");
  await theirs.getByLabel("E-mail").fill(owner.email);
  await theirs.getByLabel("Password").fill(password);
  await theirs.getByRole("button", { name: "Create my account" }).click();
  await expect(theirs.getByText("There is an account with this e-mail already.")).toBeVisible();
  await theirs.getByLabel("E-mail").fill(email);
  await theirs.getByLabel("Password").fill(password);
  await theirs.getByRole("button", { name: "Create my account" }).click();
  await expect(theirs).toHaveURL("/");
  await theirs.goto("/contacts?q=lena");
  await expect(theirs.getByRole("link", { name: "Add “lena”" })).toBeVisible();
  await theirs.goto("/settings/people");
  await expect(theirs.getByRole("heading", { name: "There is nothing here" })).toBeVisible();

  await page.goto(`/settings/people?q=${encodeURIComponent(email)}`);
  await page.getByRole("button", { name: "Close the account of Ida Invited" }).click();
  await expect(page.getByText("Ida Invited is signed out everywhere")).toBeVisible();
  await theirs.goto("/contacts");
  await expect(theirs).toHaveURL(/\/login/);
  const ida = { id: "", email, password, name: "Ida Invited" };
  await theirs.getByLabel("E-mail").fill(ida.email);
  await theirs.getByLabel("Password").fill(ida.password);
  await theirs.getByRole("button", { name: "Sign in" }).click();
  await expect(theirs.getByText("This account is closed.")).toBeVisible();
  await page.getByRole("button", { name: "Open the account of Ida Invited again" }).click();
  await expect(page.getByText("Ida Invited can sign in again.")).toBeVisible();
  await signInByForm(theirs, ida);
  await context.close();
});

test("a provider signs in whom it was connected by, and nobody for their e-mail", async ({
  page,
  owner,
  browser,
  context,
}) => {
  const { E2E_OIDC_ISSUER: issuer = "", E2E_OIDC_SECRET: secret = "", E2E_BASE_URL: url = "" } = process.env;
  const goOn = page.getByRole("button", { name: "Continue with Example Login" });
  await page.goto("/settings");
  await page.getByRole("button", { name: "Connect Example Login" }).click();
  await expect(page.getByText("Example Login isn’t reachable at the moment.")).toBeVisible();

  const provider = await startOidcProvider({
    issuer,
    secret,
    callback: `${url}/api/oidc/callback`,
    people: {
      max: { name: "Max Moreau", email: owner.email },
      stranger: { name: "Max Moreau", email: owner.email },
      nora: { name: "Nora New", email: `nora.${owner.email}` },
    },
  });
  const sayWho = async (at: Page, who: string) => {
    await at.getByLabel("Who are you?").fill(who);
    await at.getByRole("button", { name: "Continue" }).click();
  };
  try {
    // Somebody else signs in meanwhile: their account isn't connected with whoever comes back.
    const neighbour = await newOwner();
    await page.getByRole("button", { name: "Connect Example Login" }).click();
    await expect(page.getByLabel("Who are you?")).toBeVisible();
    const tab = await context.newPage();
    await signIn(tab, neighbour);
    await sayWho(page, "max");
    await expect(page.getByText("was begun in another window")).toBeVisible();
    await expect(page.getByText(`You are signed in as ${neighbour.email}.`)).toBeVisible();
    await tab.close();

    await signIn(page, owner);
    await page.goto("/settings");
    await page.getByRole("button", { name: "Connect Example Login" }).click(); // the provider knows who they are by now
    const section = page.getByRole("region", { name: "Sign in with Example Login" });
    await expect(section.getByText("Connected: Example Login signs you in from now on.")).toBeVisible();
    await expectAccessible(page);
    await signOut(page);
    await expectAccessible(page);
    await goOn.click();
    await expect(page.getByRole("navigation", { name: "Main" })).toBeVisible();
    await page.goto("/settings");
    await expect(page.getByText(`You are signed in as ${owner.email}.`)).toBeVisible();

    const elsewhere = await browser.newContext({ locale: "en-GB" });
    const theirs = await elsewhere.newPage();
    await theirs.goto("/login");
    await theirs.getByRole("button", { name: "Continue with Example Login" }).click();
    await sayWho(theirs, "stranger");
    await expect(theirs.getByText("sign in with your password and choose “Connect Example Login”")).toBeVisible();
    await theirs.goto("/");
    await expect(theirs).toHaveURL("/login");
    await elsewhere.close();

    // Nor where the two meet in one browser: that one's account is another.
    await signIn(page, neighbour);
    await page.goto("/settings");
    await page.getByRole("button", { name: "Connect Example Login" }).click();
    await expect(page.getByText("is connected with another account here")).toBeVisible();

    await makeAdministrator(neighbour);
    const link = await invite(page, "Nora");
    const hers = await (await browser.newContext({ locale: "en-GB" })).newPage();
    await hers.goto(link);
    await hers.getByRole("button", { name: "Continue with Example Login" }).click();
    await sayWho(hers, "nobody");
    await expect(hers.getByText("Example Login didn’t let you in")).toBeVisible();
    await hers.getByRole("button", { name: "Continue with Example Login" }).click();
    await sayWho(hers, "nora");
    await expect(hers.getByText("Example Login has let you in, so you need no password.")).toBeVisible();
    await expect(hers.getByLabel("E-mail")).toHaveValue(`nora.${owner.email}`);
    await expectAccessible(hers);
    await hers.getByRole("button", { name: "Create my account" }).click();
    await expect(hers.getByRole("navigation", { name: "Main" })).toBeVisible();
    await hers.goto("/settings");
    await expect(hers.getByText("It is your only way in")).toBeVisible();
    await hers.getByRole("region", { name: "Sign in with Example Login" }).getByLabel("Password").fill(password);
    await hers.getByRole("button", { name: "Set a password" }).click();
    await expect(hers.getByRole("button", { name: "Disconnect" })).toBeVisible();
    await hers.context().close();
  } finally {
    await provider.stop();
  }
  // Nobody is sent there, or comes back, without having pressed the button here.
  const elsewhere = { origin: "https://elsewhere.example" };
  const forged = await page.request.post("/api/oidc", { form: { to: "connect" }, headers: elsewhere });
  expect(forged.status()).toBe(403);
  const unasked = await page.request.get("/api/oidc/callback?code=a&state=b", { maxRedirects: 0 });
  expect(unasked.headers().location).toBe("/login?oidc=expired");

  await signOut(page);
  await signInByForm(page, owner); // the provider is gone, the password is not
  await page.goto("/settings");
  await page.getByRole("button", { name: "Disconnect" }).click();
  await expect(page.getByText("Disconnected. From now on your password signs you in.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Connect Example Login" })).toBeVisible();
});
