// Passkeys, codes after the password, and recovery codes. The passkeys' device is the browser's own stand-in for one.
import type { Locator, Page } from "@playwright/test";
import { authenticator, withCodes, wrongCode } from "../lib/testing/authenticator";
import { signedIn } from "../lib/testing/session";
import { confirm } from "./confirm";
import { asAdministrator, expect, expectAccessible, guestTest, newOwner, type Owner, test } from "./fixtures";
import { type OwnServer, withOwnServer } from "./own-server";

const section = (page: Page): Locator => page.getByRole("region", { name: "Signing in", exact: true });

/** The ten minutes are over. */
const unconfirm = ({ id }: Owner) =>
  asAdministrator((client) => client.query("update session set confirmed_at = null where user_id = $1", [id]));

async function signOut(page: Page) {
  await page.getByRole("button", { name: "Sign out" }).first().click();
  await expect(page).toHaveURL("/login");
}

async function givePassword(page: Page, { email, password }: Owner) {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

const askForCodes = ({ id }: Owner) => asAdministrator((client) => withCodes(client, id, process.env.E2E_SECRET ?? ""));

const auditOf = async ({ id }: Owner) => {
  const { rows } = await asAdministrator((client) =>
    client.query<{ action: string }>(
      "select action from audit_event where owner_id = $1 and action like 'keys.%' order by id",
      [id],
    ),
  );
  return rows.map(({ action }) => action);
};

/** At an address with a name: for one of numbers, as all the others have here, browsers have no passkeys. */
const passkeyTest = guestTest.extend<{ owner: Owner }, { server: OwnServer }>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from it what a fixture needs
    ({}, use) => withOwnServer("vouch_keys", use, { host: "localhost" }),
    { scope: "worker", timeout: 60_000 }, // apart from the journey's own
  ],
  baseURL: ({ server }, use) => use(server.url),
  owner: [
    async ({ page, server }, use) => {
      const device = await page.context().newCDPSession(page);
      await device.send("WebAuthn.enable");
      await device.send("WebAuthn.addVirtualAuthenticator", {
        options: {
          protocol: "ctap2",
          transport: "internal",
          hasResidentKey: true,
          hasUserVerification: true,
          isUserVerified: true,
          automaticPresenceSimulation: true,
        },
      });
      const owner = await newOwner(server.databaseUrl);
      const cookie = await asAdministrator((client) => signedIn(client, owner.id, server), server.databaseUrl);
      await page.context().addCookies([{ ...cookie, url: server.url, httpOnly: true, sameSite: "Lax" }]);
      await page.goto("/settings/account");
      await confirm(page, owner);
      await use(owner);
    },
    { auto: true },
  ],
});

async function addPasskey(page: Page, name: string) {
  await section(page).getByLabel("Name of the passkey").fill(name);
  await section(page).getByRole("button", { name: "Add a passkey" }).click();
}

const passkey = (page: Page, name: string) => section(page).getByRole("listitem").filter({ hasText: name });

/** As a browser is that only asks when it is told to. */
function offersNoneInFields() {
  PublicKeyCredential.isConditionalMediationAvailable = async () => false;
}

