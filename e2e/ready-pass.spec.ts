// The queue as a pass: by keyboard alone, as somebody who listens hears it, and without script.
import type { Page } from "@playwright/test";
import { asAdministrator, dayFromToday, expect, expectAccessible, type Owner, test } from "./fixtures";
import { addReadyContact } from "./people";

/** Each met a moment later than the one before: so the last is the strongest and comes first. */
async function addQueue(owner: Owner, ...names: string[]) {
  const ids: Record<string, string> = {};
  for (const name of names.toReversed()) ids[name] = await addReadyContact(owner, name);
  return ids;
}

const addAddress = (owner: Owner, contact: string | undefined, slug: string) =>
  asAdministrator((client) =>
    client.query("insert into linkedin_alias (owner_id, contact_id, slug) values ($1, $2, $3)", [
      owner.id,
      contact,
      slug,
    ]),
  );

const card = (page: Page, name: string) => page.getByRole("heading", { level: 2, name });
/** What opens each, by what it says before its key. */
const later = (page: Page) => page.getByRole("form", { name: /^Later/ }).getByText("Later");
const notThisOne = (page: Page) => page.getByRole("form", { name: /^Not this one/ }).getByText("Not this one");
const toasts = (page: Page) => page.getByRole("region", { name: "Notifications" });
const voice = (page: Page, text: string) => page.getByRole("status").filter({ hasText: text });

/** Keys pressed before the page's script is there are lost: so, again until the note has the focus. */
async function startWriting(page: Page) {
  await expect(async () => {
    await page.keyboard.press("w");
    await expect(page.getByLabel("Note", { exact: true })).toBeFocused({ timeout: 2_000 });
  }).toPass();
}

