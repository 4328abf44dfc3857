// Vouch on a phone: installed, without a connection, and by one thumb.
import type { Page } from "@playwright/test";
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
import { addContact } from "./people";

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
test.use(phone);

/** The service worker has the offline page and answers for this page. */
async function expectWorker(page: Page) {
  await expect.poll(() => page.evaluate(() => Boolean(navigator.serviceWorker.controller))).toBe(true);
}

const offlineHeading = (page: Page) =>
  page.getByRole("heading", { level: 1, name: "You’re offline, or Vouch can’t be reached" });
const waiting = (page: Page) => page.getByRole("region", { name: "Waiting to be sent: 1" });

/** With whom the owner's interactions were, each as the names in order. */
function interactionsOf(owner: Owner): Promise<string[]> {
  return asAdministrator(async (client) => {
    const { rows } = await client.query<{ who: string }>(
      `select string_agg(full_name, ', ' order by full_name) as who
       from interaction
       join interaction_contact using (owner_id)
       join contact on contact.owner_id = interaction.owner_id and contact.id = contact_id
       where interaction.owner_id = $1 and interaction_id = interaction.id
       group by interaction.id`,
      [owner.id],
    );
    return rows.map(({ who }) => who);
  });
}

/** Types an entry into the offline page, and has it kept. */
async function keepMeeting(page: Page, who: string, notes = "") {
  await page.getByRole("textbox", { name: "Who" }).fill(who);
  await page.getByLabel("Notes").fill(notes);
  await page.getByRole("button", { name: "Keep on this device" }).click();
  await expect(page.getByRole("status").getByText("Kept on this device; sent when you are back online.")).toBeVisible();
}

/** Everything that lies in this browser's IndexedDB, as text. */
const storedText = (page: Page) =>
  page.evaluate(async () => {
    const request = indexedDB.open("vouch");
    await new Promise((done) => {
      request.onsuccess = done;
    });
    const texts: string[] = [];
    for (const name of request.result.objectStoreNames) {
      const all = request.result.transaction(name).objectStore(name).getAll();
      await new Promise((done) => {
        all.onsuccess = done;
      });
      for (const value of all.result) {
        texts.push(JSON.stringify(value));
        for (const part of Object.values(value)) {
          if (part instanceof ArrayBuffer || part instanceof Uint8Array) texts.push(new TextDecoder().decode(part));
        }
      }
    }
    request.result.close();
    return texts.join("\n");
  });

test("typed without a connection it is kept, sealed, and sent exactly once, though two tabs send it", async ({
  page,
  context,
  owner,
  complaints,
}) => {
  await addContact(owner, "Ada Lovelace");
  await expectWorker(page);
  const other = await context.newPage();
  await other.goto("/contacts");
  await context.setOffline(true);
  await page.goto("/contacts?q=ada");
  await expect(offlineHeading(page)).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("button", { name: "Keep on this device" }).click();
  await expect(page.getByText("Who was it? Type at least one name.")).toBeVisible();
  await keepMeeting(page, "Ada Lovelace, Zoë Quill", "Tariffs, twice.");
  await expect(waiting(page)).toContainText("Met in person · Ada Lovelace and Zoë Quill");
  await expect(waiting(page)).toContainText("today");
  await page.emulateMedia({ colorScheme: "dark" });
  await expectAccessible(page);
  await page.reload();
  await expect(waiting(page)).toContainText("Tariffs, twice.");
  const stored = await storedText(page);
  expect(stored).toContain("Europe/Oslo");
  expect(stored).not.toMatch(/Tariffs|Quill|Lovelace/);

  const sending = context.waitForEvent("request", (request) => request.url().endsWith("/api/outbox"));
  await context.setOffline(false);
  const sent = (await sending).postDataJSON();
  await expect(waiting(page)).toBeHidden();
  await expect(other.getByRole("status").filter({ hasText: "Waiting" })).toBeHidden();
  expect(await interactionsOf(owner)).toEqual(["Ada Lovelace, Zoë Quill"]);
  const again = await page.request.post("/api/outbox", { data: sent, headers: { origin: new URL(page.url()).origin } });
  expect(await again.json()).toEqual({ saved: [sent.values.id] });
  expect(await interactionsOf(owner)).toEqual(["Ada Lovelace, Zoë Quill"]);
  expect(await storedText(page)).not.toContain(sent.values.id);

  const send = async (data: unknown, origin: string) =>
    (await page.request.post("/api/outbox", { data, headers: { origin } })).status();
  expect(await send({ ...sent, owner: "somebody else" }, new URL(page.url()).origin)).toBe(409);
  expect(await send(sent, "https://elsewhere.example")).toBe(403);
  complaints.length = 0; // the browser tells of what it couldn't reach
});

