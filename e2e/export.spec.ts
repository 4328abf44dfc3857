import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { get, type IncomingMessage } from "node:http";
import type { Page } from "@playwright/test";
import { addBusyDesk } from "./busy-desk";
import { confirm } from "./confirm";
import { asAdministrator, expect, expectAccessible, newOwner, signIn, test } from "./fixtures";
import { addContact, addContacts } from "./people";

/** Presses a file's button on /data; answers with its name and what is in it. */
async function take(page: Page, what: string) {
  const started = page.waitForEvent("download");
  await page.getByRole("link", { name: `Download: ${what}` }).click();
  const download = await started;
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
}

test("nothing to take from an empty Vouch; then every file, with what was recorded in it", async ({ page, owner }) => {
  await page.goto("/data");
  await expect(page.getByText("Nothing to take yet")).toBeVisible();
  await expectAccessible(page);

  await addBusyDesk(owner);
  await page.reload();
  await expect(page.getByRole("region", { name: "Take it with you" })).toBeVisible();
  await expectAccessible(page);
  await expect(page.getByRole("region", { name: "Coming from another Vouch?" })).toBeHidden();

  const everything = await take(page, "Everything");
  expect(everything.name).toMatch(/^vouch-everything-\d{4}-\d\d-\d\d\.json$/);
  const { format, version, tables } = JSON.parse(everything.text);
  expect({ format, version }).toEqual({ format: "vouch", version: 3 });
  expect(tables.contact).toHaveLength(5);
  expect(tables.follow_up).toMatchObject([{ title: "Send the tariff study" }]);

  const table = await take(page, "Contacts, as a table");
  expect(table.name).toMatch(/^vouch-contacts-.*\.csv$/);
  expect(table.text.split("\r\n")[0]).toMatch(/^\uFEFFVouch id,Name,/);
  expect(table.text).toContain("Lena Okafor");
  const cards = await take(page, "Contacts, as address cards");
  expect(cards.text.match(/BEGIN:VCARD\r\nVERSION:4\.0/g)).toHaveLength(5);
  const happened = await take(page, "What happened, as a table");
  expect(happened.text).toContain("IN_PERSON,JOINT,NORMAL,Lena Okafor");
  const calendar = await take(page, "What happened and follow-ups, as a calendar");
  expect(calendar.text).toContain("SUMMARY:Send the tariff study · Lena Okafor");
  expect(calendar.text).toContain("SUMMARY:Met in person: Lena Okafor");
});

test("who was merged stays merged where everything is brought back, and there is no way back offered", async ({
  page,
  browser,
}) => {
  const before = await newOwner();
  await addContacts(before, ["Lena Okafor", "Lena Okafor"]);
  const elsewhere = await browser.newContext();
  const theirs = await elsewhere.newPage();
  await signIn(theirs, before);
  await theirs.goto("/contacts/duplicates?show=perhaps");
  await theirs.getByRole("button", { name: "One person: merge" }).click();
  await expect(theirs.getByRole("button", { name: "Undo the merge into Lena Okafor" })).toBeVisible();
  const file = await (await elsewhere.request.get("/api/exports/everything.json")).body();
  await elsewhere.close();

  await page.goto("/data");
  await page.getByLabel("A file “vouch-everything-….json”").setInputFiles({
    ...{ name: "vouch-everything.json", mimeType: "application/json", buffer: file },
  });
  await page.getByRole("button", { name: "Bring everything back" }).click();
  await expect(page.getByText("Everything is back: 1 contact and all that belongs to it.")).toBeVisible();
  await page.goto("/contacts/duplicates?show=decided");
  await expect(page.getByRole("link", { name: "Lena Okafor → Lena Okafor" })).toBeVisible();
  await expect(page.getByText("in the Vouch you came from: can’t be undone here", { exact: false })).toBeVisible();
  await expect(page.getByRole("button", { name: /Undo/ })).toHaveCount(0);
  await expectAccessible(page);
});

test("an export can't be mixed into what was recorded meanwhile, and says so", async ({ page, owner }) => {
  const empty = await (await page.request.get("/api/exports/everything.json")).body();
  await page.goto("/data");
  await addContact(owner, "Ada Byron");
  await page.getByLabel("A file “vouch-everything-….json”").setInputFiles({
    ...{ name: "vouch-everything.json", mimeType: "application/json", buffer: empty },
  });
  await page.getByRole("button", { name: "Bring everything back" }).click();
  await expect(
    page.getByRole("alert").filter({ hasText: "An export can only be brought into an empty Vouch" }),
  ).toBeVisible();
});

test("who goes away in the middle of a download leaves nothing open in the database", async ({
  page,
  owner,
  baseURL,
}) => {
  await asAdministrator(async (client) => {
    // As whoever writes a great deal does, statistics are taken at once, and by nobody else: it takes seconds for notes as long
    // as these, for which the next owner's restore would wait.
    await client.query("begin");
    await client.query("lock table interaction in share update exclusive mode");
    await client.query(
      `insert into interaction (owner_id, kind, occurred_at, notes)
       select $1, 'CALL', now(), repeat('What was said. ', 500) from generate_series(1, 2000)`,
      [owner.id],
    );
    await client.query("analyze interaction");
    await client.query("commit");
  });
  const open = () =>
    asAdministrator(async (client) => {
      const { rowCount } = await client.query(
        `select from pg_stat_activity where state = 'idle in transaction' and query like '%export_rows(%' and datname = current_database()`,
      );
      return rowCount;
    });
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const [response] = (await once(
    get(new URL("/api/exports/everything.json", baseURL), { headers: { cookie } }),
    "response",
  )) as [IncomingMessage];
  // Nobody reads on: it is made no further than that.
  await expect.poll(open).toBe(1);
  response.destroy();
  await expect.poll(open).toBe(0);
});

