import { addConnections, addVouchedFor } from "./connections";
import { asAdministrator, expect, expectAccessible, pressUntil, signIn, test } from "./fixtures";

test("the review: groups with their numbers, search, order, and rows by key", async ({ page, owner }) => {
  await addVouchedFor(owner, "Vera Vouched");
  const [, ben = ""] = await addConnections(owner, ["Ada Byron", "Ben Frost"]);
  await asAdministrator((client) =>
    client.query(
      `insert into credential_check (owner_id, contact_id, kind, finding, claim, independent, source_name)
       values ($1, $2, 'BACKGROUND', 'CONCERN', 'Left on good terms', true, 'A client')`,
      [owner.id, ben],
    ),
  );
  await page.goto("/connections");
  const groups = page.getByRole("navigation", { name: "Which connections" });
  await expect(groups.getByRole("link")).toHaveText([
    "All3",
    "Vouched for1",
    "Never in touch2",
    "Lapsed",
    "With concerns1",
    "Not yet tested2",
  ]);
  await pressUntil(page, "5", () => expect(page).toHaveURL("/connections?show=concerns", { timeout: 5_000 }));
  const row = (name: string) => page.getByRole("article", { name, exact: true });
  await expect(row("Ben Frost")).toContainText("An open concern: Left on good terms.");
  await expect(row("Ben Frost")).toContainText("connected 1 Apr 2025");
  await expect(row("Ben Frost").getByRole("img", { name: "0 of 6 rules hold" })).toBeVisible();
  await expect(row("Ben Frost").getByTitle("You would vouch")).toBeVisible(); // pointing at its mark
  await expect(page.getByRole("article")).toHaveCount(1);

  await page.keyboard.press("1");
  await expect(page).toHaveURL("/connections");
  await page.getByLabel("Order").selectOption("By name");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page).toHaveURL(/sort=name/);
  await expect(page.getByRole("article")).toHaveCount(3);
  await expect(page.getByRole("article").first()).toHaveAccessibleName("Ada Byron");
  await page.getByLabel("Search connections").fill("vera");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("article")).toHaveCount(1);
  await expect(row("Vera Vouched")).toContainText("All six rules hold.");
  await page.getByRole("link", { name: "Clear the search" }).click();
  await expect(page.getByRole("article")).toHaveCount(3);

  const link = (name: string) => row(name).getByRole("link", { name, exact: true });
  await page.keyboard.press("j");
  await expect(link("Ada Byron")).toBeFocused();
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("k");
  await expect(link("Ben Frost")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Ben Frost" })).toBeVisible();
});

test("to the removal list by key, in the owner’s words, removed, and back", async ({ page, owner }) => {
  await addConnections(owner, ["Rob Becker"]);
  await page.goto("/connections");
  const row = page.getByRole("article", { name: "Rob Becker", exact: true });
  await pressUntil(page, "j", () =>
    expect(row.getByRole("link", { name: "Rob Becker", exact: true })).toBeFocused({ timeout: 2_000 }),
  );
  await page.keyboard.press("r");
  await expect(row.getByRole("link", { name: "On the removal list" })).toBeVisible();
  const toasts = page.getByRole("region", { name: "Notifications" });
  await toasts.getByRole("button", { name: "Undo" }).click();
  await expect(row.getByRole("button", { name: "To remove: Rob Becker" })).toBeVisible();
  await row.getByRole("button", { name: "To remove: Rob Becker" }).click();
  await page.getByRole("link", { name: "Removal list (1)" }).click();

  await expect(page.getByRole("region", { name: "How it is done" })).toContainText("LinkedIn doesn’t tell them.");
  const reason = row.getByLabel("Why remove Rob Becker", { exact: true });
  await expect(reason).toHaveValue("Connected, never in touch");
  await reason.fill("Sold my address");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Why Rob Becker goes is saved.")).toBeVisible();
  const markRemoved = row.getByRole("button", { name: "Mark removed: Rob Becker" });
  await markRemoved.click();
  await page
    .getByRole("article", { name: /is marked as removed/ })
    .getByRole("button", { name: "Undo" })
    .click();
  await expect(reason).toHaveValue("Sold my address");

  await markRemoved.click();
  await expect(page.getByText("Nobody to remove")).toBeVisible();
  await page.getByRole("link", { name: "Removed 1" }).click();
  await expect(row).toContainText("Removed today.");
  await expect(reason).toHaveValue("Sold my address");
  await expectAccessible(page);
  await row.getByRole("button", { name: "Still connected: Rob Becker" }).click();
  await expect(page.getByText("Nobody removed yet")).toBeVisible();
  await page.getByRole("link", { name: "To remove 1" }).click();
  await expect(reason).toHaveValue("Sold my address");
  await row.getByRole("button", { name: "Take off the list: Rob Becker" }).click();
  await expect(page.getByText("Nobody to remove")).toBeVisible();
});

