import type { Page } from "@playwright/test";
import { addConnections, addVouchedFor } from "./connections";
import { asAdministrator, expect, expectAccessible, pressUntil, test } from "./fixtures";

const card = (page: Page, name: string) => page.getByRole("heading", { level: 2, name, exact: true });

test("the intro test by keyboard alone: thirty people in a row, left and taken up again", async ({ page, owner }) => {
  const names = Array.from({ length: 30 }, (_, place) => `Person ${String(place + 1).padStart(2, "0")}`);
  const ids = await addConnections(owner, names);
  const asked = names
    .map((name, place) => ({ name, id: ids[place] ?? "" }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ name }) => name);
  await addVouchedFor(owner, "Vera Vouched"); // asked nothing: the rule holds
  await page.goto("/connections");
  await pressUntil(page, "i", () => expect(page).toHaveURL("/connections/intro-test", { timeout: 5_000 }));
  const turn = page.getByRole("status").filter({ hasText: /tested|Next/ });
  const answered = async (next: string, place: number) => {
    await expect(turn).toHaveText(`Next: ${next}, ${place} of 31`);
    await expect(card(page, next)).toBeFocused();
  };

  const skipped: string[] = [];
  for (const [place, name] of asked.entries()) {
    await expect(card(page, name)).toBeVisible();
    if (place === 16) {
      // Tomorrow, on another page load: it goes on where it was.
      await page.goto("/");
      await page.goto("/connections/intro-test");
      await expect(card(page, name)).toBeVisible();
    }
    const next = asked[place + 1];
    const press = async () => {
      if (place % 4 === 0) {
        await page.keyboard.press("y");
        await expect(page.getByLabel("What could you say that isn’t true of everybody?")).toBeFocused({
          timeout: 2_000,
        });
        await page.keyboard.insertText(`Number ${place} was never late`);
        await page.keyboard.press("Enter");
      } else await page.keyboard.press(place % 16 === 3 ? "s" : "x");
    };
    if (place === 0 || place === 16)
      await expect(press).toPass(); // the page's script may not be there yet
    else await press();
    if (place % 16 === 3) skipped.push(name);
    if (next) await answered(next, place + 3); // Vera is one of those tested
  }

  // Those skipped come back at the end, who was skipped first comes first.
  expect(skipped).toHaveLength(2);
  await expect(page.getByRole("progressbar", { name: "Connections tested" })).toHaveAttribute("aria-valuenow", "93");
  await expect(page.getByText("29 of 31 tested, 2 skipped until the end", { exact: false })).toBeVisible();
  for (const [place, name] of skipped.entries()) {
    await expect(card(page, name)).toBeFocused();
    await expect(turn).toHaveText(`Next: ${name}, ${30 + place} of 31`);
    await page.keyboard.press("x");
  }
  await expect(page.getByText("All tested", { exact: true })).toBeFocused();
  await expect(turn).toHaveText("That was the last one: all 31 are tested.");

  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("link", { name: "Vouched for 9" })).toHaveAttribute("aria-current", "page");
  await expect(page.getByText("You can vouch for 9 of 31: 29%.")).toBeVisible();
});

test("a yes needs a sentence; an answer is taken back; a no can go straight to the removal list", async ({
  page,
  owner,
}) => {
  const [ada = "", ben = ""] = await addConnections(owner, ["Ada Byron", "Ben Frost"]);
  const [first, second] = ada < ben ? ["Ada Byron", "Ben Frost"] : ["Ben Frost", "Ada Byron"];
  await page.goto("/connections/intro-test");
  const sentence = page.getByLabel("What could you say that isn’t true of everybody?");
  await pressUntil(page, "y", () => expect(sentence).toBeFocused({ timeout: 2_000 }));
  await page.keyboard.press("Enter");
  await expect(page.getByText("Write one sentence first", { exact: false })).toBeVisible();
  await expect(sentence).toBeFocused();
  await page.keyboard.type("Wrote the first program");
  await page.keyboard.press("Escape");
  await expect(card(page, first)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(card(page, second)).toBeFocused();

  await page.keyboard.press("u");
  await expect(card(page, first)).toBeFocused();
  await expect(sentence).toHaveValue("");
  await page.keyboard.press("r");
  await expect(card(page, second)).toBeFocused();
  await page.keyboard.press("x");
  await expect(page.getByText("All tested", { exact: true })).toBeFocused();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Removal list" }).click();
  const row = page.getByRole("article", { name: first });
  await expect(row.getByLabel(`Why remove ${first}`, { exact: true })).toHaveValue("I wouldn’t introduce them");
});

test("two answers don’t make the others newer, unless they are said to hold", async ({ page, owner }) => {
  const lena = await addVouchedFor(owner, "Lena Okafor");
  await asAdministrator((client) =>
    client.query("update assessment set reviewed_at = '2024-05-06' where owner_id = $1 and contact_id = $2", [
      owner.id,
      lena,
    ]),
  );
  await page.goto("/connections/intro-test");
  const rest = page.getByRole("checkbox", { name: "All of this still holds today" });
  await expect(rest).toHaveAccessibleDescription(/It counted until 6 May 2025/);
  await expect(page.getByText("Compare notes on lineage")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByText("All tested", { exact: true })).toBeVisible();
  await page.goto("/connections?show=lapsed");
  const row = page.getByRole("article", { name: "Lena Okafor" });
  await expect(row.getByRole("img", { name: "2 of 6 rules hold: knowing them and being in touch" })).toBeVisible();

  await page.goto("/connections/intro-test");
  await pressUntil(page, "u", () => expect(card(page, "Lena Okafor")).toBeVisible({ timeout: 5_000 }));
  await pressUntil(page, "a", () => expect(rest).toBeChecked({ timeout: 2_000 }));
  await page.keyboard.press("Enter");
  await expect(page.getByText("All tested", { exact: true })).toBeVisible();
  await page.goto("/connections?show=vouched");
  await expect(row.getByRole("img", { name: /^6 of 6 rules hold/ })).toBeVisible();
});