test.describe("by keyboard alone", () => {
  test.use({ permissions: ["clipboard-read", "clipboard-write"] });

  test("write, copy, open, keep, send, put off, leave out, and each taken back", async ({ page, owner }) => {
    const ids = await addQueue(owner, "Lena Okafor", "Tomás Marín", "Aiko Hayashi");
    await addAddress(owner, ids["Lena Okafor"], "lena-okafor");
    await page.context().route("https://www.linkedin.com/**", (route) => route.fulfill({ body: "LinkedIn" }));
    const press = (key: string) => page.keyboard.press(key);
    await page.goto("/ready");
    await expect(page.getByText("1 of 3", { exact: true })).toBeVisible();

    const note = page.getByLabel("Note", { exact: true });
    const write = async () => {
      await startWriting(page);
      await press("ControlOrMeta+a");
      await page.keyboard.type("Hi Lena, shall we compare notes? – Max"); // no letter of it is a shortcut here
      await press("Escape");
      await expect(card(page, "Lena Okafor")).toBeFocused();
    };
    await write();

    const profile = page.waitForEvent("popup");
    await press("c");
    expect((await profile).url()).toBe("https://www.linkedin.com/in/lena-okafor/");
    await (await profile).close();
    await expect(toasts(page)).toContainText("Note copied.");
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("Hi Lena, shall we compare notes? – Max");
    const again = page.waitForEvent("popup");
    await press("o");
    await (await again).close();

    await press("d");
    await expect(toasts(page)).toContainText("Draft kept.");
    await press("u");
    await expect(toasts(page)).toContainText("The draft is as it was before.");
    await page.reload();
    await expect(note).toHaveValue(/^Hi Lena, I was glad to talk/); // no draft: what is suggested

    await write();
    await press("s");
    await expect(toasts(page)).toContainText("Lena Okafor is marked as invited.");
    await expect(card(page, "Tomás Marín")).toBeFocused();
    await expect(voice(page, "Next: Tomás Marín, 1 of 2")).toBeAttached();
    await press("u");
    await expect(card(page, "Lena Okafor")).toBeFocused();
    await expect(voice(page, "Back to Lena Okafor, 1 of 3")).toBeAttached();
    await expect(note).toHaveValue("Hi Lena, shall we compare notes? – Max");

    await press("j");
    await expect(card(page, "Tomás Marín")).toBeFocused();
    await expect(page.getByText("2 of 3", { exact: true })).toBeVisible();
    await press("z");
    await expect(page.getByRole("button", { name: "In a week" })).toBeFocused();
    await press("Escape");
    await expect(page.getByRole("button", { name: "In a week" })).toBeHidden();
    await press("z");
    await expect(page.getByRole("button", { name: "In a week" })).toBeFocused();
    await press("Enter");
    await expect(toasts(page)).toContainText("Tomás Marín comes back later.");
    await expect(card(page, "Aiko Hayashi")).toBeFocused();
    await expect(voice(page, "Next: Aiko Hayashi, 2 of 2")).toBeAttached();
    await press("u");
    await expect(card(page, "Tomás Marín")).toBeFocused();

    await press("ArrowRight");
    await expect(card(page, "Aiko Hayashi")).toBeFocused();
    await press("ArrowLeft");
    await expect(card(page, "Tomás Marín")).toBeFocused();
    await press("x");
    const reason = page.getByLabel("Why not? Only you see it.");
    await expect(reason).toBeFocused();
    await press("Enter");
    await expect(page.getByText("Say in a word or two why not", { exact: false })).toBeVisible();
    await page.keyboard.type("Moved to another field");
    await press("Enter");
    await expect(toasts(page)).toContainText("Tomás Marín is left out.");
    await expect(card(page, "Aiko Hayashi")).toBeFocused();
    await press("u");
    await expect(card(page, "Tomás Marín")).toBeFocused();
    await expect(page.getByText("2 of 3", { exact: true })).toBeVisible();

    await startWriting(page);
    await press("ControlOrMeta+Enter");
    await expect(toasts(page)).toContainText("Tomás Marín is marked as invited.");
    await expect(card(page, "Aiko Hayashi")).toBeFocused();
    await expect(voice(page, "Next: Aiko Hayashi, 2 of 2")).toBeAttached();
  });

  test("the last one gone, that is said, and the way to whom one set aside is there", async ({ page, owner }) => {
    await addQueue(owner, "Lena Okafor");
    await page.goto("/ready");
    await startWriting(page);
    await page.keyboard.press("Escape");
    await page.keyboard.press("z");
    await expect(page.getByRole("button", { name: "In a week" })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("region", { name: "Nobody is ready yet" })).toBeFocused();
    await expect(voice(page, "Nobody else is left.")).toBeAttached();
    await expect(page.getByRole("link", { name: "See the one you set aside" })).toBeVisible();
  });

  test("in a list: from row to row, put off where one is, and on to the next", async ({ page, owner }) => {
    await addQueue(owner, "Lena Okafor", "Tomás Marín", "Aiko Hayashi");
    await page.goto("/ready?view=list");
    const name = (person: string) => page.getByRole("heading", { level: 2 }).getByRole("link", { name: person });
    await expect(async () => {
      await page.keyboard.press("j");
      await expect(name("Lena Okafor")).toBeFocused({ timeout: 2_000 });
    }).toPass();
    await page.keyboard.press("ArrowDown");
    await expect(name("Tomás Marín")).toBeFocused();
    await page.keyboard.press("z");
    await expect(page.getByRole("button", { name: "In a week" })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(toasts(page)).toContainText("Tomás Marín comes back later.");
    await expect(name("Aiko Hayashi")).toBeFocused();
    await expect(voice(page, "Next: Aiko Hayashi, 2 of 2")).toBeAttached();
    await page.keyboard.press("k");
    await expect(name("Lena Okafor")).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(card(page, "Lena Okafor")).toBeVisible();
    await expect(page.getByText("1 of 2", { exact: true })).toBeVisible();
  });
});

test("what somebody who listens is told of the card", async ({ page, owner }) => {
  await addQueue(owner, "Lena Okafor", "Tomás Marín");
  await page.goto("/ready");
  await expect(page.getByRole("region", { name: "Lena Okafor" })).toMatchAriaSnapshot(`
    - region "Lena Okafor":
      - heading "Lena Okafor" [level=2]
      - list "Why Lena Okafor":
        - listitem: /Met twice/
      - textbox "Note"
      - button "Copy note"
      - button "Mark sent"
      - button "Keep as draft"
      - 'form "Later: Lena Okafor"'
      - 'form "Not this one: Lena Okafor"'
      - navigation "Go on":
        - link "Skip"
  `);
  await expect(page.getByRole("button", { name: "Mark sent" })).toHaveAttribute("aria-keyshortcuts", "S");
  await expect(page.getByLabel("Note", { exact: true })).toHaveAttribute("aria-keyshortcuts", "W");
  await expect(page.getByText(/^Suggested: your record fills all of it, .*common ground.* included\.$/)).toBeVisible();
});

for (const view of ["card", "list", "aside"]) {
  test(`accessible as ${view}, in light and dark`, async ({ page, owner }) => {
    await addQueue(owner, "Lena Okafor", "Tomás Marín");
    await page.goto(`/ready?view=${view}`);
    await expectAccessible(page);
    await page.emulateMedia({ colorScheme: "dark" });
    await expectAccessible(page);
  });
}

test("whom one set aside is listed with the reason, counted on Today, and put back", async ({ page, owner }) => {
  await addQueue(owner, "Lena Okafor", "Tomás Marín");
  await page.goto("/ready");
  await notThisOne(page).click();
  await page.getByLabel("Why not? Only you see it.").fill("Moved to another field");
  await page.getByRole("button", { name: "Leave out" }).click();
  await expect(card(page, "Tomás Marín")).toBeVisible();
  await page.goto("/");
  const lane = page.getByRole("region", { name: "Ready to connect" });
  await expect(lane.getByRole("heading")).toHaveText("Ready to connect");
  await expect(lane).not.toContainText("Lena Okafor");
  await lane.getByRole("link", { name: "1 set aside" }).click();
  const list = page.getByRole("region", { name: "Set aside" });
  await expect(list).toContainText("Left out: Moved to another field");
  await page.getByRole("button", { name: "Put back: Lena Okafor" }).click();
  await expect(page.getByText("Nobody is set aside")).toBeVisible();
  await toasts(page).getByRole("button", { name: "Undo" }).click();
  await expect(list).toContainText("Left out: Moved to another field");
});

test("put off to a day: a day that is over is refused in place", async ({ page, owner }) => {
  await addQueue(owner, "Lena Okafor", "Tomás Marín");
  await page.goto("/ready");
  await later(page).click();
  const day = page.getByLabel("On a day");
  const putOff = page.getByRole("button", { name: "Put off" });
  await putOff.click();
  await expect(page.getByText("Please choose the day on which they come back.")).toBeVisible();
  await day.fill(dayFromToday(-1));
  await day.press("Enter"); // means the day, not the first button there
  await expect(page.getByText("That day is over. Please choose one after today.")).toBeVisible();
  await expect(day).toHaveValue(dayFromToday(-1));
  await day.fill(dayFromToday(40));
  await putOff.click();
  await expect(card(page, "Tomás Marín")).toBeVisible();
});

test("words typed and not kept are there again when one comes back to the card", async ({ page, owner }) => {
  await addQueue(owner, "Lena Okafor", "Tomás Marín");
  await page.goto("/ready");
  const note = page.getByLabel("Note", { exact: true });
  await note.fill("Half a thought");
  await page.getByRole("navigation", { name: "Go on" }).getByRole("link", { name: "Skip" }).click();
  await expect(card(page, "Tomás Marín")).toBeVisible();
  await page.getByRole("link", { name: "Back", exact: true }).click();
  await expect(card(page, "Lena Okafor")).toBeVisible();
  await expect(note).toHaveValue("Half a thought");
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("every step works by its form, and can be taken back on the page that follows", async ({ page, owner }) => {
    await addQueue(owner, "Lena Okafor", "Tomás Marín");
    await page.goto("/ready");
    await later(page).click();
    await page.getByRole("button", { name: "In a month" }).click();
    await expect(card(page, "Tomás Marín")).toBeVisible();
    await expect(page.getByText("Lena Okafor is put off until", { exact: false })).toBeVisible();
    await page.getByRole("button", { name: "Put back" }).click();
    await expect(card(page, "Lena Okafor")).toBeVisible();

    await notThisOne(page).click();
    await page.getByRole("button", { name: "Leave out" }).click();
    await expect(page.getByText("Say in a word or two why not", { exact: false })).toBeVisible();
    await page.getByLabel("Why not? Only you see it.").fill("Moved to another field");
    await page.getByRole("button", { name: "Leave out" }).click();
    await expect(page.getByText("Lena Okafor is left out of the queue.")).toBeVisible();
    await page.getByRole("button", { name: "Put back" }).click();

    const note = page.getByLabel("Note", { exact: true });
    await page.getByLabel("Start from").selectOption("After a call");
    await page.getByRole("button", { name: "Start from it" }).click();
    await expect(note).toHaveValue(/\{day you last spoke\}/);
    await note.fill("Hi Lena, thank you for {day you last spoke}");
    await page.getByRole("button", { name: "Mark sent" }).click();
    await expect(page.getByText("Still to fill in or take out: {day you last spoke}").first()).toBeVisible();
    await expect(note).toHaveValue("Hi Lena, thank you for {day you last spoke}");
    await note.fill("x".repeat(201));
    await page.getByRole("button", { name: "Mark sent" }).click();
    await expect(page.getByText("One character too many for LinkedIn.", { exact: false })).toBeVisible();
    await note.fill("Hi Lena, thank you for the call");
    await page.getByRole("button", { name: "Keep as draft" }).click();
    await expect(note).toHaveValue("Hi Lena, thank you for the call");
    await page.getByRole("button", { name: "Mark sent" }).click();
    await expect(page.getByText("Lena Okafor is invited; the answer is still to come.")).toBeVisible();
    await expect(card(page, "Tomás Marín")).toBeVisible();
    await page.getByRole("button", { name: "Not sent after all" }).click();
    await expect(card(page, "Lena Okafor")).toBeVisible();
    await expect(note).toHaveValue("Hi Lena, thank you for the call");
  });
});
