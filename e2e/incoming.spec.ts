// Answering invitations: by keyboard alone, with everything said aloud, taken back, and without script.
import type { Page } from "@playwright/test";
import { asAdministrator, expect, expectAccessible, type Owner, test } from "./fixtures";
import { addContact, addIncoming, addReadyContact } from "./people";

const card = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
/** What a screen reader says when the next card comes. */
const news = (page: Page) => page.getByRole("main").getByRole("status");
const toast = (page: Page, text: string) => page.getByRole("article").filter({ hasText: text });

/** Keys pressed before the page's script is there are lost: so, again, until the first one works. */
async function pressUntil(page: Page, key: string, seen: () => Promise<void>) {
  await expect(async () => {
    await page.keyboard.press(key);
    await seen();
  }).toPass();
}

async function stands(owner: Owner, name: string) {
  return asAdministrator(async (client) => {
    const { rows } = await client.query(
      `select v.status, v.reason, v.question, v.reply, c.connection_status from contact c
       join invitation v on v.owner_id = c.owner_id and v.contact_id = c.id where c.owner_id = $1 and c.full_name = $2`,
      [owner.id, name],
    );
    return rows[0];
  });
}

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

test("asked first in one’s own words, replied, decided: the answer stays on the contact", async ({ page, owner }) => {
  await addIncoming(owner, [{ name: "Rob Becker", message: "Hello" }, { name: "Sue Second" }]);
  await page.goto("/invitations");
  const question = page.getByLabel("Your question");
  await pressUntil(page, "q", () => expect(question).toBeFocused({ timeout: 2_000 }));
  await expect(question).toHaveValue(/^Hi Rob, thank you for the invitation. How did you find me/);
  await question.fill("Hello Rob, {what}?");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Still to fill in or take out: {what}")).toBeVisible();
  await question.fill("Hello Rob, what made you ask?");
  await page.getByLabel("Use this wording next time").check();
  await page.getByRole("button", { name: "Copy and mark asked" }).press("Enter");
  await expect(news(page)).toHaveText("Next: Sue Second, 2 of 2. Suggested: ask first.");
  await expect(toast(page, "Rob Becker waits under Asked until they answer.")).toBeVisible();
  await page.reload();
  await pressUntil(page, "q", () => expect(question).toBeFocused({ timeout: 2_000 }));
  await expect(question).toHaveValue("Hello Sue, what made you ask?");

  await page.getByRole("link", { name: "Asked 1" }).click();
  const row = page.getByRole("article", { name: "Rob Becker", exact: true });
  await expect(row).toContainText("You asked today");
  await row.getByText("They answered", { exact: true }).click();
  await row.getByRole("button", { name: "Keep their answer" }).click();
  await expect(row.getByText("Write what they answered.")).toBeVisible();
  await row.getByLabel("What they answered").fill("Lena Okafor told me about you");
  await row.getByRole("button", { name: "Keep their answer" }).click();
  const rob = card(page, "Rob Becker");
  await expect(rob.getByRole("blockquote").filter({ hasText: "Lena Okafor told me about you" })).toBeVisible();
  await expect(rob.getByText("They answered what you asked.")).toBeVisible();
  await page.keyboard.press("a");
  await expect(toast(page, "You and Rob Becker are connected.")).toBeVisible();
  expect(await stands(owner, "Rob Becker")).toMatchObject({ status: "ACCEPTED", connection_status: "CONNECTED" });

  await page.goto("/invitations?show=ended");
  await page.getByRole("link", { name: "Rob Becker" }).click();
  await expect(page.getByText("“Hello Rob, what made you ask?”")).toBeVisible();
  await expect(page.getByText("“Lena Okafor told me about you”")).toBeVisible();
});