test("whoever is in a hurry goes on to the next row; what is refused is said at its own", async ({ page, owner }) => {
  const [ada = ""] = await addConnections(owner, ["Ada Byron", "Ben Frost"]);
  await page.goto("/connections");
  const row = (name: string) => page.getByRole("article", { name, exact: true });
  const put = (name: string) => row(name).getByRole("button", { name: `To remove: ${name}` });
  let answer = () => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route("**/connections", async (route) => {
    if (route.request().method() === "POST") await held;
    await route.continue();
  });
  await put("Ada Byron").click();
  await expect(put("Ada Byron")).toHaveAttribute("aria-busy", "true");
  await expect(put("Ben Frost")).not.toHaveAttribute("aria-disabled");
  await put("Ben Frost").click();
  answer();
  await expect(page.getByRole("link", { name: "On the removal list" })).toHaveCount(2);
  await expect(page.getByText("Ada Byron is on the removal list", { exact: false })).toBeVisible();

  // Taken off elsewhere meanwhile.
  await asAdministrator((client) => client.query("delete from removal where contact_id = $1", [ada]));
  await row("Ada Byron").getByRole("button", { name: "Take off the list: Ada Byron" }).click();
  await expect(row("Ada Byron").getByRole("alert")).toHaveText("This contact isn’t here any more.");
  await expect(page.getByRole("main").getByRole("alert")).toHaveCount(1);
});

test("the network in one picture, and in words", async ({ page, owner }) => {
  await addVouchedFor(owner, "Vera Vouched");
  await addConnections(owner, ["Ada Byron"]);
  await page.goto("/connections");
  const network = page.getByRole("region", { name: "The network you can vouch for" });
  await expect(network.getByRole("img", { name: /^Connected people and those vouched for/ })).toBeVisible();
  await expect(network.getByRole("list", { name: "What the lines mean" })).toContainText("Vouched for: 1");
  await network.getByText("The picture in words").click();
  await expect(network.getByRole("row", { name: /2 1 50% counted$/ })).toHaveCount(1);
  await expect(network.getByRole("row", { name: "April 2025 2 0 – at least" })).toBeVisible();
  await expect(network.getByText("can’t be counted afterwards", { exact: false })).toBeVisible();
});

test("without script: answers, the removal list, groups and search all work", async ({ browser, owner }) => {
  await addConnections(owner, ["Ada Byron"]);
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page, owner);
  await page.goto("/connections");
  await page.getByLabel("Search connections").fill("ada");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page.getByRole("article", { name: "Ada Byron" })).toBeVisible();
  await page.getByRole("link", { name: "Intro test: Ada Byron" }).click();
  await page.getByRole("button", { name: "Yes, I would" }).click();
  await expect(page.getByText("Write one sentence first", { exact: false })).toBeVisible();
  await page.getByRole("button", { name: "No, and to the removal list" }).click();
  await expect(page.getByText("All tested", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Take back: Ada Byron" }).click();
  await page.getByLabel("What could you say that isn’t true of everybody?").fill("Wrote the first program");
  await page.getByRole("button", { name: "Yes, I would" }).click();
  await expect(page.getByText("All tested", { exact: true })).toBeVisible();
  await page.goto("/connections");
  const row = page.getByRole("article", { name: "Ada Byron" });
  await row.getByRole("button", { name: "To remove: Ada Byron" }).click();
  // Taken off elsewhere meanwhile: refused, which is said at the row.
  await asAdministrator((client) => client.query("delete from removal where owner_id = $1", [owner.id]));
  await row.getByRole("button", { name: "Take off the list: Ada Byron" }).click();
  await expect(row.getByRole("alert")).toHaveText("This contact isn’t here any more.");
  await row.getByRole("button", { name: "To remove: Ada Byron" }).click();
  await row.getByRole("link", { name: "On the removal list" }).click();
  await expect(row.getByLabel("Why remove Ada Byron", { exact: true })).toHaveValue("Connected, never in touch");
  await row.getByLabel("Why remove Ada Byron", { exact: true }).fill("A test");
  await row.getByRole("button", { name: /^Save/ }).click();
  await row.getByRole("button", { name: "Mark removed: Ada Byron" }).click();
  await page.getByRole("link", { name: "Removed 1" }).click();
  await expect(row.getByLabel("Why remove Ada Byron", { exact: true })).toHaveValue("A test");
  await context.close();
});
