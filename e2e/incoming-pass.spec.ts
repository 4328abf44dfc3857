// Answering invitations by keyboard alone, with everything said aloud and taken back.
import { asAdministrator, expect, pressUntil, test } from "./fixtures";
import { card, news, stands, toast } from "./incoming";
import { addIncoming } from "./people";

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
  await page.keyboard.press("d");
  await expect(reason).toBeFocused();
  await expect(reason).toHaveValue("Sells to everybody");
  await page.keyboard.press("Control+Enter");
  await expect.poll(() => stands(owner, "Ann One")).toMatchObject({ status: "DECLINED", reason: "Sells to everybody" });
  complaints.length = 0; // the request that failed
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