test("the log form keeps what it couldn’t send, and what was written though the answer got lost stays one", async ({
  page,
  context,
  owner,
  complaints,
}) => {
  await addContact(owner, "Ada Lovelace");
  await page.goto("/log");
  await page.getByRole("combobox", { name: "Who" }).fill("ada lov");
  await page.getByRole("option", { name: "Ada Lovelace" }).tap();
  await page.getByLabel("Notes").fill("Written, but nobody heard.");
  await page.route("**/log", async (route) => {
    await route.fetch();
    await route.abort("connectionreset");
  });
  await page.getByRole("button", { name: "Save" }).tap();
  await expect(page.getByText("Kept on this device; sent when you are back online.")).toBeVisible();
  await page.unroute("**/log");
  await expect(page.getByText("Sent: the meeting with Ada Lovelace.")).toBeVisible(); // again, under the same id
  expect(await interactionsOf(owner)).toEqual(["Ada Lovelace"]);

  await context.setOffline(true);
  await page.getByRole("combobox", { name: "Who" }).fill("Zoë Quill");
  await page.getByRole("radio", { name: "Phone call" }).check();
  await page.getByRole("button", { name: "Save" }).tap();
  await expect(page.getByRole("status").filter({ hasText: "Waiting to be sent: 1" })).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText("Sent: the phone call with Zoë Quill.")).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: "Waiting" })).toBeHidden();
  expect((await interactionsOf(owner)).sort()).toEqual(["Ada Lovelace", "Zoë Quill"]);
  await page.getByRole("article").filter({ hasText: "Zoë Quill" }).getByRole("button", { name: "Undo" }).tap();
  await expect(page.getByText("Taken back.")).toBeVisible();
  expect(await interactionsOf(owner)).toEqual(["Ada Lovelace"]);
  complaints.length = 0;
});

async function signOut(page: Page) {
  await page.getByRole("button", { name: "More" }).tap();
  await page.getByRole("button", { name: "Sign out" }).tap();
}

test("what the server refuses waits, also through signing out, until it is changed", async ({
  page,
  context,
  owner,
  complaints,
}) => {
  await addContact(owner, "Ada Lovelace");
  await addContact(owner, "Ada Lovelace");
  await expectWorker(page);
  await context.setOffline(true);
  await page.goto("/contacts");
  await keepMeeting(page, "Ada Lovelace", "Which of them?");
  await context.setOffline(false);
  await expect(waiting(page)).toContainText("You know more than one Ada Lovelace.");
  await page.getByRole("button", { name: "Go on to Vouch" }).click();
  await expect(page).toHaveURL("/contacts");
  await expect(page.getByRole("status").filter({ hasText: "Needs another look" })).toBeVisible();

  await signOut(page);
  const asked = page.getByRole("dialog", { name: "Something still waits on this device" });
  await expect(asked).toBeVisible();
  await expectAccessible(page);
  await asked.getByRole("button", { name: "Keep and sign out" }).click();
  await expect(page).toHaveURL("/login");
  await context.setOffline(true);
  await page.goto("/contacts");
  await expect(page.getByText("Nobody is signed in on this device.")).toBeVisible();
  await expect(page.getByText("Ada Lovelace")).toBeHidden();
  await context.setOffline(false);

  await signInByForm(page, owner);
  await page.getByRole("status").getByRole("link", { name: "Show" }).click();
  await page.getByRole("button", { name: "Change: Met in person · Ada Lovelace" }).click();
  const form = page.getByRole("region", { name: "Change before it is sent" });
  await expect(form.getByLabel("Notes")).toHaveValue("Which of them?");
  await form.getByRole("textbox", { name: "Who" }).fill("Ada Byron");
  await form.getByRole("button", { name: "Keep the change" }).click();
  await expect(page.getByRole("status").getByText("Sent: the meeting with Ada Byron.")).toBeVisible();
  expect(await interactionsOf(owner)).toEqual(["Ada Byron"]);
  complaints.length = 0;
});

