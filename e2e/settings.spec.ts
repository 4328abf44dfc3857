import { expect, test } from "./fixtures";
import { addReadyContact } from "./people";

test("LinkedIn's limits as the owner sets them count in the queue", async ({ page, owner }) => {
  await addReadyContact(owner, "Lena Okafor");
  await page.goto("/settings");
  const length = page.getByLabel("Characters in a note");
  await expect(length).toHaveValue("200");
  await length.fill("three hundred");
  await page.getByRole("button", { name: "Save limits" }).click();
  await expect(page.getByText("Give a whole number.")).toBeVisible();
  await expect(length).toHaveValue("three hundred");
  await length.fill("300");
  await page.getByRole("button", { name: "Save limits" }).click();
  await expect(page.getByText("Limits saved.")).toBeVisible();
  await page.getByRole("link", { name: /Ready to connect/ }).click();
  await expect(page.getByText(/^\d+ \/ 300$/)).toBeVisible();
});

test("the time zone moves the clock that days are counted by", async ({ page }) => {
  await page.goto("/settings");
  await page.getByLabel("Name", { exact: true }).fill("Maxine Moreau");
  await page.getByLabel("Time zone").selectOption("Pacific/Kiritimati");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
  await page.goto("/log");
  const there = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "Pacific/Kiritimati" }).format();
  await expect(page.getByLabel("Day", { exact: true })).toHaveValue(there);
  await page.getByRole("link", { name: "Today" }).click();
  await expect(page.getByText("Maxine.", { exact: false })).toBeVisible();
});

test("light or dark is the system's choice until the owner makes it, from the first paint on", async ({ page }) => {
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto("/settings");
  const light = await background();
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await background();
  expect(dark).not.toBe(light);

  await page.getByRole("radiogroup", { name: "Light or dark" }).getByText("Light", { exact: true }).click();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
  await expect.poll(background).toBe(light);

  await page.emulateMedia({ colorScheme: "light" });
  await page.getByRole("radiogroup", { name: "Light or dark" }).getByText("Dark", { exact: true }).click();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect.poll(background).toBe(dark);
  // What the server sends says it already: nothing is light before the script is there.
  const html = await (await page.request.get("/contacts")).text();
  expect(html).toContain('data-theme="dark"');
  expect(html).toContain('name="color-scheme" content="dark"');
});
