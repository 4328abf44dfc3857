// Invitations to answer: typed in, with the facts about each, readable by everybody, and without script.
import { asAdministrator, expect, expectAccessible, pressUntil, test } from "./fixtures";
import { card, stands } from "./incoming";
import { addContact, addIncoming, addReadyContact } from "./people";

test("typed in within seconds: address and message in one field, by keyboard", async ({ page, owner }) => {
  await page.goto("/invitations?new");
  await expect(page.getByLabel("Their profile address, and the message")).toBeFocused();
  await page.keyboard.insertText("https://www.linkedin.com/in/stan-stranger-1a2b/\nLet us connect");
  await expect(page.getByRole("combobox", { name: "Who" })).toHaveValue("Stan Stranger");
  await page.keyboard.press("Control+Enter");
  const stan = card(page, "Stan Stranger");
  await expect(stan.getByText("Let us connect")).toBeVisible();
  await expect(stan.getByText("Nothing between you is on record.")).toBeVisible();
  await expect(stan.getByText("Suggested: ask first.")).toBeVisible();
  await expect(stan.getByRole("link", { name: "Open profile" })).toHaveAttribute(
    "href",
    "https://www.linkedin.com/in/stan-stranger-1a2b/",
  );
  expect(await stands(owner, "Stan Stranger")).toMatchObject({ status: "RECEIVED", connection_status: "RECEIVED" });

  // The one just added is shown; those that came before it are still in line.
  await addIncoming(owner, [{ name: "Ann Earlier" }]);
  await page.reload();
  await expect(stan.getByText("2 of 2")).toBeVisible();
  await pressUntil(page, "i", () => expect(card(page, "Ann Earlier")).toBeVisible({ timeout: 2_000 }));
});

test("what can’t be right is said where it was typed, and stays typed", async ({ page, owner }) => {
  await addContact(owner, "Anna Berg");
  await asAdministrator((client) =>
    client.query(
      "insert into linkedin_alias (owner_id, contact_id, slug) select owner_id, id, 'anna-berg' from contact where owner_id = $1",
      [owner.id],
    ),
  );
  await page.goto("/invitations?new");
  const pasted = page.getByLabel("Their profile address, and the message");
  const add = page.getByRole("button", { name: "Add to the list" });
  const refused = async (typed: string, sentence: string) => {
    await pasted.fill(typed);
    await add.click();
    await expect(pasted).toHaveAccessibleDescription(new RegExp(sentence));
    await expect(pasted).toHaveValue(typed);
  };
  await refused("https://example.org/in/rob Hello", "This address isn’t LinkedIn’s.");
  await refused("linkedin.com/company/nordlys", "not that of a person’s profile");
  await page.getByRole("combobox", { name: "Who" }).fill("Bob Other");
  await refused("linkedin.com/in/anna-berg", "This address belongs to Anna Berg.");
  await pasted.fill("");
  await page.getByRole("combobox", { name: "Who" }).fill("");
  await add.click();
  await expect(page.getByText("Paste their address or write who it is.")).toBeVisible();
});

test("facts, each with its evidence: a known name from another address, a message somebody else sent", async ({
  page,
  owner,
}) => {
  await addReadyContact(owner, "Lena Okafor");
  await addIncoming(owner, [
    { name: "Lena Okafor", message: "Grow your business!" },
    { name: "Mia Mass", message: "Grow your business" },
    { name: "Theo Text", message: "Hi Max, I'd like to add you to my professional network on LinkedIn." },
  ]);
  await page.goto("/invitations");
  const lena = card(page, "Lena Okafor");
  await expect(lena.getByText("Lena Okafor has the same name, or nearly.")).toBeVisible();
  await expect(lena.getByText("Mia Mass sent you the same message, word for word.")).toBeVisible();
  await expect(lena.getByText("Their name is another contact’s, too.")).toBeVisible();
  await page.getByRole("link", { name: "Theo Text" }).click();
  await expect(card(page, "Theo Text").getByText("The message is LinkedIn’s own text.")).toBeVisible();
  await page.getByRole("link", { name: "Lena Okafor" }).last().click();
  await lena.getByRole("link", { name: "Compare the two" }).click();
  await expect(page).toHaveURL(/\/contacts\/duplicates\?with=/);
  await expect(page.getByRole("heading", { level: 2, name: "Side by side" })).toBeVisible();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`the pass is accessible in ${colorScheme}, with everything open`, async ({ page, owner }) => {
    await page.emulateMedia({ colorScheme });
    await addReadyContact(owner, "Lena Okafor");
    await addIncoming(owner, [{ name: "Lena Okafor", message: "Hello" }, { name: "Rob Becker" }]);
    await page.goto("/invitations");
    await expectAccessible(page);
    await pressUntil(page, "q", () => expect(page.getByLabel("Your question")).toBeFocused({ timeout: 2_000 }));
    await page.getByText("Decline", { exact: true }).first().click();
    await expectAccessible(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await expectAccessible(page);
    await page.goto("/invitations?show=asked");
    await expectAccessible(page);
  });
}

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("the same forms answer, one page after the other", async ({ page, owner }) => {
    await addIncoming(
      owner,
      ["Ann One", "Bob Two", "Cem Three"].map((name) => ({ name })),
    );
    await page.goto("/invitations");
    await page.getByRole("button", { name: "Accept" }).click();
    await expect(card(page, "Bob Two")).toBeVisible();
    await page.getByText("Decline", { exact: true }).first().click();
    await page.getByRole("button", { name: "Mark declined" }).click();
    await expect(page.getByText("Say why in a few words, or ignore the invitation instead.")).toBeVisible();
    await page.getByLabel("Why?").fill("Sells");
    await page.getByRole("button", { name: "Mark declined" }).click();
    await expect(card(page, "Cem Three")).toBeVisible();
    await page.getByText("Ask first", { exact: true }).first().click();
    await page.getByRole("button", { name: "Copy and mark asked" }).click();
    await page.goto("/invitations?show=ended");
    await page.getByRole("button", { name: "Take back: Ann One" }).click();
    await page.goto("/invitations");
    await expect(card(page, "Ann One")).toBeVisible();
    expect(await stands(owner, "Bob Two")).toMatchObject({ status: "DECLINED", reason: "Sells" });
    expect(await stands(owner, "Cem Three")).toMatchObject({ status: "ASKED" });
    expect(await stands(owner, "Ann One")).toMatchObject({ status: "RECEIVED", connection_status: "RECEIVED" });
    await page.goto("/invitations?new");
    await page.getByLabel("Their profile address, and the message").fill("linkedin.com/in/dee-four Hello");
    await page.getByRole("button", { name: "Add to the list" }).click();
    await expect(card(page, "Dee Four")).toBeVisible();
  });
});
