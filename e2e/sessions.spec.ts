// Who is signed in where, and how that ends; another password, for whoever knows the old one and whoever doesn't.
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { promisify } from "node:util";
import type { Browser, Page } from "@playwright/test";
import {
  asAdministrator,
  expect,
  expectAccessible,
  guestTest,
  newOwner,
  type Owner,
  signIn,
  signInByForm,
  test,
} from "./fixtures";

const iPhone =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Mobile/15E148 Safari/604.1";

const sessionsOn = (page: Page) => page.getByRole("region", { name: "Where you are signed in" });

/** A second browser of the owner's, as they signed in to it by the form. */
async function openElsewhere(browser: Browser, owner: Owner): Promise<Page> {
  const context = await browser.newContext({ userAgent: iPhone });
  const elsewhere = await context.newPage();
  await signInByForm(elsewhere, owner);
  return elsewhere;
}

test("a session is ended from another browser, at once", async ({ page, owner, browser }) => {
  const elsewhere = await openElsewhere(browser, owner);
  await page.goto("/settings/account");
  const lines = sessionsOn(page).getByRole("listitem");
  await expect(lines).toHaveCount(2);
  await expect(lines.first()).toContainText("this browser");
  await lines.getByRole("button", { name: "Sign out Safari on iPhone" }).click();
  await expect(page.getByText("Safari on iPhone is signed out.")).toBeVisible();
  await expect(lines).toHaveCount(1);
  await expect(sessionsOn(page).getByRole("button", { name: "Sign out everywhere else" })).toBeHidden();
  await elsewhere.getByRole("link", { name: "Contacts" }).first().click();
  await expect(elsewhere.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
  await elsewhere.context().close();
});

test("every other session is ended, then every one", async ({ page, owner, browser }) => {
  const elsewhere = await (await browser.newContext()).newPage();
  await signIn(elsewhere, owner);
  await page.goto("/settings/account");
  const sessions = sessionsOn(page);
  await sessions.getByRole("button", { name: "Sign out everywhere else" }).click();
  await expect(page.getByText("You’re signed out everywhere but here.", { exact: true })).toBeVisible();
  await expect(sessions.getByRole("listitem")).toHaveCount(1);
  await elsewhere.reload();
  await expect(elsewhere).toHaveURL(/\/login/);

  await signIn(elsewhere, owner);
  await sessions.getByText("Sign out everywhere…").click();
  await sessions.getByRole("button", { name: "Sign out everywhere, here too" }).click();
  await expect(page).toHaveURL("/login");
  await elsewhere.reload();
  await expect(elsewhere).toHaveURL(/\/login/);
  await elsewhere.context().close();
});

test("where signing out everywhere fails it is said, and every session goes on", async ({ page, owner }) => {
  await page.goto("/settings/account");
  const sessions = sessionsOn(page);
  await sessions.getByText("Sign out everywhere…").click();
  const name = `kept_${owner.id.replaceAll("-", "")}`;
  await asAdministrator((client) =>
    client.query(`
      create function ${name}() returns trigger language plpgsql as 'begin raise exception ''not now''; end';
      create trigger ${name} before delete on session for each row when (old.user_id = '${owner.id}')
        execute function ${name}()`),
  );
  await sessions.getByRole("button", { name: "Sign out everywhere, here too" }).click();
  await expect(sessions.getByRole("alert")).toBeVisible();
  await asAdministrator((client) => client.query(`drop function ${name} cascade`));
  await page.reload();
  await expect(sessions.getByRole("listitem")).toHaveCount(1);
  await sessions.getByText("Sign out everywhere…").click();
  await sessions.getByRole("button", { name: "Sign out everywhere, here too" }).click();
  await expect(page).toHaveURL("/login");
});

test("another password ends every other session; a wrong old one and a common new one don't pass", async ({
  page,
  owner,
  browser,
}) => {
  const elsewhere = await (await browser.newContext()).newPage();
  await signIn(elsewhere, owner);
  await page.goto("/settings/account");
  const form = page.getByRole("region", { name: "Password" });
  const change = async (current: string, chosen: string) => {
    await form.getByLabel("Current password").fill(current);
    await form.getByLabel("New password").fill(chosen);
    await form.getByRole("button", { name: "Change password" }).click();
  };
  await change("not the one I chose", "quite another battery");
  await expect(form.getByText("This isn’t your current password.")).toBeVisible();
  await change(owner.password, "passwordpassword");
  await expect(form.getByText("Many people have this password, so it is guessed first.")).toBeVisible();
  await change(owner.password, "quite another battery");
  await expect(page.getByText("Password changed. You’re signed out everywhere but here.")).toBeVisible();
  await expect(sessionsOn(page).getByRole("listitem")).toHaveCount(1);
  await elsewhere.reload();
  await expect(elsewhere).toHaveURL(/\/login/);
  await elsewhere.context().close();
});

/** What whoever runs Vouch types for somebody who forgot their password; answers with the link it prints. */
async function resetLink({ email }: Owner): Promise<string> {
  const { E2E_ADMIN_URL: DATABASE_URL, E2E_BASE_URL: VOUCH_URL, ...env } = process.env;
  const { stdout } = await promisify(execFile)("npm", ["run", "reset-password", "--", email], {
    env: { ...env, DATABASE_URL, VOUCH_URL },
  });
  return /http:\S+\/reset\?token=\S+/.exec(stdout)?.[0] ?? stdout;
}

test("a forgotten password: a command makes a link, which works once and ends every session", async ({
  page,
  owner,
  browser,
}) => {
  const link = await resetLink(owner);
  const forgetful = await (await browser.newContext()).newPage();
  await forgetful.goto(link);
  await expectAccessible(forgetful);
  await forgetful.getByLabel("New password").fill("qwertyuiop12");
  await forgetful.getByRole("button", { name: "Set password" }).click();
  await expect(forgetful.getByText("Many people have this password, so it is guessed first.")).toBeVisible();
  await forgetful.getByLabel("New password").fill("quite another battery");
  await forgetful.getByRole("button", { name: "Set password" }).click();
  await expect(forgetful.getByText("Your new password is set. Sign in with it.")).toBeVisible();
  await forgetful.getByLabel("E-mail").fill(owner.email);
  await forgetful.getByLabel("Password").fill("quite another battery");
  await forgetful.getByRole("button", { name: "Sign in" }).click();
  await expect(forgetful).toHaveURL("/");
  const cookie = (await forgetful.context().cookies()).find(({ name }) => name.endsWith("vouch-session"));
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });

  await page.goto("/contacts");
  await expect(page).toHaveURL(/\/login/);
  await page.goto(link);
  await expect(page.getByRole("heading", { level: 1, name: "This link no longer works" })).toBeVisible();
  await forgetful.context().close();
});

