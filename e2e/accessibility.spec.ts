// Every screen with something on it, in light and dark, wide and narrow.
import type { Page } from "@playwright/test";
import { connectionsFile } from "../lib/testing/linkedin-files";
import { addBusyDesk } from "./busy-desk";
import { dayFromToday, expect, expectAccessible, guestTest, type Owner, openLog, test } from "./fixtures";
import { ownersRoutes } from "./routes";

const wide = { width: 1440, height: 900 };
const narrow = { width: 390, height: 844 };
const narrowest = { width: 320, height: 640 };

async function expectFits(page: Page) {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect.soft(over, `${new URL(page.url()).pathname}, ${page.viewportSize()?.width} wide, scrolls sideways`).toBe(0);
}

/** The page as it stands, wide and narrow. */
async function expectGoodInAnyWidth(page: Page) {
  await expect(page.getByRole("heading", { level: 1 }), page.url()).toHaveCount(1);
  await expectAccessible(page);
  await page.setViewportSize(narrow);
  await expectAccessible(page);
  await expectFits(page);
  await page.setViewportSize(narrowest);
  await expectFits(page);
  await page.setViewportSize(wide);
}

/** Ctrl-Enter in a field sends its form, whichever form it is. Nothing is sent here: it is stopped before anybody hears. */
async function expectSentByKeys(page: Page) {
  await expect(async () => {
    const deaf = await page.evaluate(() => {
      const sent = new Set<EventTarget | null>();
      const stop = (event: Event) => {
        sent.add(event.target);
        event.preventDefault();
        event.stopImmediatePropagation();
      };
      window.addEventListener("submit", stop, { capture: true });
      const fields = [...document.forms].flatMap((form) => {
        const written = [...form.elements].find(
          (element) =>
            element.checkVisibility() &&
            element.matches("textarea, select, input:is([type=text], [type=email], :not([type]))"),
        );
        return written ? [{ form, written }] : [];
      });
      for (const { written } of fields) {
        const keys = { key: "Enter", ctrlKey: true, bubbles: true, cancelable: true };
        written.dispatchEvent(new KeyboardEvent("keydown", keys));
      }
      window.removeEventListener("submit", stop, { capture: true });
      return fields.filter(({ form }) => !sent.has(form)).map(({ written }) => written.outerHTML.slice(0, 200));
    });
    expect(deaf, `${page.url()}: not sent by Ctrl-Enter`).toEqual([]);
  }).toPass({ timeout: 15_000 });
}

/** An address for every route of the app, and the screens that hide behind a query. */
async function addresses(page: Page, owner: Owner) {
  const { contact, check, interaction, recommendation } = await addBusyDesk(owner);
  await page.goto("/data");
  const file = connectionsFile([
    { first: "Ada", last: "Byron", url: "https://www.linkedin.com/in/ada", on: "5 May 2020" },
  ]);
  await page
    .getByLabel("Files to bring")
    .setInputFiles({ name: "Connections.csv", mimeType: "text/csv", buffer: Buffer.from(file) });
  await expect(page.getByRole("heading", { level: 1, name: "Connections.csv" })).toBeVisible();
  const batch = new URL(page.url()).pathname;
  const person = `/contacts/${contact}`;
  const routes: Record<string, string> = {
    "/": "/",
    "/connections": "/connections",
    "/connections/intro-test": "/connections/intro-test",
    "/connections/removals": "/connections/removals",
    "/contacts": "/contacts",
    "/contacts/[id]": person,
    "/contacts/[id]/assessment": `${person}/assessment`,
    "/contacts/[id]/checks/[checkId]": `${person}/checks/${check}`,
    "/contacts/[id]/checks/new": `${person}/checks/new`,
    "/contacts/[id]/edit": `${person}/edit`,
    "/contacts/[id]/strength": `${person}/strength?at=${dayFromToday(40)}&meet=${dayFromToday(20)}&check=EXPERTISE`,
    "/contacts/duplicates": "/contacts/duplicates",
    "/contacts/new": "/contacts/new",
    "/contacts/trash": "/contacts/trash",
    "/data": "/data",
    "/data/[batchId]": batch,
    "/invitations": "/invitations?new",
    "/log": "/log",
    "/log/[id]": `/log/${interaction}`,
    "/ready": "/ready",
    "/recommendations": "/recommendations?new",
    "/recommendations/[id]": `/recommendations/${recommendation}`,
    "/recommendations/help": "/recommendations/help",
    "/recommendations/introductions": "/recommendations/introductions?q=lineage",
    "/recommendations/ledger": "/recommendations/ledger",
    "/settings": "/settings",
  };
  expect(Object.keys(routes).sort(), "an address for every route").toEqual(ownersRoutes);
  return Object.values(routes);
}

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme, viewport: wide });

    test("every screen is accessible, has one heading, a title of its own, and nothing to scroll sideways", async ({
      page,
      owner,
    }) => {
      test.setTimeout(240_000); // forty looks at twenty screens
      const titles = new Set<string>();
      for (const address of await addresses(page, owner)) {
        await test.step(address, async () => {
          await page.goto(address);
          await expectGoodInAnyWidth(page);
          if (colorScheme === "light") await expectSentByKeys(page);
          const title = await page.title();
          expect.soft(titles, `the title of ${address}`).not.toContain(title);
          titles.add(title);
        });
      }
    });
  });
}

test("the dialog to log a meeting, and the phone’s drawer", async ({ page }) => {
  await openLog(page);
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await page.setViewportSize(narrow);
  await page.getByRole("button", { name: "More" }).click();
  await expect(page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Settings" })).toBeVisible();
  await expectAccessible(page);
});

guestTest("signing in, and what isn’t there", async ({ page, complaints }) => {
  for (const address of ["/login", "/setup", "/nowhere"]) {
    await page.goto(address);
    await expectGoodInAnyWidth(page);
  }
  complaints.length = 0; // 404 for /nowhere
});