test("what waits is its owner’s alone: nobody else sees or sends it, and it can be deleted", async ({
  page,
  context,
  owner,
  complaints,
}) => {
  await expectWorker(page);
  await context.setOffline(true);
  await page.goto("/");
  await keepMeeting(page, "Secret Friend");
  await keepMeeting(page, "Never Mind");
  await page.getByRole("button", { name: "Delete: Met in person · Never Mind" }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("listitem")).toHaveCount(2);
  await page.getByRole("button", { name: "Delete: Met in person · Never Mind" }).click();
  await expect(page.getByRole("listitem")).toHaveCount(1);
  await context.clearCookies(); // the session has run out meanwhile
  await context.setOffline(false);
  await expect(page.getByText("Please sign in again: then what waits here is sent.")).toBeVisible();

  const neighbour = await newOwner();
  await signInByForm(page, neighbour);
  await expectWorker(page);
  await context.setOffline(true);
  await page.goto("/offline");
  await expect(page.getByRole("button", { name: "Keep on this device" })).toBeVisible();
  await expect(page.getByText("Secret Friend")).toBeHidden();
  await context.setOffline(false);
  await page.getByRole("button", { name: "Go on to Vouch" }).click();
  await signOut(page);
  await expect(page).toHaveURL("/login");
  expect([...(await interactionsOf(owner)), ...(await interactionsOf(neighbour))]).toEqual([]);

  await signInByForm(page, owner);
  await expect(page.getByText("Sent: the meeting with Secret Friend.")).toBeVisible();
  expect(await interactionsOf(owner)).toEqual(["Secret Friend"]);
  complaints.length = 0;
});

