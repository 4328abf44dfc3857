// Every screen with something on it, in light and dark, wide and narrow.
import type { Page } from "@playwright/test";
import { addressOfEveryScreen } from "./addresses";
import { expect, expectAccessible, expectFits, guestTest, openLog, test } from "./fixtures";
import { expectSentByKeys } from "./sent-by-keys";

const wide = { width: 1440, height: 900 };
const narrow = { width: 390, height: 844 };
const narrowest = { width: 320, height: 640 };

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

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme, viewport: wide });

    test("every screen is accessible, has one heading, a title of its own, and nothing to scroll sideways", async ({
      page,
      owner,
    }) => {
      test.setTimeout(240_000); // forty looks at twenty screens
      const titles = new Set<string>();
      for (const address of await addressOfEveryScreen(page, owner)) {
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
  for (const address of ["/login", "/join", "/setup", "/reset", "/offline", "/nowhere"]) {
    await page.goto(address);
    await expectGoodInAnyWidth(page);
  }
  complaints.length = 0; // 404 for /nowhere
});
