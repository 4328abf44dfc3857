import type { Page } from "@playwright/test";
import { asAdministrator, dayFromToday, expect, type Owner, signIn, test } from "./fixtures";
import { addConnection, addContact, addIdea } from "./people";

const column = (page: Page, state: string) => page.getByRole("region", { name: new RegExp(`^${state}`) });
const undo = (page: Page) => page.getByRole("region", { name: "Notifications" }).getByRole("button", { name: "Undo" });

/** What was published so many days ago, each way. */
const publish = (owner: Owner, contactId: string, direction: "GIVEN" | "RECEIVED", daysAgo: number) =>
  asAdministrator((client) =>
    client.query(
      `insert into recommendation (owner_id, contact_id, direction, status, published_at)
       values ($1, $2, $3, 'PUBLISHED', now() - make_interval(days => $4))`,
      [owner.id, contactId, direction, daysAgo],
    ),
  );

/** As in another tab: a board that is open moves it no more. */
const changeElsewhere = (owner: Owner, id: string) =>
  asAdministrator((client) =>
    client.query("update recommendation set version = version + 1 where owner_id = $1 and id = $2", [owner.id, id]),
  );
const elsewhere = "This was changed elsewhere since you opened it. Reload to see how it stands.";

test("from idea to published, by keyboard: the card keeps the focus, the toast undoes, the ledger counts", async ({
  page,
  owner,
}) => {
  const id = await addConnection(owner, "Lena Okafor");
  await page.goto(`/recommendations?contact=${id}&direction=GIVEN`);
  await page.getByLabel("What it is about").fill("The catalogue project");
  await page.getByLabel("Text", { exact: true }).fill("Lena found the fault everybody else worked around.");
  await page.getByRole("button", { name: "Save recommendation" }).press("Enter");

  const card = page.getByRole("article", { name: "You write for Lena Okafor" });
  await expect(column(page, "Idea").getByRole("article")).toHaveCount(1);
  for (const [move, state] of [
    ["Draft it", "Drafting"],
    ["Sent it", "Sent"],
    ["It’s published", "Published"],
  ] as const) {
    await card.getByRole("button", { name: move }).press("Enter");
    await expect(column(page, state).getByRole("article")).toBeFocused();
  }
  await expect(page.getByText("Lena Okafor: published, and counted as support.")).toBeVisible();
  await page
    .getByRole("navigation", { name: "Recommendations and help" })
    .getByRole("link", { name: "Ledger" })
    .press("Enter");
  await expect(page.getByRole("row", { name: /Lena Okafor/ })).toContainText("They owe one");
  await page.goto(`/contacts/${id}`);
  await expect(page.getByRole("region", { name: "Between you" })).toContainText("You gave 1, received 0");

  await page.goto("/recommendations");
  await card.getByRole("button", { name: "Not published" }).press("Enter");
  await expect(column(page, "Sent").getByRole("article")).toHaveCount(1);
  await undo(page).press("Enter");
  await expect(column(page, "Published").getByRole("article")).toHaveCount(1);
});

test("a column shows its first eight, opens to all of them, and stays open when a card has moved on", async ({
  page,
  owner,
}) => {
  const id = await addConnection(owner, "Lena Okafor");
  await asAdministrator((client) =>
    client.query(
      "insert into recommendation (owner_id, contact_id, direction, status, work) select $1, $2, 'GIVEN', 'IDEA', 'Project ' || n from generate_series(1, 11) n",
      [owner.id, id],
    ),
  );
  await page.goto("/recommendations");
  const ideas = column(page, "Idea").getByRole("article");
  await expect(ideas).toHaveCount(8);
  await column(page, "Idea").getByRole("link", { name: "Show all 11: Idea" }).press("Enter");
  await expect(ideas).toHaveCount(11);
  await ideas.last().getByRole("button", { name: "Draft it" }).press("Enter");
  await expect(column(page, "Drafting").getByRole("article")).toBeFocused();
  await expect(ideas).toHaveCount(10);
  await column(page, "Idea").getByRole("link", { name: "Show fewer: Idea" }).press("Enter");
  await expect(ideas).toHaveCount(8);
});

