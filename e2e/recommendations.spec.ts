import { asAdministrator, dayFromToday, expect, type Owner, signIn, test } from "./fixtures";
import { addConnection, addContact } from "./people";
import { column, undo } from "./recommendations";

/** What was published so many days ago, each way. */
const publish = (owner: Owner, contactId: string, direction: "GIVEN" | "RECEIVED", daysAgo: number) =>
  asAdministrator((client) =>
    client.query(
      `insert into recommendation (owner_id, contact_id, direction, status, published_at)
       values ($1, $2, $3, 'PUBLISHED', now() - make_interval(days => $4))`,
      [owner.id, contactId, direction, daysAgo],
    ),
  );

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
