// Further people: invited, let in, closed out.
import { confirm, toMakeAdministrators } from "./confirm";
import { expect, expectAccessible, newOwner, signIn, signInByForm, test } from "./fixtures";
import { addContact } from "./people";
import { invite, makeAdministrator } from "./people-page";

const password = "a sentence of my own";

test("an administrator invites somebody, who has a place of their own", async ({ page, owner, browser }) => {
  await makeAdministrator(owner);
  await addContact(owner, "Lena Okafor");
  const link = await invite(page, "Ida Invited");
  const context = await browser.newContext();
  const theirs = await context.newPage();
  await theirs.goto(link);
  await expectAccessible(theirs);
  await theirs.getByLabel("Your name").fill("Ida Invited");
  await theirs.getByLabel("E-mail").fill(owner.email);
  await theirs.getByLabel("Password").fill(password);
  await theirs.getByRole("button", { name: "Create my account" }).click();
  await expect(theirs.getByText("There is an account with this e-mail already.")).toBeVisible();
  await theirs.getByLabel("E-mail").fill(`ida.${owner.email}`);
  await theirs.getByRole("button", { name: "Create my account" }).click();
  await expect(theirs).toHaveURL("/");
  await theirs.goto("/contacts?q=lena");
  await expect(theirs.getByRole("link", { name: "Add “lena”" })).toBeVisible();
  await theirs.goto("/settings/people");
  await expect(theirs.getByRole("heading", { name: "There is nothing here" })).toBeVisible();
  await context.close();
});

test("who makes somebody administrator shows first who they are, and nobody steps down by one click", async ({
  page,
  owner,
  complaints,
}) => {
  await makeAdministrator(owner);
  const other = await newOwner();
  await page.goto(`/settings/people?q=${other.email}`);
  await page.getByRole("button", { name: "Make administrator: Max Moreau" }).click();
  await expect(page.getByText("First show that it’s you, under “Making an administrator”")).toBeVisible();
  const invitations = page.getByRole("region", { name: "Invitations" });
  await invitations.getByLabel("For whom").fill("Ida Invited");
  await invitations.getByLabel("Administrator").check();
  await invitations.getByRole("button", { name: "Make a link" }).click();
  await expect(invitations.getByText("First show that it’s you, under “Making an administrator”")).toBeVisible();
  await expect(invitations.getByLabel("For whom")).toHaveValue("Ida Invited");
  await confirm(page, owner, toMakeAdministrators);
  await expectAccessible(page);
  await expect(invitations.getByLabel("For whom")).toHaveValue("Ida Invited");
  await invitations.getByRole("button", { name: "Make a link" }).click();
  await expect(invitations.getByLabel("The link")).toHaveValue(/\/join\?token=/);
  await page.getByRole("button", { name: "Make administrator: Max Moreau" }).click();
  await expect(page.getByText("Max Moreau is an administrator now.")).toBeVisible();

  await page.goto(`/settings/people?q=${owner.email}`);
  await page.getByText("Make owner", { exact: true }).click();
  await expect(page.getByText("Only another administrator can make you one again.", { exact: false })).toBeVisible();
  await page.getByRole("button", { name: "Be an owner only" }).click();
  await expect(page).toHaveURL("/settings/account");
  await page.goto("/settings/people");
  await expect(page.getByRole("heading", { name: "There is nothing here" })).toBeVisible();
  complaints.length = 0; // of just that
});

test("whom an administrator closes out is signed out and can’t sign in, until it is opened again", async ({
  page,
  owner,
  browser,
}) => {
  const context = await browser.newContext();
  const boss = await context.newPage();
  const administrator = await newOwner();
  await makeAdministrator(administrator);
  await signIn(boss, administrator);
  await boss.goto(`/settings/people?q=${owner.email}`);
  await boss.getByRole("button", { name: "Close: Max Moreau" }).click();
  await expect(boss.getByText("Max Moreau is signed out everywhere")).toBeVisible();

  await page.goto("/contacts");
  await expect(page).toHaveURL("/login?next=%2Fcontacts");
  await page.getByLabel("E-mail").fill(owner.email);
  await page.getByLabel("Password").fill(owner.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("This account is closed.")).toBeVisible();
  await boss.getByRole("button", { name: "Open again: Max Moreau" }).click();
  await expect(boss.getByText("Max Moreau can sign in again.")).toBeVisible();
  await signInByForm(page, owner);
  await page.goto("/settings/history");
  const lines = page.getByRole("main").getByRole("listitem");
  await expect(lines.filter({ hasText: "Your account was" }).first()).toHaveText(/opened again.*by an administrator/);
  await expect(lines.filter({ hasText: "by an administrator" })).toHaveCount(2);
  await context.close();
});
