// Passkeys, codes after the password, and recovery codes. The passkeys' device is the browser's own stand-in for one.
import type { Locator, Page } from "@playwright/test";
import { TOTP } from "otpauth";
import {
  asAdministrator,
  expect,
  expectAccessible,
  guestTest,
  newOwner,
  type Owner,
  signInByForm,
  test,
} from "./fixtures";
import { type OwnServer, withOwnServer } from "./own-server";

const section = (page: Page): Locator => page.getByRole("region", { name: "Signing in", exact: true });

/** Shows by the password who sits there, so that things can be changed. */
async function confirm(page: Page, owner: Owner) {
  const here = section(page);
  await here.getByText("Change this…").click();
  await here.getByLabel("Your password").fill(owner.password);
  await here.getByRole("button", { name: "Go on" }).click();
  await expect(here.getByText("for ten minutes this can be changed")).toBeVisible();
}

async function signOut(page: Page) {
  await page.getByRole("button", { name: "Sign out" }).first().click();
  await expect(page).toHaveURL("/login");
}

async function givePassword(page: Page, owner: Owner) {
  await page.getByLabel("E-mail").fill(owner.email);
  await page.getByLabel("Password").fill(owner.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

/** At an address with a name: for one of numbers browsers have no passkeys. */
const passkeyTest = guestTest.extend<{ server: OwnServer }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from it what a fixture needs
  server: ({}, use) => withOwnServer("vouch_keys", use, { host: "localhost" }),
  baseURL: ({ server }, use) => use(server.url),
});

passkeyTest("a passkey is added, signs in, confirms, is renamed and removed", async ({ page, server }) => {
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
  await signInByForm(page, owner);
  await page.goto("/settings");
  const here = section(page);
  await expect(here.getByText("You have no passkey yet.")).toBeVisible();
  await expect(here.getByRole("button", { name: "Add a passkey" })).toBeHidden();
  await confirm(page, owner);

  const add = here.getByRole("button", { name: "Add a passkey" });
  await add.click();
  await expect(here.getByText("Please fill this in.")).toBeVisible();
  await here.getByLabel("Name of the passkey").fill("Laptop");
  await add.click();
  const laptop = here.getByRole("listitem").filter({ hasText: "Laptop" });
  await expect(laptop).toContainText("not used yet");
  await here.getByLabel("Name of the passkey").last().fill("Laptop again");
  await add.click();
  await expect(here.getByText("This device already holds a passkey of yours.")).toBeVisible();
  await expectAccessible(page);

  await signOut(page);
  await page.goto("/login?next=%2Fsettings");
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await expect(page).toHaveURL("/settings");
  await expect(laptop).toContainText("last used today");

  await here.getByText("Change this…").click();
  await here.getByRole("button", { name: "Use a passkey" }).click();
  await laptop.getByText("Rename “Laptop”").click();
  await laptop.getByLabel("Name of the passkey").fill("Work laptop");
  await laptop.getByRole("button", { name: "Save name" }).click();
  const renamed = here.getByRole("listitem").filter({ hasText: "Work laptop" });
  await renamed.getByText("Remove “Work laptop”", { exact: true }).click();
  await renamed.getByRole("button", { name: "Remove passkey" }).click();
  await expect(here.getByText("You have no passkey yet.")).toBeVisible();
  await signOut(page);
  await expect(page.getByRole("button", { name: "Sign in", exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: "Sign in with a passkey" })).toBeHidden();
});

