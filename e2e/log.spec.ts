// Logging, the thing done most: by keyboard from any page, without script, and by two at once.
import { dayFromToday, expect, expectAccessible, openLog, signIn, test } from "./fixtures";
import { addContact } from "./people";

test("from an open page to saved by keyboard alone, and taken back", async ({ page, owner }) => {
  const ada = await addContact(owner, "Ada Lovelace");
  await addContact(owner, "Adam Smith");
  await page.goto("/contacts");
  await openLog(page);
  await expect(page.getByRole("combobox", { name: "Who" })).toBeFocused();
  await page.keyboard.type("ada lov");
  await page.keyboard.press("Enter"); // whether or not the search has answered yet
  const chosen = page.getByRole("list", { name: "Chosen people" });
  await expect(chosen).toHaveText("Ada Lovelace");
  await page.keyboard.type("Zoë Quill");
  await page.keyboard.press("Enter");
  await expect(chosen.getByRole("listitem").nth(1)).toContainText("new");
  await expectAccessible(page);
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByText("Logged.")).toBeVisible();

  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Taken back.")).toBeVisible();
  await page.goto(`/contacts/${ada}`);
  await expect(page.getByRole("heading", { level: 1, name: "Ada Lovelace" })).toBeVisible();
  const happened = page.getByRole("region", { name: "Timeline" }).getByRole("listitem");
  await expect(happened.filter({ hasText: "Met in person" })).toHaveCount(0);
  await page.goto("/contacts?q=quill");
  await expect(page.getByRole("link", { name: "Add “quill”" })).toBeVisible(); // made for the log, gone with it
});

test("opened on a contact it starts with them, and a backdated meeting never moves last contact back", async ({
  page,
  owner,
}) => {
  const ada = await addContact(owner, "Ada Lovelace");
  await page.goto(`/contacts/${ada}`);
  await page.getByRole("button", { name: "Met today" }).click();
  await expect(page.getByText("Logged: you met Ada Lovelace today.")).toBeVisible();
  const log = await openLog(page);
  await expect(log.getByRole("list", { name: "Chosen people" })).toHaveText("Ada Lovelace");
  await log.getByLabel("Day").fill(dayFromToday(-400));
  await log.getByLabel("Notes").fill("The conference where it all began");
  await log.getByRole("button", { name: "Save" }).click();
  await expect(log).toBeHidden();
  const meetings = page.getByRole("region", { name: "Timeline" }).getByRole("listitem").filter({ hasText: "Met" });
  await expect(meetings).toHaveCount(2);
  await expect(meetings.last()).toContainText("The conference where it all began");
  await page.goto("/contacts");
  await expect(page.getByRole("row", { name: /Ada Lovelace/ }).getByRole("cell", { name: "today" })).toBeVisible();
});

test("a follow-up promised in the log stands on the contact’s page until it is done", async ({ page, owner }) => {
  const ada = await addContact(owner, "Ada Lovelace");
  await page.goto(`/log?contact=${ada}`);
  await page.getByText("Group size and follow-up").click();
  await page.getByLabel("Follow up").fill("Send the tariff study");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page).toHaveURL(`/contacts/${ada}`);
  await page.getByRole("button", { name: "Done: Send the tariff study" }).click();
  await expect(page.getByRole("button", { name: "Done: Send the tariff study" })).toBeHidden();
});

test("a refused log keeps the people and every word, and says what is wrong at the field", async ({ page, owner }) => {
  const ada = await addContact(owner, "Ada Lovelace");
  await page.goto(`/log?contact=${ada}`);
  await page.getByLabel("Notes").fill("Tariffs, twice.");
  await page.getByRole("radio", { name: "Message" }).check();
  await page.getByLabel("Day").fill("2199-01-01");
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(page.getByText("Who wrote? Please choose one.")).toBeVisible();
  await page.getByRole("radio", { name: "They did" }).check();
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(page.getByText("This is still to come.")).toBeVisible();
  await expect(page.getByLabel("Day")).toBeFocused();
  await expect(page.getByLabel("Notes")).toHaveValue("Tariffs, twice.");
  await expect(page.getByRole("list", { name: "Chosen people" })).toHaveText("Ada Lovelace");
  await expectAccessible(page);
});

test("two tabs edit the same entry: the second is told, keeps its text, and may save over the first", async ({
  page,
  owner,
}) => {
  const ada = await addContact(owner, "Ada Lovelace");
  await page.goto(`/log?contact=${ada}`);
  await page.getByLabel("Notes").fill("first words");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page).toHaveURL(`/contacts/${ada}`);
  await page.getByRole("link", { name: "Met in person", exact: true }).click();
  await expect(page.getByLabel("Notes")).toHaveValue("first words");

  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.getByLabel("Notes").fill("from the other tab");
  await other.getByRole("button", { name: "Save" }).click();
  await expect(other).toHaveURL(`/contacts/${ada}`);

  await page.getByLabel("Notes").fill("from this tab");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { name: "This was changed elsewhere" })).toBeVisible();
  await page.getByRole("group", { name: "Notes" }).getByRole("radio", { name: "What you typed here" }).check();
  await page.getByRole("button", { name: "Save what is chosen" }).click();
  await expect(page).toHaveURL(`/contacts/${ada}`);
  await expect(page.getByText("from this tab")).toBeVisible();
});

test("without script names go into one field, and everything typed comes back", async ({
  browser,
  page: withScript,
  owner,
}) => {
  const ada = await addContact(owner, "Ada Lovelace");
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page, owner);
  await page.goto(`/log?contact=${ada}`);
  await page.getByRole("combobox", { name: "Who" }).fill("Grace Hopper, Zoë Quill");
  await page.getByRole("radio", { name: "Message" }).check();
  await page.getByLabel("Notes").fill("By hand.");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Who wrote? Please choose one.")).toBeVisible();
  await expect(page.getByRole("combobox", { name: "Who" })).toHaveValue("Grace Hopper, Zoë Quill");
  await expect(page.getByRole("list", { name: "Chosen people" })).toHaveText("Ada Lovelace");
  await page.getByRole("radio", { name: "I did" }).check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Logged." })).toBeVisible();
  await context.close();

  await withScript.goto(`/contacts/${ada}`);
  await expect(withScript.getByText("By hand.")).toBeVisible();
  await withScript.goto("/contacts");
  await expect(withScript.getByRole("link", { name: /Zoë Quill/ })).toBeVisible();
});