test("a meeting is logged by three taps of one thumb, also without script", async ({ page, owner, browser }) => {
  const ada = await addContact(owner, "Ada Lovelace");
  await page.goto(`/contacts/${ada}`);
  await page.getByRole("button", { name: "Met today" }).tap();
  await expect(page.getByText("Logged: you met Ada Lovelace today.")).toBeVisible();
  await page.goto("/");

  await page.getByRole("navigation", { name: "Most used" }).getByRole("link", { name: "Log" }).tap();
  const chip = page.getByRole("group", { name: "Recently in touch" }).getByRole("checkbox", { name: "Ada Lovelace" });
  await chip.tap();
  await expect(chip).toBeChecked();
  const save = page.getByRole("button", { name: "Save" });
  for (const target of [chip, page.getByRole("radio", { name: "Met in person" }), save]) {
    await expect(target).toBeInViewport({ ratio: 1 });
    const box = await target.boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(44);
    expect(box?.width).toBeGreaterThanOrEqual(44);
  }
  await save.tap();
  await expect(page).toHaveURL("/");
  await expect(page.getByText("Logged.")).toBeVisible();
  expect(await interactionsOf(owner)).toHaveLength(2);

  const scriptless = await browser.newContext({
    ...phone,
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const plain = await scriptless.newPage();
  await plain.goto("/log");
  await plain.getByRole("checkbox", { name: "Ada Lovelace" }).tap();
  await plain.getByRole("button", { name: "Save" }).tap();
  await expect(plain.getByRole("status").filter({ hasText: "Logged." })).toBeVisible();
  expect(await interactionsOf(owner)).toEqual(["Ada Lovelace", "Ada Lovelace", "Ada Lovelace"]);
  await scriptless.close();
});

test("it can be installed, and no cache holds anything private", async ({ page, context, owner }) => {
  const ada = await addContact(owner, "Ada Lovelace");
  await expectWorker(page);
  const devtools = await context.newCDPSession(page);
  const { installabilityErrors } = await devtools.send("Page.getInstallabilityErrors");
  const ofVouch = installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito"); // as every test is
  expect(ofVouch).toEqual([]);
  const { errors, data } = await devtools.send("Page.getAppManifest");
  expect(errors).toEqual([]);
  expect(JSON.parse(data ?? "").shortcuts.map(({ name }: { name: string }) => name)).toEqual([
    "Log a meeting",
    "New contact",
    "Ready to connect",
  ]);

  for (const address of ["/", "/contacts", `/contacts/${ada}`, "/log"]) await page.goto(address);
  const cached = await page.evaluate(async () => {
    const files: { path: string; text: string }[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const answer = await cache.match(request, { ignoreVary: true });
        files.push({ path: new URL(request.url).pathname, text: (await answer?.text()) ?? "" });
      }
    }
    return files;
  });
  const pages = cached.filter(({ path }) => !path.startsWith("/_next/static/"));
  expect(pages.map(({ path }) => path)).toEqual(["/offline"]);
  expect(pages[0]?.text).not.toMatch(new RegExp(`${owner.name}|${owner.email}|Ada Lovelace`));
  expect((await page.request.get(`/contacts/${ada}`)).headers()["cache-control"]).toContain("no-store");

  // Another build's worker takes over, with a cache of its own.
  await page.evaluate(() => navigator.serviceWorker.register("/sw.js?build=next", { type: "module" }));
  await expect.poll(() => page.evaluate(() => caches.keys())).toEqual(["vouch-next"]);
});

guestTest.describe("signed out", () => {
  guestTest.use(phone);
  guestTest("a profile shared from another app fills the form, also after signing in", async ({ page }) => {
    const owner = await newOwner();
    const shared = new URLSearchParams({
      title: "Ada Byron - Analytical engines | LinkedIn",
      text: "https://www.linkedin.com/in/ada-byron-1a2b3c?utm_source=share",
    });
    await page.goto(`/contacts/new?${shared}`);
    await page.getByLabel("E-mail").fill(owner.email);
    await page.getByLabel("Password").fill("not the one I chose");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "E-mail and password don’t match." })).toBeVisible();
    await page.getByLabel("Password").fill(owner.password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Ada Byron");
    await page.getByRole("button", { name: "Add contact" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Ada Byron" })).toBeVisible();
    await page.goto(`/contacts/new?${shared}`);
    await expect(page.getByRole("textbox", { name: /LinkedIn/ }).first()).toHaveValue(
      "https://www.linkedin.com/in/ada-byron-1a2b3c/",
    );
  });

  guestTest("the offline page speaks the language of whoever’s device it is", async ({ browser, baseURL }) => {
    const german = await browser.newContext({ ...phone, baseURL: baseURL ?? "", locale: "de-DE" });
    const page = await german.newPage();
    await page.goto("/offline");
    await expect(page.getByRole("heading", { level: 1, name: "Du bist online" })).toBeVisible();
    await expect(page.getByText("Auf diesem Gerät ist niemand angemeldet.")).toBeVisible();
    const owner = await newOwner();
    await page.goto("/login");
    await page.getByLabel("E-Mail").fill(owner.email);
    await page.getByLabel("Passwort").fill(owner.password);
    await page.getByRole("button", { name: "Anmelden" }).click();
    await expect(page.getByRole("navigation", { name: "Most used" })).toBeVisible(); // the owner reads English
    await page.goto("/offline");
    await expect(page.getByRole("heading", { level: 1, name: "You’re online" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Keep on this device" })).toBeVisible();
    await german.close();
  });
});
