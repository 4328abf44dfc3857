import { asAdministrator, expect, type Owner, signIn, test } from "./fixtures";
import { addConnection, addIdea } from "./people";
import { column, undo } from "./recommendations";

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