test("two cards moved one right after the other: both move, each is told, and each goes back", async ({
  page,
  owner,
}) => {
  await addIdea(owner, await addConnection(owner, "Lena Okafor"));
  await addIdea(owner, await addConnection(owner, "Omar Haddad"));
  await page.goto("/recommendations");
  const cards = page.getByRole("article");
  await cards.filter({ hasText: "Lena" }).getByRole("button", { name: "Draft it" }).press("Enter");
  await cards.filter({ hasText: "Omar" }).getByRole("button", { name: "They asked" }).press("Enter");
  await expect(column(page, "Drafting").getByRole("article")).toHaveText(/Lena/);
  await expect(column(page, "Requested").getByRole("article")).toHaveText(/Omar/);
  await expect(page.getByText("Lena Okafor: being drafted.")).toBeVisible();
  await expect(page.getByText("Omar Haddad: requested.")).toBeVisible();
  for (const _ of ["Omar", "Lena"]) await undo(page).first().press("Enter");
  await expect(column(page, "Idea").getByRole("article")).toHaveCount(2);
});

test("a move that is refused says so at its own card, until that one moves", async ({ page, owner }) => {
  const lena = await addIdea(owner, await addConnection(owner, "Lena Okafor"));
  const omar = await addIdea(owner, await addConnection(owner, "Omar Haddad"));
  await addIdea(owner, await addConnection(owner, "Ada Novak"));
  await page.goto("/recommendations");
  await changeElsewhere(owner, lena);
  await changeElsewhere(owner, omar);
  const card = (name: string) => page.getByRole("article", { name: `You write for ${name}` });
  const draft = (name: string) => card(name).getByRole("button", { name: "Draft it" });
  await draft("Lena Okafor").press("Enter");
  await expect(card("Lena Okafor").getByRole("alert")).toHaveText(elsewhere);
  await expect(page.getByRole("alert").filter({ hasText: elsewhere })).toHaveCount(1);
  await draft("Omar Haddad").press("Enter");
  await draft("Ada Novak").press("Enter");
  await expect(column(page, "Drafting").getByRole("article")).toHaveText(/Ada/);
  await expect(card("Omar Haddad").getByRole("alert")).toHaveText(elsewhere);
  await expect(card("Ada Novak").getByRole("alert")).toHaveCount(0);
  await draft("Lena Okafor").press("Enter");
  await expect(column(page, "Drafting").getByRole("article")).toHaveCount(2);
  await expect(card("Lena Okafor").getByRole("alert")).toHaveCount(0);
  await expect(card("Omar Haddad").getByRole("alert")).toHaveText(elsewhere);
});

test("without script, a move that is refused says so at its own card", async ({ browser, owner }) => {
  const lena = await addIdea(owner, await addConnection(owner, "Lena Okafor"));
  await addIdea(owner, await addConnection(owner, "Omar Haddad"));
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page, owner);
  await page.goto("/recommendations");
  await changeElsewhere(owner, lena);
  const card = page.getByRole("article", { name: "You write for Lena Okafor" });
  await card.getByRole("button", { name: "Draft it" }).click();
  await expect(card.getByRole("alert")).toHaveText(elsewhere);
  await expect(page.getByRole("alert")).toHaveCount(1);
  await card.getByRole("button", { name: "Draft it" }).click();
  await expect(column(page, "Drafting").getByRole("article")).toHaveText(/Lena/);
  await expect(page.getByRole("alert")).toHaveCount(0);
  await context.close();
});

test("a text longer than LinkedIn takes is refused, and stays in the form", async ({ page, owner }) => {
  const id = await addConnection(owner, "Lena Okafor");
  const long = "Lena! ".repeat(501);
  await page.goto(`/recommendations?contact=${id}`);
  await page.getByLabel("Text", { exact: true }).fill("👩‍🔧".repeat(2));
  await expect(page.getByText("2 / 3000")).toBeVisible();
  await page.getByLabel("Text", { exact: true }).fill(long);
  await page.getByRole("button", { name: "Save recommendation" }).press("Enter");
  await expect(page.getByText("LinkedIn takes at most 3,000 characters.")).toBeVisible();
  await expect(page.getByLabel("Text", { exact: true })).toHaveValue(long);
});

test("somebody who isn’t connected can be an idea and a draft, and no more", async ({ page, owner }) => {
  const id = await addContact(owner, "Stan Stranger");
  await page.goto(`/recommendations?contact=${id}`);
  await expect(page.getByText("keep it an idea or a draft until you are")).toBeVisible();
  await page.getByLabel("State").selectOption("Sent");
  await page.getByLabel("Text", { exact: true }).fill("Stan helped.");
  await page.getByRole("button", { name: "Save recommendation" }).press("Enter");
  await expect(page.getByLabel("State")).toHaveAccessibleDescription(
    /it lets only connections ask for, send and publish/,
  );
  await expect(page.getByLabel("State")).toBeFocused();
  await expect(page.getByLabel("Text", { exact: true })).toHaveValue("Stan helped.");
  await page.getByLabel("State").selectOption("Idea");
  await page.getByRole("button", { name: "Save recommendation" }).press("Enter");
  const card = page.getByRole("article", { name: "You write for Stan Stranger" });
  await expect(card.getByRole("button", { name: "Draft it" })).toBeVisible();
  await expect(card.getByRole("button", { name: "They asked" })).toHaveCount(0);
});