test("a code after the password: switched on, asked for, replaced by a recovery code, switched off", async ({
  page,
  owner,
  browser,
}) => {
  await page.goto("/settings");
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
  const typed = await here.getByText(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/).textContent();
  const app = new TOTP({ secret: typed?.replaceAll(" ", "") ?? "" });
  const codeOf = (late: number) => app.generate({ timestamp: Date.now() + late * 30_000 });
  const wrong =
    ["000000", "111111", "222222", "333333"].find((code) => ![-1, 0, 1, 2].map(codeOf).includes(code)) ?? "";
  await expectAccessible(page);
  await here.getByLabel("Code from the app").fill(wrong);
  await here.getByRole("button", { name: "Switch on" }).click();
  await expect(here.getByText(/That code isn’t right/)).toBeVisible();
  await here.getByLabel("Code from the app").fill(codeOf(0));
  await here.getByRole("button", { name: "Switch on" }).click();
  const shown = here.getByRole("list", { name: "Your recovery codes" });
  await expect(shown.getByRole("listitem")).toHaveCount(10);
  const [recovery = ""] = await shown.getByRole("listitem").allInnerTexts();
  const downloading = page.waitForEvent("download");
  await here.getByRole("link", { name: "Download" }).click();
  expect((await downloading).suggestedFilename()).toBe("vouch-recovery-codes.txt");
  await expectAccessible(page);
  await page.reload();
  await expect(here.getByText("A code is asked for. 10 recovery codes are left.")).toBeVisible();
  await expect(page.getByText(recovery)).toBeHidden();

  await signOut(page);
  await page.goto("/login?next=%2Fcontacts");
  await givePassword(page, owner);
  await expect(page).toHaveURL("/login/code?next=%2Fcontacts");
  await page.goto("/contacts");
  await expect(page, "nobody is signed in yet").toHaveURL("/login?next=%2Fcontacts");
  await page.goto("/login/code?next=%2Fcontacts");
  const code = page.getByLabel("Code", { exact: true });
  await expect(code).toHaveAttribute("autocomplete", "one-time-code");
  await expectAccessible(page);
  await code.fill(wrong);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText(/That code isn’t right/)).toBeVisible();
  await code.fill(codeOf(1));
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL("/contacts");

  const scriptless = await browser.newContext({ javaScriptEnabled: false });
  const plain = await scriptless.newPage();
  await plain.goto("/login?next=%2Fsettings");
  await givePassword(plain, owner);
  await plain.getByRole("link", { name: "Use a recovery code" }).click();
  await plain.getByLabel("Recovery code").fill("0000-0000-0000-0000");
  await plain.getByRole("button", { name: "Sign in" }).click();
  await expect(plain.getByText(/That code isn’t right/)).toBeVisible();
  await plain.getByLabel("Recovery code").fill(recovery);
  await plain.getByRole("button", { name: "Sign in" }).click();
  await expect(plain.getByText("That recovery code is used up. 9 are left.")).toBeVisible();
  await plain.getByRole("link", { name: "Go on" }).click();
  await expect(plain).toHaveURL("/settings");
  await scriptless.close();

  await page.goto("/settings");
  await confirm(page, owner);
  await asAdministrator((client) =>
    client.query("update session set confirmed_at = null where user_id = $1", [owner.id]),
  );
  await here.getByRole("button", { name: "Make new recovery codes" }).click();
  await expect(here.getByText("Reload this page and show again that it’s you.")).toBeVisible();
  await page.reload();
  await confirm(page, owner);
  await here.getByRole("button", { name: "Make new recovery codes" }).click();
  await expect(shown.getByRole("listitem")).toHaveCount(10);
  await expect(shown).not.toContainText(recovery);
  await here.getByText("Switch codes off").click();
  await here.getByRole("button", { name: "Switch off" }).click();
  await expect(here.getByText("No code is asked for.")).toBeVisible();
  await signOut(page);
  await givePassword(page, owner);
  await expect(page).toHaveURL("/");
  const done = await asAdministrator((client) =>
    client.query<{ action: string }>("select action from audit_event where owner_id = $1 order by id", [owner.id]),
  );
  expect(done.rows.map(({ action }) => action)).toEqual([
    "keys.startSetUp",
    "keys.switchOn",
    "keys.signInWithRecoveryCode",
    "keys.renewRecoveryCodes",
    "keys.switchOff",
  ]);
});
