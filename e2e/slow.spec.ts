// Over a slow line a page is there long before its script: it is whole without it, its forms can be sent, and what was
// typed meanwhile stays when the script comes.
import type { Page } from "@playwright/test";
import { expect, guestTest, newOwner, pressUntil, test } from "./fixtures";
import { addConnection, addContact, addIdea, addReadyContact } from "./people";

// It hands out scripts that it keeps, and nothing could be held back from it.
test.use({ serviceWorkers: "block" });
guestTest.use({ serviceWorkers: "block" });

/** Holds back every script; the answer lets them come. */
async function holdScripts(page: Page): Promise<() => void> {
  let come = () => {};
  const coming = new Promise<void>((resolve) => {
    come = resolve;
  });
  await page.route("**/*.js", async (route) => {
    await coming;
    await route.continue();
  });
  return come;
}

/** Pages are left while their scripts are still held. */
const forgetHeld = (page: Page) => page.unrouteAll({ behavior: "ignoreErrors" });

const open = (page: Page, address: string) => page.goto(address, { waitUntil: "commit" });

/** Only the script answers to a key. */
async function untilScriptIsThere(page: Page) {
  await page.getByRole("heading", { level: 1 }).click(); // out of the field: keys are for the page
  const help = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await pressUntil(page, "?", () => expect(help).toBeVisible({ timeout: 5_000 }));
  await page.keyboard.press("Escape");
  await expect(help).toBeHidden();
}

test("a page is whole without any script, after its address, one stylesheet and a font", async ({ page, owner }) => {
  const ada = await addReadyContact(owner, "Ada Lovelace");
  await holdScripts(page);
  const screens = {
    "/": page.getByRole("region", { name: "Your network" }).getByRole("link", { name: /Ready/ }),
    "/contacts": page.getByRole("row", { name: /Ada Lovelace/ }),
    [`/contacts/${ada}`]: page.getByRole("textbox", { name: "Write what happened" }),
    "/ready": page.getByRole("button", { name: "Mark sent" }),
    "/log": page.getByRole("button", { name: "Save" }),
  };
  for (const [address, last] of Object.entries(screens)) {
    await test.step(address, async () => {
      const asked: string[] = [];
      const note = (request: { resourceType: () => string }) => asked.push(request.resourceType());
      page.on("request", note);
      await open(page, address);
      await expect(last).toBeVisible();
      page.off("request", note);
      const before = asked.filter((type) => type !== "script" && type !== "other"); // the page's icon comes last
      expect(before.sort(), address).toEqual(["document", "font", "stylesheet"]);
      const inTheWay = await page.evaluate(
        () => document.querySelectorAll("script[src]:not([async], [defer], [nomodule])").length,
      );
      expect(inTheWay, `scripts that ${address} waits for`).toBe(0);
    });
  }
  await forgetHeld(page);
});

test("before its script is there a page’s form can be sent", async ({ page, owner }) => {
  const ada = await addReadyContact(owner, "Ada Lovelace");
  await holdScripts(page);
  const timeline = page.getByRole("region", { name: "Timeline" });

  await test.step("a meeting", async () => {
    await open(page, `/log?contact=${ada}`);
    await page.getByLabel("Notes").fill("Tariffs, twice.");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("main").getByText("Logged.")).toBeVisible();
  });
  await test.step("what happened, written above the timeline", async () => {
    await open(page, `/contacts/${ada}`);
    await expect(timeline).toContainText("Tariffs, twice.");
    await page.getByRole("textbox", { name: "Write what happened" }).fill("She sent the study.");
    await timeline.getByRole("button", { name: "Save" }).click();
    await expect(timeline.getByRole("listitem").filter({ hasText: "She sent the study." })).toBeVisible();
  });
  await test.step("a contact", async () => {
    await open(page, "/contacts/new");
    await page.getByLabel("Name", { exact: true }).fill("Zoë Quill");
    await page.getByRole("button", { name: "Add contact" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Zoë Quill" })).toBeVisible();
  });
  await test.step("who is looked for", async () => {
    await open(page, "/contacts");
    await page.getByRole("combobox", { name: "Filter" }).fill("quill");
    await page.getByRole("button", { name: "Filter", exact: true }).click();
    await expect(page.getByRole("row", { name: /Zoë Quill/ })).toBeVisible();
    await expect(page.getByRole("row", { name: /Ada Lovelace/ })).toHaveCount(0);
  });
  await test.step("an invitation", async () => {
    await open(page, "/ready");
    await page.getByRole("button", { name: "Mark sent" }).click();
    await expect(page.getByText("Nobody is ready yet")).toBeVisible();
    await open(page, "/invitations?show=waiting");
    await expect(page.getByText("waiting since today", { exact: false })).toBeVisible();
  });
  await forgetHeld(page);
});

test("a menu opened before the script came leads to the page where the same is done, and is a menu once it came", async ({
  page,
  owner,
}) => {
  await addIdea(owner, await addConnection(owner, "Ada Lovelace"));
  const come = await holdScripts(page);
  await open(page, "/recommendations");
  const card = page.getByRole("article", { name: "You write for Ada Lovelace" });
  await card.getByText("Set a day").click();
  const onPage = card.getByRole("link", { name: "Choose a day on its page" });
  await expect(onPage).toBeVisible();
  come();
  await card.getByRole("button", { name: "In a month" }).click();
  await expect(onPage).toHaveCount(0);
  await expect(card.getByText("Another day")).toBeVisible();
  await expect(card.getByRole("button", { name: "In a month" })).toBeHidden();
  await forgetHeld(page);
});

test("what was typed before the script came stays, and is what is saved", async ({ page, owner }) => {
  const ada = await addContact(owner, "Ada Lovelace");
  await test.step("a meeting", async () => {
    const come = await holdScripts(page);
    await open(page, `/log?contact=${ada}`);
    await page.getByLabel("Notes").fill("Tariffs, twice.");
    await page.getByRole("radio", { name: "Video call" }).check();
    come();
    await untilScriptIsThere(page);
    await expect(page.getByLabel("Notes")).toHaveValue("Tariffs, twice.");
    await expect(page.getByRole("radio", { name: "Video call" })).toBeChecked();
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page).toHaveURL(`/contacts/${ada}`);
    await forgetHeld(page);
  });
  await test.step("what happened, written above the timeline", async () => {
    const come = await holdScripts(page);
    await open(page, `/contacts/${ada}`);
    const timeline = page.getByRole("region", { name: "Timeline" });
    const box = timeline.getByRole("textbox", { name: "Write what happened" });
    await box.fill("She sent the study.");
    come();
    await untilScriptIsThere(page);
    await expect(box).toHaveValue("She sent the study.");
    await box.focus();
    await timeline.getByRole("button", { name: "Save" }).click();
    await expect(timeline.getByRole("listitem").filter({ hasText: "She sent the study." })).toBeVisible();
    await expect(timeline).toContainText("Tariffs, twice.");
    await forgetHeld(page);
  });
  await test.step("who is looked for", async () => {
    const come = await holdScripts(page);
    await open(page, "/contacts");
    await page.getByRole("combobox", { name: "Filter" }).fill("lovelace");
    come();
    await untilScriptIsThere(page);
    await expect(page.getByRole("combobox", { name: "Filter" })).toHaveValue("lovelace");
    await forgetHeld(page);
  });
});

guestTest("who signs in needn’t wait for the script", async ({ page }) => {
  const owner = await newOwner();
  await holdScripts(page);
  await open(page, "/login");
  await page.getByLabel("E-mail").fill(owner.email);
  await page.getByLabel("Password").fill(owner.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL("/");
  await forgetHeld(page);
});