test("a reason is asked for once, stands for the next ones until switched off, and every step is taken back", async ({
  page,
  owner,
}) => {
  await addIncoming(
    owner,
    ["Ann One", "Bob Two", "Cem Three", "Dee Four"].map((name) => ({ name })),
  );
  await page.goto("/invitations");
  const reason = page.getByLabel("Why?");
  await pressUntil(page, "d", () => expect(reason).toBeFocused({ timeout: 2_000 }));
  await page.keyboard.press("Enter");
  await expect(page.getByText("Say why in a few words, or ignore the invitation instead.")).toBeVisible();
  await reason.fill("Sells to everybody");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await page.keyboard.press("Control+Enter");
  await expect(news(page)).toHaveText("Next: Bob Two, 2 of 4. Suggested: ask first.");
  await expect(page.getByText("Declining without asking: “Sells to everybody”")).toBeVisible();
  await page.keyboard.press("d");
  await expect(news(page)).toHaveText("Next: Cem Three, 3 of 4. Suggested: ask first.");
  await expect.poll(() => stands(owner, "Bob Two")).toMatchObject({ status: "DECLINED", reason: "Sells to everybody" });
  await page.getByRole("button", { name: "Ask again" }).press("Enter");
  await page.keyboard.press("d");
  await expect(reason).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(reason).toBeHidden();

  await page.keyboard.press("s");
  await expect(news(page)).toHaveText("Next: Dee Four, 4 of 4. Suggested: ask first.");
  await page.keyboard.press("i");
  await expect(news(page)).toHaveText("Next: Cem Three, 3 of 4. Suggested: ask first.");
  for (const name of ["Dee Four", "Bob Two", "Ann One"]) {
    await page.keyboard.press("u");
    await expect(news(page)).toHaveText(new RegExp(`^Back: ${name}`));
    await expect(page.getByRole("heading", { level: 2, name })).toBeFocused();
    await expect
      .poll(() => stands(owner, name))
      .toMatchObject({
        status: "RECEIVED",
        reason: null,
        connection_status: "RECEIVED",
      });
  }
  await page.keyboard.press("a");
  const said = toast(page, "You and Ann One are connected.");
  await said.getByRole("button", { name: "Undo" }).click();
  await expect
    .poll(() => stands(owner, "Ann One"))
    .toMatchObject({ status: "RECEIVED", connection_status: "RECEIVED" });
});

test("an answer that doesn’t reach Vouch puts its card back, with what was written for it", async ({
  page,
  owner,
  context,
  complaints,
}) => {
  await addIncoming(owner, [{ name: "Ann One" }, { name: "Bob Two" }]);
  await page.goto("/invitations");
  const reason = page.getByLabel("Why?");
  await pressUntil(page, "d", () => expect(reason).toBeFocused({ timeout: 2_000 }));
  await reason.fill("Sells to everybody");
  await context.setOffline(true);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Ann One: That didn’t reach Vouch.")).toBeVisible();
  await expect(news(page)).toHaveText("Back: Ann One, 1 of 2. Suggested: ask first.");
  await context.setOffline(false);
  await pressUntil(page, "d", () => expect(reason).toBeFocused({ timeout: 2_000 }));
  await expect(reason).toHaveValue("Sells to everybody");
  await page.keyboard.press("Control+Enter");
  await expect.poll(() => stands(owner, "Ann One")).toMatchObject({ status: "DECLINED", reason: "Sells to everybody" });
  complaints.length = 0; // the request that failed
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

test("two hundred in a row, the hands on the keyboard", async ({ page, owner }) => {
  const count = 200;
  await addIncoming(
    owner,
    Array.from({ length: count }, (_, place) => ({ name: `Sender ${place + 1}`, message: `Hello ${place}` })),
  );
  await page.goto("/invitations");
  const reason = page.getByLabel("Why?");
  await pressUntil(page, "d", () => expect(reason).toBeFocused({ timeout: 2_000 }));
  await page.keyboard.insertText("Nobody I know");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await page.keyboard.press("Control+Enter");
  for (let place = 2; place <= count; place += 1) {
    await expect(news(page)).toHaveText(`Next: Sender ${place}, ${place} of ${count}. Suggested: ask first.`);
    await expect(page.getByRole("heading", { level: 2, name: `Sender ${place}`, exact: true })).toBeFocused();
    if (place % 20 === 0) {
      await page.keyboard.press("q");
      await expect(page.getByLabel("Your question")).toBeFocused();
      await page.keyboard.press("Control+Enter");
    } else {
      await page.keyboard.press(["a", "d", "i"][place % 3] ?? "a");
    }
  }
  await expect(page.getByText("All answered", { exact: true }).last()).toBeVisible();
  await expect
    .poll(async () => {
      const { rows } = await asAdministrator((client) =>
        client.query(
          "select status, count(*)::int from invitation where owner_id = $1 group by status order by status",
          [owner.id],
        ),
      );
      return Object.fromEntries(rows.map((row) => [row.status, row.count]));
    })
    .toEqual({ ASKED: 10, ACCEPTED: 63, DECLINED: 64, IGNORED: 63 });
  await expect(
    page.getByRole("navigation", { name: "Which invitations" }).getByRole("link", { name: "Asked 10" }),
  ).toBeVisible();
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
