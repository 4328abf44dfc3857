// Without a connection: what is typed is kept, sealed, and sent exactly once by whoever typed it.
import type { Page } from "@playwright/test";
import { expect, expectAccessible, newOwner, signInByForm, test } from "./fixtures";
import { addContact } from "./people";
import { expectWorker, interactionsOf, phone } from "./phone";

test.use(phone);

const offlineHeading = (page: Page) =>
  page.getByRole("heading", { level: 1, name: "You’re offline, or Vouch can’t be reached" });
const waiting = (page: Page) => page.getByRole("region", { name: "Waiting to be sent: 1" });
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
  const formerly = await storedText(page);
  await signInByForm(page, neighbour);
  await expect.poll(() => storedText(page)).not.toBe(formerly); // whose the device is says the script of the first page
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
