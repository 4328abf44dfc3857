import { expect, test } from "./fixtures";
import { addReadyContact } from "./people";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

test("the note starts from the real record, counts, and is copied", async ({ page, owner }) => {
  await addReadyContact(owner, "Lena Okafor");
  await page.goto("/");
  await page.getByRole("main").getByRole("link", { name: "Open queue" }).first().click();
  await expect(page.getByRole("heading", { name: "Lena Okafor" })).toBeVisible();
  const why = page.getByRole("list", { name: "Why Lena Okafor" });
  await expect(why).toContainText("Met twice");
  await expect(why).toContainText("Two independent checks");
  await expect(why).toContainText("data quality and climbing");

  const note = page.getByLabel("Note", { exact: true });
  await page.getByLabel("Start from").selectOption("A shared goal");
  await expect(note).toHaveValue(/^Hi Lena, .*Compare notes on lineage.* – Max$/s);
  await note.fill("Hi Lena, shall we compare notes? – Max");
  await expect(page.getByText("38 / 200")).toBeVisible();
  await page.getByRole("button", { name: "Copy note" }).click();
  await expect(page.getByText("Note copied.", { exact: false })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("Hi Lena, shall we compare notes? – Max");
});

test("a note that is too long, or has a field nobody filled, isn't marked as sent", async ({ page, owner }) => {
  await addReadyContact(owner, "Lena Okafor");
  await page.goto("/ready");
  const note = page.getByLabel("Note", { exact: true });
  await note.fill("x".repeat(203));
  await expect(page.getByText("3 characters too many for LinkedIn.", { exact: false })).toBeVisible();
  await page.getByRole("button", { name: "Mark sent" }).click();
  await expect(note).toBeFocused();
  await note.fill("Hi {first name}, how are you?");
  await expect(page.getByText("Still to fill in or take out: {first name}")).toBeVisible();
  await page.getByRole("button", { name: "Mark sent" }).click();
  await expect(page.getByRole("heading", { name: "Lena Okafor" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { name: "Lena Okafor" })).toBeVisible();
});

test("marked as sent they leave the queue, and come back with their note when that is undone", async ({
  page,
  owner,
}) => {
  const id = await addReadyContact(owner, "Lena Okafor");
  await page.goto("/ready");
  const note = page.getByLabel("Note", { exact: true });
  await note.fill("Hi Lena, shall we compare notes? – Max");
  await page.getByRole("button", { name: "Mark sent" }).click();
  await expect(page.getByText("Lena Okafor is marked as invited.")).toBeVisible();
  await expect(page.getByText("Nobody is ready yet")).toBeVisible();
  await page.getByRole("region", { name: "Notifications" }).getByRole("button", { name: "Undo" }).click();
  await expect(note).toHaveValue("Hi Lena, shall we compare notes? – Max");

  await page.getByRole("button", { name: "Mark sent" }).click();
  await expect(page.getByText("Nobody is ready yet")).toBeVisible();
  await page.goto(`/contacts/${id}`);
  await expect(page.getByText("Invited, no answer yet")).toBeVisible();
  await expect(page.getByRole("region", { name: "Timeline" })).toContainText("Hi Lena, shall we compare notes?");
});

test("withdrawn, they are blocked until LinkedIn lets you invite them again", async ({ page, owner }) => {
  const id = await addReadyContact(owner, "Lena Okafor");
  await page.goto("/ready");
  await page.getByLabel("Note", { exact: true }).fill("Hi Lena, shall we compare notes? – Max");
  await page.getByRole("button", { name: "Mark sent" }).click();
  await expect(page.getByText("Nobody is ready yet")).toBeVisible();
  await page.goto("/invitations?show=waiting");
  await page.getByRole("button", { name: "Withdrawn" }).click();
  await expect(page.getByText("Withdrawn. LinkedIn asks for three weeks", { exact: false })).toBeVisible();
  await page.goto(`/contacts/${id}`);
  await expect(page.getByText("Blocked", { exact: true })).toBeVisible();
  await expect(page.getByRole("region", { name: "Why" })).toContainText(
    "LinkedIn lets you invite again after three weeks",
  );
  await page.goto("/ready");
  await expect(page.getByText("Nobody is ready yet")).toBeVisible();
});