const keyOf = (key: string) => createHash("sha256").update(key).digest();

guestTest.describe("a client that says it is somebody else", () => {
  guestTest.use({ extraHTTPHeaders: { "x-forwarded-for": "203.0.113.77" } });

  guestTest("is counted by its connection, and told how long to wait", async ({ page }) => {
    const [connection, claimed] = [keyOf("address:127.0.0.1"), keyOf("address:203.0.113.77")];
    const owner = await newOwner();
    await asAdministrator((client) => client.query("delete from sign_in_failure where key_hash = $1", [connection]));
    const send = async (password: string, tab = page) => {
      await tab.getByLabel("E-mail").fill(owner.email);
      await tab.getByLabel("Password").fill(password);
      await tab.getByRole("button", { name: "Sign in" }).click();
    };
    await page.goto("/login");
    await send("not the one I chose");
    await expect(page.getByRole("alert").filter({ hasText: "E-mail and password don’t match." })).toBeVisible();
    const counted = await asAdministrator((client) =>
      client.query("select key_hash from sign_in_failure where key_hash = any($1)", [[connection, claimed]]),
    );
    expect(counted.rows).toEqual([{ key_hash: connection }]);

    const guessedAt = (failures: number) =>
      asAdministrator((client) =>
        client.query(
          `insert into sign_in_failure (key_hash, failures) values ($1, $2)
           on conflict (key_hash) do update set failures = excluded.failures, last_at = now()`,
          [keyOf(`account:${owner.email}`), failures],
        ),
      );
    await guessedAt(100);
    await send(owner.password);
    await expect(page.getByText("Too many tries. Please wait 15 minutes and try again.")).toBeVisible();

    // Whoever was in before by this browser isn't kept out by what others guess.
    await guessedAt(0);
    await send(owner.password);
    await expect(page).toHaveURL("/");
    await guessedAt(100);
    await page.getByRole("button", { name: "Sign out" }).click();
    await expect(page).toHaveURL("/login");
    const tab = await page.context().newPage();
    await tab.goto("/login");
    await send(owner.password);
    await expect(page).toHaveURL("/");

    // Signed in again by a form that was still open, the same browser has one session, not two.
    await send(owner.password, tab);
    await expect(tab).toHaveURL("/");
    await tab.goto("/settings/account");
    await expect(sessionsOn(tab).getByRole("listitem")).toHaveCount(1);
  });
});
