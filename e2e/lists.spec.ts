// The list of contacts: found by a filter that is text, kept as a view, arranged, walked through by keys, changed as a whole.
import type { Page } from "@playwright/test";
import { asAdministrator, expect, expectAccessible, type Owner, test } from "./fixtures";
import { addContacts, addReadyContact } from "./people";

const row = (page: Page, name: string) => page.getByRole("row", { name });
const undo = (page: Page, said: string) =>
  page.getByRole("article").filter({ hasText: said }).getByRole("button", { name: "Undo" });

async function setCompany(owner: Owner, ids: string[], company: string) {
  await asAdministrator((client) =>
    client.query("update contact set company = $3 where owner_id = $1 and id = any($2::uuid[])", [
      owner.id,
      ids,
      company,
    ]),
  );
}

/** Keys pressed before the page's script is there are lost: so, again. */
async function pressUntil(page: Page, key: string, heard: () => Promise<void>) {
  await expect(async () => {
    await page.keyboard.press(key);
    await heard();
  }).toPass();
}

test("a filter is typed, kept as a view with its order and columns, shown first, renamed, deleted and brought back", async ({
  page,
  owner,
}) => {
  const ids = await addContacts(owner, ["Anna Acme", "Björn Globex", "Carla Acme"]);
  await setCompany(owner, [ids[0] ?? "", ids[2] ?? ""], "Acme, Inc");
  await addReadyContact(owner, "Rita Ready");
  await page.goto("/contacts?verdict=READY"); // as it was written before there was a syntax
  await expect(page.getByText("1 person found")).toBeVisible();
  await expect(row(page, "Rita Ready")).toBeVisible();
  await page.getByRole("link", { name: "Remove the filter Verdict: Ready" }).click();
  await expect(page).toHaveURL("/contacts");

  const filter = page.getByRole("combobox", { name: "Filter" });
  await pressUntil(page, "f", () => expect(filter).toBeFocused({ timeout: 2_000 }));
  await page.keyboard.type("verd");
  await expect(page.getByRole("option", { name: "verdict:" })).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.keyboard.type("bui");
  await expect(page.getByRole("option", { name: "building Building" })).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(filter).toHaveValue("verdict:building ");
  await page.keyboard.type("company:acme colour:red");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/contacts?q=verdict:building+company:acme+colour:red");
  await expect(page.getByText("There is no filter “colour”.")).toBeVisible();
  await expect(page.getByText("2 people found")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Remove the filter colour:red" }).click();
  await expect(filter).toHaveValue("verdict:building company:acme");
  await page.getByRole("link", { name: "Name", exact: true }).click();
  await expect(page).toHaveURL("/contacts?q=verdict:building+company:acme&order=desc");
  await expect(page.getByRole("columnheader", { name: "Name" })).toHaveAttribute("aria-sort", "descending");

  await page.getByRole("button", { name: "Save view" }).click();
  const dialog = page.getByRole("dialog", { name: "Save this view" });
  await dialog.getByRole("button", { name: "Save view" }).click();
  await expect(dialog.getByText("Please fill this in.")).toBeVisible();
  await dialog.getByLabel("Name").fill("Acme builders");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Acme builders is saved.")).toBeVisible();
  const tabs = page.getByRole("navigation", { name: "Views" });
  await expect(tabs.getByRole("link", { name: "Acme builders" })).toHaveAttribute("aria-current", "page");

  await page.getByRole("button", { name: "Change Acme builders" }).click();
  await page.getByRole("menuitem", { name: "Show first" }).click();
  await expect(page.getByText("Contacts open with Acme builders now.")).toBeVisible();
  await page.goto("/contacts");
  await expect(row(page, "Carla Acme")).toHaveAttribute("aria-rowindex", "2");
  await expect(page.getByText("2 people found")).toBeVisible();
  await tabs.getByRole("link", { name: "Everybody" }).click();
  await expect(page.getByText("4 people")).toBeVisible();
  await tabs.getByRole("link", { name: "Acme builders" }).click();
  await expect(page.getByText("2 people found")).toBeVisible();

  await page.getByRole("button", { name: "Change Acme builders" }).click();
  await page.getByRole("menuitem", { name: "Rename…" }).click();
  await page.getByRole("dialog", { name: "Rename Acme builders" }).getByLabel("Name").fill("Builders");
  await page.keyboard.press("Enter");
  await expect(tabs.getByRole("link", { name: "Builders", exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Change Builders" }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await expect(page.getByText("Builders is deleted.")).toBeVisible();
  await expect(tabs).toBeHidden();
  await undo(page, "Builders is deleted.").click();
  await expect(tabs.getByRole("link", { name: "Builders", exact: true })).toBeVisible();
});

test("columns are chosen, ordered and made wider by the keyboard, and are so when one comes back", async ({
  page,
  owner,
}) => {
  await addContacts(owner, ["Anna Berg", "Carla Dahl"]);
  await page.goto("/contacts");
  const heads = () => page.getByRole("columnheader").allInnerTexts();
  const kept = () => page.waitForResponse((response) => response.request().method() === "POST" && response.ok());
  await expect(page.getByRole("columnheader", { name: "Verdict" })).toBeVisible();
  await expect(page.getByRole("columnheader", { name: "Strength" })).toBeVisible();

  const open = page.getByRole("button", { name: "Columns", exact: true }); // beside the one in the dialog while that closes
  const dialog = page.getByRole("dialog", { name: "Columns and rows" });
  await open.focus();
  await pressUntil(page, "Enter", () => expect(dialog).toBeVisible({ timeout: 2_000 }));
  await dialog.getByRole("checkbox", { name: "Tags" }).focus();
  await page.keyboard.press("Space");
  await dialog.getByRole("checkbox", { name: "Company" }).focus();
  await page.keyboard.press("Space");
  await dialog.getByRole("button", { name: "Move Company up" }).focus();
  await page.keyboard.press("Enter");
  await expect(dialog.getByText("Company is number 3.")).toBeAttached();
  await expectAccessible(page);
  const saved = kept();
  await dialog.getByRole("radio", { name: "Compact" }).focus();
  await page.keyboard.press("Space");
  await saved;
  await page.keyboard.press("Escape");
  await expect(open).toBeFocused();

  const width = page.getByRole("separator", { name: "Width of Company" });
  await expect(width).toHaveAttribute("aria-valuenow", "180");
  const savedAgain = kept();
  await width.focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(width).toHaveAttribute("aria-valuenow", "212");
  await savedAgain;

  await page.reload();
  await expect(width).toHaveAttribute("aria-valuenow", "212");
  expect((await heads()).map((text) => text.replace(" ↑", "")).filter(Boolean)).toEqual([
    ...["Name", "Verdict", "Strength", "Company", "Last contact"],
  ]);
  await open.click();
  await expect(dialog.getByRole("radio", { name: "Compact" })).toBeChecked();
  await dialog.getByRole("button", { name: "Back to the usual columns" }).click();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("columnheader", { name: "Tags" })).toBeVisible();
});

test("three thousand people: keys, letters and the scrollbar lead anywhere, few rows are drawn, and Back finds the place", async ({
  page,
  owner,
}) => {
  const letters = "abcdefghijklmnopqrstuvwxyz".toUpperCase();
  await addContacts(
    owner,
    Array.from({ length: 3000 }, (_, n) => `${letters[n % 26]}${String(n).padStart(4, "0")} Person`),
  );
  await page.goto("/contacts");
  const table = page.getByRole("table", { name: "Contacts" });
  await expect(table).toHaveAttribute("aria-rowcount", "3001");
  const first = page.getByRole("link", { name: "A0000 Person" });
  await pressUntil(page, "j", () => expect(first).toBeFocused({ timeout: 2_000 }));
  for (let n = 0; n < 60; n++) await page.keyboard.press("j");
  await expect(page.getByRole("link", { name: "A1560 Person" })).toBeFocused();
  await page.keyboard.press("k");
  await expect(page.getByRole("link", { name: "A1534 Person" })).toBeFocused();

  await page
    .getByRole("navigation", { name: "Jump to a letter" })
    .getByRole("link", { name: "Q", exact: true })
    .click();
  await expect(page.getByRole("link", { name: "Q0016 Person" })).toBeInViewport();
  await page.mouse.wheel(0, -300); // and on from there, backwards
  await expect(page.getByRole("link", { name: "P2979 Person" })).toBeInViewport();
  await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight / 2));
  await expect(page.getByRole("link", { name: "M2976 Person" })).toBeInViewport();
  await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
  await expect(page.getByRole("link", { name: "Z2989 Person" })).toBeVisible();
  expect(await page.getByRole("row").count()).toBeLessThan(120);
  await expect(row(page, "Z2989 Person")).toHaveAttribute("aria-rowindex", "3001");
  await expectAccessible(page);

  await page.getByRole("link", { name: "Z2937 Person" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Z2937 Person" })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("link", { name: "Z2937 Person" })).toBeInViewport();
});

test("some, and then all that match, are tagged, planned for and thrown away, and everything comes back", async ({
  page,
  owner,
}) => {
  const names = Array.from({ length: 70 }, (_, n) => `Person ${String(n).padStart(2, "0")}`);
  const ids = await addContacts(owner, names);
  await setCompany(owner, ids.slice(0, 60), "Acme");
  await page.goto("/contacts?q=company:acme");
  await expect(page.getByText("60 people found")).toBeVisible();
  const bar = page.getByRole("region", { name: "Selection" });
  await pressUntil(page, "j", () =>
    expect(page.getByRole("link", { name: "Person 00" })).toBeFocused({ timeout: 2_000 }),
  );
  await page.keyboard.press("x");
  await page.keyboard.press("Shift+J");
  await page.keyboard.press("Shift+J");
  await expect(page.getByRole("status").filter({ hasText: "3 people selected" })).toBeAttached();
  await expect(bar.getByRole("link", { name: "Merge" })).toHaveAttribute(
    "href",
    `/contacts/duplicates?with=${ids.slice(0, 3).join(",")}`,
  );
  await page.keyboard.press("Escape");
  await expect(bar).toBeHidden();

  await page.keyboard.press("ControlOrMeta+a");
  await expect(page.getByRole("status").filter({ hasText: "All 60 people that match are selected" })).toBeAttached();
  await page.getByRole("checkbox", { name: "Select Person 05" }).click();
  await expect(page.getByRole("status").filter({ hasText: "59 people selected" })).toBeAttached();
  await expectAccessible(page);

  await bar.getByRole("button", { name: "Tag" }).click();
  const tagging = page.getByRole("dialog", { name: "Tag 59 people" });
  await tagging.getByRole("button", { name: "Remove the tag" }).click();
  await expect(tagging.getByText("Please fill this in.")).toBeVisible();
  await tagging
    .getByRole("textbox", { name: "Tag" })
    .or(tagging.getByRole("combobox", { name: "Tag" }))
    .fill("Autumn");
  await tagging.getByRole("button", { name: "Add the tag" }).click();
  await expect(page.getByText("59 people now have the tag Autumn.")).toBeVisible();
  await expect(row(page, "Person 04").getByText("Autumn")).toBeVisible();
  await expect(row(page, "Person 05").getByText("Autumn")).toBeHidden();
  await undo(page, "now have the tag Autumn").click();
  await expect(page.getByText("Undone.")).toBeVisible();
  await expect(row(page, "Person 04").getByText("Autumn")).toBeHidden();

  await bar.getByRole("button", { name: "Follow-up" }).click();
  const planning = page.getByRole("dialog", { name: "A follow-up for each of 59 people" });
  await planning.getByLabel("What").fill("Send the invitation");
  await page.keyboard.press("Enter");
  await expect(page.getByText("59 follow-ups are noted.")).toBeVisible();

  const download = page.waitForEvent("download");
  await bar.getByRole("button", { name: "Export" }).click();
  await page.getByRole("menuitem", { name: "Spreadsheet (CSV)" }).click();
  const file = await (await download).createReadStream();
  let text = "";
  for await (const chunk of file) text += chunk;
  expect(text.match(/Person \d\d/g)).toHaveLength(59);
  expect(text).not.toContain("Person 05");

  await bar.getByRole("button", { name: "Trash" }).click();
  await expect(page.getByText("59 people are in the trash.")).toBeVisible();
  await expect(page.getByText("1 person found")).toBeVisible();
  await expect(bar).toBeHidden();
  await undo(page, "are in the trash").click();
  await expect(page.getByText("60 people found")).toBeVisible();
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("the list is filtered by its form, turned by its pages and opened at a letter", async ({ page, owner }) => {
    await addContacts(
      owner,
      Array.from({ length: 55 }, (_, n) => `Person ${String(n + 1).padStart(2, "0")}`),
    );
    await addContacts(owner, ["Zoë Last"]);
    await page.goto("/contacts");
    await expect(page.getByRole("link", { name: "Person 30" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Person 31" })).toBeHidden();
    await page.getByRole("link", { name: "Next" }).click();
    await expect(page.getByRole("link", { name: "Person 55" })).toBeVisible();
    await page.getByRole("link", { name: "Previous" }).click();
    await expect(page.getByRole("link", { name: "Person 01" })).toBeVisible();
    await page.getByRole("link", { name: "Z", exact: true }).click();
    await expect(page.getByRole("link", { name: "Zoë Last" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Person 55" })).toBeHidden();
    await page.getByRole("combobox", { name: "Filter" }).fill("person strength:<5");
    await page.getByRole("button", { name: "Filter", exact: true }).click();
    await expect(page.getByRole("link", { name: "Person 01" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Zoë Last" })).toBeHidden();
    await page.getByRole("link", { name: "Remove the filter Strength: under 5" }).click();
    await expect(page).toHaveURL("/contacts?q=person");
  });
});
