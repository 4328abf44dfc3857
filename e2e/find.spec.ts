// The palette: everything of the owner's and every command from the keyboard, and a call noted on the way.

import type { Locator, Page } from "@playwright/test";
import { asAdministrator, dayFromToday, expect, expectAccessible, type Owner, signIn, test } from "./fixtures";
import { addContact, addReadyContact } from "./people";

/** Opens it by its key. Keys pressed before the page's script is there are lost: so, again. */
async function openPalette(page: Page, key = "/"): Promise<Locator> {
  const palette = page.getByRole("dialog", { name: "Find anything" });
  await expect(async () => {
    await page.keyboard.press(key);
    await expect(palette.getByRole("combobox", { name: "Find anything" })).toBeFocused({ timeout: 5_000 });
  }).toPass();
  return palette;
}

/** A call with somebody, and what was said. */
async function addCall(owner: Owner, contactId: string, notes: string) {
  await asAdministrator((client) =>
    client.query(
      `with logged as (
         insert into interaction (owner_id, kind, occurred_at, notes) values ($1, 'CALL', now() - interval '3 days', $3) returning id
       )
       insert into interaction_contact (owner_id, interaction_id, contact_id) select $1, id, $2 from logged`,
      [owner.id, contactId, notes],
    ),
  );
}

const chosen = (palette: Locator) => palette.getByRole("option", { selected: true });

test("a call is noted without leaving the palette, and taken back; the focus goes back to where it was", async ({
  page,
  owner,
}) => {
  const nadia = await addContact(owner, "Nadia Petrov");
  await addContact(owner, "Nadia Brüggemann");
  await page.goto("/contacts");
  const lastLink = page.getByRole("link", { name: "Nadia Petrov" });
  await openPalette(page); // once its script is there, one press opens it
  await page.keyboard.press("Escape");
  await lastLink.focus();
  const palette = await openPalette(page);
  await page.keyboard.type("Petrof");
  await expect(chosen(palette)).toContainText("Nadia Petrov");
  await expect(palette.getByRole("status").first()).toHaveText(/suggestion/);
  await page.keyboard.press("ArrowRight");
  const actions = palette.getByRole("list", { name: "What to do with Nadia Petrov" });
  await expect(actions.getByRole("button", { name: "Log what happened" })).toBeFocused();
  await expect(palette.getByRole("region", { name: "Nadia Petrov at a glance" })).toContainText("Next step");
  await expectAccessible(page);

  await page.keyboard.press("l");
  await expect(palette.getByRole("radio", { name: "Met in person" })).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(palette.getByRole("radio", { name: "Phone call" })).toBeChecked();
  await palette.getByLabel("Day").fill("2199-01-01");
  await palette.getByLabel("Notes").focus();
  await page.keyboard.type("Tariffs, briefly.");
  await page.keyboard.press("Escape"); // by mistake
  await expect(actions.getByRole("button", { name: "Log what happened" })).toBeFocused();
  await page.keyboard.press("l");
  await expect(palette.getByRole("radio", { name: "Phone call" })).toBeChecked();
  await expect(palette.getByLabel("Notes")).toHaveValue("Tariffs, briefly.");
  await palette.getByLabel("Notes").focus();
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(palette.getByText("This is still to come.")).toBeVisible();
  await expect(palette.getByLabel("Notes")).toHaveValue("Tariffs, briefly.");
  await expectAccessible(page);
  await palette.getByLabel("Day").fill(dayFromToday(0));
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(palette).toBeHidden();
  await expect(page.getByText("Logged.")).toBeVisible();
  await expect(lastLink).toBeFocused();

  await openPalette(page, "ControlOrMeta+k");
  await page.keyboard.type("tariff");
  await expect(chosen(palette)).toContainText("Tariffs, briefly.");
  await page.keyboard.press("Escape");
  await expect(palette).toBeHidden();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Taken back.")).toBeVisible();
  await page.goto(`/contacts/${nadia}`);
  await expect(page.getByText("Tariffs, briefly.")).toHaveCount(0);
});

