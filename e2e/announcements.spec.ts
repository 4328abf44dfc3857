// What somebody who listens hears: saved, not saved and why, taken back, and who comes next.
import type { Page } from "@playwright/test";
import { expect, openLog, test } from "./fixtures";
import { addContact, addReadyContact } from "./people";

/**
 * Keeps what the page's live regions say. As for a screen reader, an alert counts when it appears, and words in a polite
 * region only if the region was there before them.
 */
async function listen(page: Page) {
  await page.addInitScript(() => {
    const polite = "[role=status], [role=log], [aria-live=polite], output";
    const known = new WeakSet<Element>();
    const heard: string[] = [];
    Object.assign(window, { heard });
    const say = (element: Element) => {
      const text = element.textContent?.replace(/\s+/g, " ").trim();
      if (text) heard.push(text);
    };
    const look = (changes: MutationRecord[]) => {
      for (const { target, addedNodes } of changes) {
        const element = target instanceof Element ? target : target.parentElement;
        const region = element?.closest(polite);
        if (region && known.has(region)) say(region);
        const within = element?.closest("[role=alert]");
        if (within) say(within);
        for (const node of addedNodes) {
          if (!(node instanceof Element)) continue;
          for (const alert of [node, ...node.querySelectorAll("*")].filter((one) => one.matches("[role=alert]"))) {
            say(alert);
          }
        }
      }
      for (const region of document.querySelectorAll(polite)) known.add(region);
    };
    new MutationObserver(look).observe(document, { childList: true, characterData: true, subtree: true });
  });
}

const heard = (page: Page) =>
  expect.poll(() => page.evaluate(() => (window as unknown as { heard: string[] }).heard.join("\n")));

test("saved, refused, and taken back are heard", async ({ page, owner }) => {
  await addContact(owner, "Ada Lovelace");
  await listen(page);
  await page.goto("/contacts");
  const log = await openLog(page);
  await page.keyboard.press("ControlOrMeta+Enter");
  await heard(page).toContain("Not saved yet: please look at the marked fields.");

  await log.getByRole("combobox", { name: "Who" }).fill("ada lov");
  await heard(page).toMatch(/1 person/);
  await page.keyboard.press("Enter");
  await page.keyboard.press("ControlOrMeta+Enter");
  await heard(page).toContain("Logged.");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.keyboard.press("u");
  await heard(page).toContain("Taken back.");
});

test("the next person in the queue is heard, and comes back by the same words", async ({ page, owner }) => {
  await addReadyContact(owner, "Lena Okafor");
  await addReadyContact(owner, "Tomás Marín");
  await listen(page);
  await page.goto("/ready");
  await expect(page.getByRole("heading", { level: 2, name: "Tomás Marín" })).toBeVisible();
  await page.getByRole("button", { name: /Mark sent/ }).click();
  await heard(page).toContain("Tomás Marín is marked as invited.");
  await heard(page).toContain("Next: Lena Okafor, 1 of 1");
  await page.keyboard.press("u");
  await heard(page).toContain("Back to Tomás Marín, 1 of 2");
});