test("one that would look like a swap is warned of, with the day to wait for, under the owner’s own measure", async ({
  page,
  owner,
}) => {
  const id = await addConnection(owner, "Lena Okafor");
  await publish(owner, id, "RECEIVED", 12);
  await page.goto(`/recommendations?contact=${id}&direction=GIVEN`);
  const warning = page.getByRole("status").filter({ hasText: "look like a swap" });
  await expect(warning).toContainText("12 days away");
  await page.getByLabel("They write").press("Space");
  await expect(warning).toHaveCount(0);
  await page.getByLabel("I write").press("Space");
  await page.getByLabel("Published on").fill(dayFromToday(-60));
  await expect(warning).toHaveCount(0);
  await page.getByLabel("Published on").fill("");
  await expect(warning).toBeVisible();
  await page.getByRole("button", { name: "Save recommendation" }).press("Enter");
  await expect(column(page, "Idea").getByRole("article")).toContainText("better wait until");

  await publish(owner, id, "GIVEN", 2);
  await page.goto("/recommendations/ledger");
  const row = page.getByRole("row", { name: /Lena Okafor/ });
  await expect(row).toContainText("10 days");
  await expect(row).toContainText("looks like a swap");
  await page.goto("/settings");
  await page.getByLabel("Days between two recommendations").fill("5");
  await page.getByRole("button", { name: "Save limits" }).press("Enter");
  await expect(page.getByText("Limits saved.")).toBeVisible();
  await page.goto("/recommendations/ledger");
  await expect(row).toContainText("10 days");
  await expect(row).not.toContainText("looks like a swap");
});

test("what was done together goes into the text where the cursor is, and only what is on record", async ({
  page,
  owner,
}) => {
  const id = await addConnection(owner, "Lena Okafor");
  await asAdministrator(async (client) => {
    await client.query("update contact set how_we_met = 'A workshop in Leeds' where owner_id = $1 and id = $2", [
      owner.id,
      id,
    ]);
    await client.query(
      `with met as (insert into interaction (owner_id, kind, occurred_at, notes)
         values ($1, 'IN_PERSON', '2026-03-05 12:00Z', 'A secret') returning id)
       insert into interaction_contact (owner_id, interaction_id, contact_id) select $1, id, $2 from met`,
      [owner.id, id],
    );
    await client.query(
      `insert into support_act (owner_id, contact_id, direction, kind, occurred_at, note)
       values ($1, $2, 'RECEIVED', 'ADVICE', '2026-04-01 12:00Z', 'Read the contract')`,
      [owner.id, id],
    );
  });
  await page.goto(`/recommendations?contact=${id}`);
  const text = page.getByLabel("Text", { exact: true });
  const together = page.getByRole("region", { name: "What you did together" });
  await expect(together).toContainText("What changed because of them?");
  await expect(together).not.toContainText("A secret");
  await text.fill("First. Last.");
  await text.press("Home");
  for (const _ of "First.") await text.press("ArrowRight");
  await together.getByRole("button", { name: "Insert: We met in person on 5 March 2026." }).press("Enter");
  await expect(text).toBeFocused();
  await expect(text).toHaveValue("First. We met in person on 5 March 2026. Last.");
  await expect(together.getByRole("status").filter({ hasText: "Put into the text." })).toHaveCount(1);
  await text.press("Control+End");
  await together
    .getByRole("button", { name: /^Insert: On 1 April 2026 Lena gave me advice: Read the contract/ })
    .press("Enter");
  await expect(text).toHaveValue(/Last\. On 1 April 2026 Lena gave me advice: Read the contract$/);
  await expect(together.getByRole("button", { name: /What changed/ })).toHaveCount(0);
});