test("everything is brought back into an empty Vouch, once, and what is broken is named", async ({ page, browser }) => {
  const before = await newOwner();
  await addBusyDesk(before);
  const elsewhere = await browser.newContext();
  await signIn(await elsewhere.newPage(), before);
  const file = await (await elsewhere.request.get("/api/exports/everything.json")).body();
  await elsewhere.close();

  const bring = async (buffer: Buffer) => {
    await page.getByLabel("A file “vouch-everything-….json”").setInputFiles({
      ...{ name: "vouch-everything.json", mimeType: "application/json", buffer },
    });
    await page.getByRole("button", { name: "Bring everything back" }).click();
  };
  await page.goto("/data");
  await bring(Buffer.from(file.toString().replace('"full_name":"Priya Raman"', '"full_name":7')));
  await expect(page.getByRole("alert").filter({ hasText: /line \d+ \(“contact”\).*“full_name”/ })).toBeVisible();
  await expect(page.getByText("Nothing was written.")).toBeVisible();
  await expectAccessible(page);

  await bring(file);
  await expect(page.getByText("Everything is back: 5 contacts and all that belongs to them.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Bring everything back" })).toBeHidden();
  await page.getByRole("link", { name: /Ready to connect/ }).click();
  await expect(page.getByText("Lena Okafor").first()).toBeVisible();
});

test("a calendar program reads the feed without a session, until its address is made anew or stopped", async ({
  page,
  owner,
  browser,
}) => {
  await addBusyDesk(owner);
  const calendar = await browser.newContext(); // no cookies
  const status = async (address: string) => (await calendar.request.get(address)).status();
  const address = page.getByLabel("The address, shown only now");
  await page.goto("/data");
  await page.getByRole("button", { name: "Make an address" }).click();
  await expect(address).toHaveValue(/\/api\/calendar\/[\w-]{43}\.ics$/);
  const first = await address.inputValue();
  await expectAccessible(page);

  const read = await calendar.request.get(first);
  expect(await read.text()).toContain("SUMMARY:Send the tariff study · Lena Okafor");
  const { etag = "", "cache-control": cache } = read.headers();
  expect(cache).toBe("private, no-cache");
  expect((await calendar.request.get(first, { headers: { "if-none-match": etag } })).status()).toBe(304);
  expect(await status(first.replace(/.{5}\.ics$/, "AAAAA.ics"))).toBe(404);

  await page.reload();
  await expect(page.getByText("There is an address, made", { exact: false })).toBeVisible();
  await expect(address).toBeHidden();
  await page.getByLabel("Show my notes in it").check();
  await page.getByRole("button", { name: "Make a new address" }).click();
  await expect(address).toBeVisible();
  const second = await address.inputValue();
  expect(await status(first)).toBe(404);
  expect(await status(second)).toBe(200);
  await page.getByText("Stop it", { exact: true }).first().click(); // asks first: it can’t be undone
  await page.getByRole("button", { name: "Stop it" }).click();
  await expect(page.getByRole("button", { name: "Make an address" })).toBeVisible();
  expect(await status(second)).toBe(404);
  await calendar.close();
});

test("an account is deleted after its e-mail is typed, with everything in it", async ({ page, owner }) => {
  await addBusyDesk(owner);
  await page.goto("/settings/account");
  await page.getByText("Delete my account…").click();
  const leaving = page.getByRole("region", { name: "Delete your account" });
  await expect(leaving.getByText("First show that it’s you")).toBeVisible();
  await confirm(page, owner);
  const email = page.getByLabel(`To confirm, type ${owner.email}`);
  const erase = page.getByRole("button", { name: "Delete my account and everything in it" });
  await email.fill("somebody.else@example.test");
  await erase.click();
  await expect(page.getByText("This isn’t the e-mail of your account.", { exact: false })).toBeVisible();
  await expectAccessible(page);

  await email.fill(owner.email.toUpperCase());
  await erase.click();
  await expect(page).toHaveURL("/login?left=1");
  await expect(page.getByText("Your account and everything in it are deleted.", { exact: false })).toBeVisible();
  await expectAccessible(page);
  await page.goto("/contacts");
  await expect(page).toHaveURL("/login?next=%2Fcontacts");
  const left = await asAdministrator(async (client) => {
    const contacts = await client.query("select from contact where owner_id = $1", [owner.id]);
    const accounts = await client.query("select from app_user where id = $1", [owner.id]);
    return [contacts.rowCount, accounts.rowCount];
  });
  expect(left).toEqual([0, 0]);
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });
  test("a calendar address is shown, and everything can be brought back", async ({ page }) => {
    await page.goto("/data");
    await page.getByRole("button", { name: "Make an address" }).click();
    await expect(page.getByLabel("The address, shown only now")).toHaveValue(/\.ics$/);
    const empty = await page.request.get("/api/exports/everything.json");
    await page.getByLabel("A file “vouch-everything-….json”").setInputFiles({
      ...{ name: "a.json", mimeType: "application/json", buffer: await empty.body() },
    });
    await page.getByRole("button", { name: "Bring everything back" }).click();
    await expect(page.getByText("Everything is back: no contacts, as in the file.")).toBeVisible();
  });
});
