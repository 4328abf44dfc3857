// Every screen with something on it, in light and dark, wide and narrow.
import type { Page } from "@playwright/test";
import { screenTest } from "./every-screen";
import { expect, expectAccessible, expectFits, expectGoodColours, guestTest, openLog, test } from "./fixtures";
import { ownersRoutes } from "./routes";
import { expectSentByKeys } from "./sent-by-keys";

const wide = { width: 1440, height: 900 };
const narrow = { width: 390, height: 844 };
const narrowest = { width: 320, height: 640 };

/** The page as it stands, wide and narrow, in light and dark. */
async function expectGoodInAnyLook(page: Page) {
  await expect(page.getByRole("heading", { level: 1 }), page.url()).toHaveCount(1);
  for (const viewport of [wide, narrow]) {
    await page.setViewportSize(viewport);
    await expectFits(page);
    await page.emulateMedia({ colorScheme: "dark" });
    await expectGoodColours(page);
    await page.emulateMedia({ colorScheme: "light" });
    await expectAccessible(page);
  }
  await page.setViewportSize(narrowest);
  await expectFits(page);
  await page.setViewportSize(wide);
}

screenTest.describe("accessible, one heading, nothing to scroll sideways:", () => {
  for (const route of ownersRoutes) {
    screenTest(route, async ({ page, desk }) => {
      await page.goto(desk.addresses[route] ?? "");
      await expectGoodInAnyLook(page);
      await expectSentByKeys(page);
    });
  }
});

screenTest("every screen has a title of its own", async ({ request, desk }) => {
  const titles = await Promise.all(
    Object.entries(desk.addresses).map(async ([route, address]) => {
      const [, title] = /<title>([^<]+)<\/title>/.exec(await (await request.get(address)).text()) ?? [];
      return { route, title };
    }),
  );
  const shared = titles.filter(({ title }) => !title || titles.filter((other) => other.title === title).length > 1);
  expect(shared).toEqual([]);
});

test("the dialog to log a meeting, and the phone’s drawer", async ({ page }) => {
  await openLog(page);
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await expectGoodColours(page);
  await page.keyboard.press("Escape");
  await page.setViewportSize(narrow);
  await page.getByRole("button", { name: "More" }).click();
  await expect(page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Settings" })).toBeVisible();
  await expectGoodColours(page);
  await page.emulateMedia({ colorScheme: "light" });
  await expectAccessible(page);
});

guestTest.describe("for guests:", () => {
  for (const address of ["/login", "/join", "/setup", "/reset", "/offline", "/nowhere"]) {
    guestTest(address, async ({ page, complaints }) => {
      await page.goto(address);
      await expectGoodInAnyLook(page);
      if (address === "/nowhere") complaints.length = 0; // 404
    });
  }
});