test("a follow-up is noted, steps lead back one at a time, and what is due stands there next time", async ({
  page,
  owner,
}) => {
  await addContact(owner, "Anna Brüggemann");
  await page.goto("/settings");
  const palette = await openPalette(page);
  await page.keyboard.type("bruggeman");
  await expect(chosen(palette)).toContainText("Anna Brüggemann");
  await page.keyboard.press("ArrowRight");
  await expect(palette.getByRole("button", { name: "Log what happened" })).toBeFocused(); // the first time it is loaded
  await page.keyboard.press("f");
  await expect(palette.getByLabel("What", { exact: true })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(palette.getByRole("button", { name: "Log what happened" })).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await expect(palette.getByRole("combobox")).toHaveValue("bruggeman");
  await expect(palette.getByRole("combobox")).toBeFocused();
  await expect(chosen(palette)).toContainText("Anna Brüggemann");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("f");
  await page.keyboard.type("Send the tariff study");
  await palette.getByLabel("Due").fill(dayFromToday(0));
  await page.keyboard.press("Enter");
  await expect(page.getByText("Noted.")).toBeVisible();
  await openPalette(page);
  await expect(palette.getByRole("group", { name: "Due" }).getByRole("option")).toContainText("Send the tariff study");
  await expect(palette.getByRole("group", { name: "Commands" })).toContainText("Log a meeting");
  await page.keyboard.press("Enter"); // the first is chosen
  await expect(page.getByRole("heading", { level: 1, name: "Anna Brüggemann" })).toBeVisible();
});

test("Space held is a look and a tap is a space; a slash in a text is a slash; commands by any word", async ({
  page,
  owner,
}) => {
  const lena = await addReadyContact(owner, "Lena Okafor");
  await addCall(owner, lena, "She keeps bees in Łódź.");
  await page.goto("/");
  const palette = await openPalette(page);
  await expect(palette.getByRole("group", { name: "In touch lately" })).toContainText("Lena Okafor");
  await page.keyboard.type("lena okaf");
  await expect(palette.getByRole("combobox")).toHaveValue("lena okaf");
  await expect(chosen(palette)).toContainText("Lena Okafor");
  await page.keyboard.down("Space");
  const look = palette.getByRole("region", { name: "Lena Okafor at a glance" });
  await expect(look).toContainText("Ready");
  await expect(palette.getByRole("combobox")).toHaveValue("lena okaf");
  await expectAccessible(page);
  await page.keyboard.up("Space");
  await expect(look).toBeHidden();

  await palette.getByRole("combobox").fill("lodz bees");
  await expect(chosen(palette)).toContainText("She keeps bees in Łódź.");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Edit what happened" })).toBeVisible();
  const notes = page.getByLabel("Notes");
  await notes.press("End");
  await page.keyboard.type(" 1/2");
  await expect(notes).toHaveValue("She keeps bees in Łódź. 1/2");
  await openPalette(page, "ControlOrMeta+k");
  await page.keyboard.type("vcard");
  await expect(chosen(palette)).toHaveText("Import");
  await palette.getByRole("combobox").fill("meeting");
  await page.keyboard.press("Enter");
  await expect(
    page.getByRole("dialog", { name: "Log a meeting" }).getByRole("combobox", { name: "Who" }),
  ).toBeFocused();
  await page.keyboard.press("Escape");

  await openPalette(page);
  await page.keyboard.type("Zoë Quill");
  await expect(palette.getByRole("option", { name: "Search all contacts for “Zoë Quill”" })).toBeVisible();
  await palette.getByRole("option", { name: "Add “Zoë Quill” as a new contact" }).click();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Zoë Quill");
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`on a phone, in ${colorScheme}`, () => {
    test.use({ colorScheme, viewport: { width: 390, height: 844 }, hasTouch: true });

    test("the palette is the whole screen, and accessible", async ({ page, owner }) => {
      await addCall(owner, await addContact(owner, "Lena Okafor"), "Talked about bees.");
      await page.goto("/");
      const palette = page.getByRole("dialog", { name: "Find anything" });
      await page.getByRole("searchbox", { name: "Find anything" }).tap();
      await expect(palette.getByRole("combobox")).toBeFocused();
      await expect(palette.getByRole("group", { name: "In touch lately" })).toBeVisible();
      await expectAccessible(page);
      await page.keyboard.type("bees");
      await expect(palette.getByRole("group", { name: "What happened" })).toBeVisible();
      await expectAccessible(page);
      await palette.getByRole("button", { name: "Close" }).tap();
      await expect(palette).toBeHidden();
    });
  });
}

test("without script the box is a form that searches the contacts", async ({ browser, owner }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page, owner);
  await page.getByRole("searchbox", { name: "Find anything" }).fill("okafor");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/contacts?q=okafor");
  await context.close();
});

test("the search is the owner’s, and only for Vouch’s own pages", async ({ page, browser, baseURL }) => {
  for (const address of ["/api/search", "/api/search/peek"]) {
    expect((await page.request.post(address, { data: { q: "a" } })).status()).toBe(403);
    const stranger = await browser.newContext();
    const headers = { origin: baseURL ?? "" };
    expect((await stranger.request.post(address, { data: { q: "a" }, headers })).status()).toBe(401);
    await stranger.close();
  }
});