passkeyTest.describe("passkeys", () => {
  passkeyTest.describe.configure({ mode: "default" }); // one server for both

  passkeyTest("a passkey is added, once a device, and signs in by its button", async ({ page, owner }) => {
    await page.addInitScript(offersNoneInFields);
    await page.evaluate(offersNoneInFields);
    await addPasskey(page, " ");
    await expect(section(page).getByText("Please fill this in.")).toBeVisible();
    await addPasskey(page, "Laptop");
    await expect(passkey(page, "Laptop")).toContainText("not used yet");
    await addPasskey(page, "Laptop again");
    await expect(section(page).getByText("This device already holds a passkey of yours.")).toBeVisible();

    await signOut(page);
    await page.goto("/login?next=%2Fsettings%2Faccount");
    await page.getByRole("button", { name: "Sign in with a passkey" }).click();
    await expect(page).toHaveURL("/settings/account");
    await expect(page.getByText(`You are signed in as ${owner.email}`)).toBeVisible();
    await expect(passkey(page, "Laptop")).toContainText("last used today");
  });

  passkeyTest(
    "a passkey signs in where the e-mail is typed, confirms who is there, and is removed",
    async ({ page }) => {
      await addPasskey(page, "Laptop");
      await expect(passkey(page, "Laptop")).toBeVisible();
      await page.getByRole("button", { name: "Sign out" }).first().click();
      await expect(page, "this device answers as soon as it is offered").toHaveURL("/");
      await page.goto("/settings/account");
      await expect(section(page).getByRole("button", { name: "Add a passkey" })).toBeHidden();
      await section(page).getByText("Change this…").click();
      await section(page).getByRole("button", { name: "Use a passkey" }).click();

      await passkey(page, "Laptop").getByText("Rename", { exact: true }).click();
      await passkey(page, "Laptop").getByLabel("New name").fill("Work laptop");
      await passkey(page, "Laptop").getByRole("button", { name: "Save name" }).click();
      await passkey(page, "Work laptop").getByText("Remove", { exact: true }).click();
      await passkey(page, "Work laptop").getByRole("button", { name: "Remove passkey" }).click();
      await expect(section(page).getByText("You have no passkey yet.")).toBeVisible();
      await signOut(page);
      await expect(page.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
    },
  );
});

test("codes are switched on by a right one, and recovery codes are shown once", async ({ page, owner }) => {
  await page.goto("/settings/account");
  const here = section(page);
  await expect(here.getByText(/Browsers have no passkeys for an address of numbers/)).toBeVisible();
  await here.getByText("Change this…").click();
  await here.getByLabel("Your password").fill("not the one I chose");
  await here.getByRole("button", { name: "Go on" }).click();
  await expect(here.getByText("That isn’t your password. Try again.")).toBeVisible();
  await here.getByLabel("Your password").fill(owner.password);
  await here.getByRole("button", { name: "Go on" }).click();

  await here.getByRole("button", { name: "Set up an app" }).click();
  await expect(here.getByRole("img", { name: "QR code for your authenticator app" })).toBeVisible();
  const codeOf = authenticator((await here.getByText(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/).textContent()) ?? "");
  await here.getByLabel("Code from the app").fill(wrongCode(codeOf));
  await here.getByRole("button", { name: "Switch on" }).click();
  await expect(here.getByText(/That code isn’t right/)).toBeVisible();
  await here.getByLabel("Code from the app").fill(codeOf());
  await here.getByRole("button", { name: "Switch on" }).click();

  const shown = here.getByRole("list", { name: "Your recovery codes" }).getByRole("listitem");
  await expect(shown).toHaveCount(10);
  const [first = ""] = await shown.allTextContents();
  const downloading = page.waitForEvent("download");
  await here.getByRole("link", { name: "Download" }).click();
  expect((await downloading).suggestedFilename()).toBe("vouch-recovery-codes.txt");
  await page.reload();
  await expect(here.getByText("A code is asked for. 10 recovery codes are left.")).toBeVisible();
  await expect(page.getByText(first)).toBeHidden();
  expect(await auditOf(owner)).toEqual(["keys.startSetUp", "keys.switchOn"]);
});

guestTest("after the password a code is asked for, and nobody is signed in before it", async ({ page }) => {
  const owner = await newOwner();
  const { codeOf } = await askForCodes(owner);
  await page.goto("/login?next=%2Fsettings%2Faccount");
  await givePassword(page, owner);
  await expect(page).toHaveURL("/login/code?next=%2Fsettings%2Faccount");
  await page.goto("/settings/account");
  await expect(page).toHaveURL("/login?next=%2Fsettings%2Faccount");
  await page.goto("/login/code?next=%2Fsettings%2Faccount");
  const code = page.getByLabel("Code", { exact: true });
  await expect(code).toHaveAttribute("autocomplete", "one-time-code");
  await code.fill(wrongCode(codeOf));
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText(/That code isn’t right/)).toBeVisible();
  await expectAccessible(page);
  await code.fill(codeOf());
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL("/settings/account");
});

guestTest.describe("without script", () => {
  guestTest.use({ javaScriptEnabled: false });

  guestTest("a recovery code signs in and says how many are left", async ({ page }) => {
    const owner = await newOwner();
    const { codes } = await askForCodes(owner);
    await page.goto("/login?next=%2Finvitations");
    await givePassword(page, owner);
    await page.getByRole("link", { name: "Use a recovery code" }).click();
    await page.getByLabel("Recovery code").fill("0000-0000-0000-0000");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByText(/That code isn’t right/)).toBeVisible();
    await page.getByLabel("Recovery code").fill(codes[0] ?? "");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByText("That recovery code is used up. 9 are left.")).toBeVisible();
    await page.getByRole("link", { name: "Go on" }).click();
    await expect(page).toHaveURL("/invitations");
  });

  test("an app is set up, and its recovery codes are seen", async ({ page, owner }) => {
    await page.goto("/settings/account");
    await confirm(page, owner);
    const here = section(page);
    await here.getByRole("button", { name: "Set up an app" }).click();
    const codeOf = authenticator((await here.getByText(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/).textContent()) ?? "");
    await here.getByLabel("Code from the app").fill(codeOf());
    await here.getByRole("button", { name: "Switch on" }).click();
    await expect(here.getByRole("list", { name: "Your recovery codes" }).getByRole("listitem")).toHaveCount(10);
  });
});

test("after ten minutes nothing is changed without showing again who is there", async ({ page, owner }) => {
  await askForCodes(owner);
  await page.goto("/settings/account");
  await confirm(page, owner);
  await unconfirm(owner);
  const here = section(page);
  await here.getByRole("button", { name: "Make new recovery codes" }).click();
  await expect(here.getByText("Reload this page and show again that it’s you.")).toBeVisible();
  await page.reload();
  await confirm(page, owner);
  await here.getByRole("button", { name: "Make new recovery codes" }).click();
  await expect(here.getByRole("list", { name: "Your recovery codes" }).getByRole("listitem")).toHaveCount(10);
  await here.getByText("Switch codes off").click();
  await here.getByRole("button", { name: "Switch off" }).click();
  await expect(here.getByText("No code is asked for.", { exact: true })).toBeVisible();
  expect(await auditOf(owner)).toEqual(["keys.renewRecoveryCodes", "keys.switchOff"]);
});