test("every text saved can be looked at and used again; a deleted one comes back with all of them", async ({
  page,
  owner,
}) => {
  const id = await addConnection(owner, "Lena Okafor");
  await page.goto(`/recommendations?contact=${id}`);
  const text = page.getByLabel("Text", { exact: true });
  await text.fill("She found the fault.");
  await page.getByRole("button", { name: "Save recommendation" }).press("Enter");
  const edit = page.getByRole("link", { name: "Edit the recommendation: Lena Okafor" });
  await edit.press("Enter");
  await text.fill("She found and fixed the fault.");
  await page.getByRole("button", { name: "Save changes" }).press("Enter");
  await edit.press("Enter");
  const saved = page.getByRole("region", { name: "Saved texts" });
  await expect(saved.getByRole("listitem")).toHaveCount(2);
  const older = saved.getByRole("listitem").nth(1);
  await older.getByText(/\d:\d\d/).click();
  await expect(older.getByRole("insertion")).toHaveText("and fixed ");
  await older.getByRole("button", { name: /^Use this text again: / }).press("Enter");
  await expect(text).toHaveValue("She found the fault.");
  await expect(saved.getByRole("listitem")).toHaveCount(3);
  await undo(page).press("Enter");
  await expect(text).toHaveValue("She found and fixed the fault.");
  await expect(saved.getByRole("listitem")).toHaveCount(4);

  await page.getByRole("button", { name: "Delete", exact: true }).press("Enter");
  await expect(page.getByText("No recommendations yet")).toBeVisible();
  await undo(page).press("Enter");
  await edit.press("Enter");
  await expect(text).toHaveValue("She found and fixed the fault.");
  await expect(saved.getByRole("listitem")).toHaveCount(4);
});

test("what is overdue says so on Today, and is put off from there", async ({ page, owner }) => {
  const id = await addConnection(owner, "Lena Okafor");
  await asAdministrator((client) =>
    client.query(
      "insert into recommendation (owner_id, contact_id, direction, status, due_on) values ($1, $2, 'GIVEN', 'REQUESTED', current_date - 3)",
      [owner.id, id],
    ),
  );
  await page.goto("/");
  const lane = page.getByRole("region", { name: "Recommendations owed" });
  await expect(lane).toContainText("Overdue since");
  const menu = lane.getByRole("group");
  await menu.getByLabel("Another day: Lena Okafor").press("Enter");
  await menu.getByRole("button", { name: "In a week" }).press("Enter");
  await expect(lane).not.toContainText("Overdue");
  await undo(page).press("Enter");
  await expect(lane).toContainText("Overdue since");
  await menu.getByLabel("Another day: Lena Okafor").press("Enter");
  await menu.getByLabel("On a day").fill(dayFromToday(3));
  await menu.getByRole("button", { name: "Set" }).press("Enter");
  await expect(lane).toContainText("Due in 3 days");
});

test("without script: written, moved, put off, a text used again, deleted", async ({ browser, owner }) => {
  const id = await addConnection(owner, "Lena Okafor");
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page, owner);
  await page.goto("/recommendations?new");
  await page.getByLabel("Contact").fill("lena okafor");
  await page.getByLabel("Text", { exact: true }).fill("One");
  await page.getByRole("button", { name: "Save recommendation" }).click();
  const card = page.getByRole("article", { name: "You write for Lena Okafor" });
  await card.getByRole("button", { name: "Draft it" }).click();
  await expect(column(page, "Drafting").getByRole("article")).toHaveCount(1);
  await card.getByText("Set a day").click();
  await card.getByRole("link", { name: "Choose a day on its page" }).click();
  await page.getByLabel("Due").fill(dayFromToday(3));
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(card).toContainText("Due in 3 days");
  await card.getByRole("link", { name: /^Edit/ }).click();
  await page.getByLabel("Text", { exact: true }).fill("Two");
  await page.getByRole("button", { name: "Save changes" }).click();
  await card.getByRole("link", { name: /^Edit/ }).click();
  const older = page.getByRole("region", { name: "Saved texts" }).getByRole("listitem").nth(1);
  await older.getByText(/\d:\d\d/).click();
  await older.getByRole("button", { name: "again" }).click();
  await expect(page.getByLabel("Text", { exact: true })).toHaveValue("One");
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await expect(page.getByText("No recommendations yet")).toBeVisible();
  await page.goto(`/recommendations?contact=${id}`);
  await page.getByLabel("Text", { exact: true }).fill("x".repeat(3_001));
  await page.getByRole("button", { name: "Save recommendation" }).click();
  await expect(page.getByText("LinkedIn takes at most 3,000 characters.")).toBeVisible();
  await expect(page.getByLabel("Text", { exact: true })).toHaveValue("x".repeat(3_001));
  await context.close();
});
