import { asAdministrator, dayFromToday, expect, type Owner, openLog, signIn, test } from "./fixtures";
import { addContact, addReadyContact } from "./people";

/** Ready but for one more source. */
async function addAlmostReady(owner: Owner): Promise<string> {
  const id = await addReadyContact(owner, "Lena Okafor");
  await asAdministrator((client) =>
    client.query("delete from credential_check where owner_id = $1 and contact_id = $2 and kind = 'TESTIMONIAL'", [
      owner.id,
      id,
    ]),
  );
  return id;
}

test("the strength opens into its past and future, and any day can be looked at", async ({ page, owner }) => {
  const id = await addReadyContact(owner, "Lena Okafor");
  await page.goto(`/contacts/${id}`);
  await page.getByRole("region", { name: "Strength" }).getByRole("link", { name: "Over time, and what if" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Strength with Lena Okafor" })).toBeVisible();
  const picture = page.getByRole("region", { name: "Over time" });
  await expect(picture.getByRole("img", { name: /^Strength over time/ })).toBeVisible();
  await picture.getByText("The picture in words").click();
  await expect(picture.getByRole("row", { name: /Met in person/ })).toHaveCount(2);
  await expect(picture.getByRole("row", { name: /No longer warm/ })).toHaveCount(1);
  const today = page.getByRole("region", { name: "Today" });
  await expect(today.getByText("Ready", { exact: true })).toBeVisible();

  await picture.getByLabel("Look at a day").fill(dayFromToday(400));
  await picture.getByRole("button", { name: "Show" }).click();
  const then = page.getByRole("region", { name: /^On / });
  await expect(then.getByText("Building", { exact: true })).toBeVisible();
  await expect(then.getByText("if nothing happens until then", { exact: false })).toBeVisible();
  await expect(then.getByRole("link", { name: /^Your assessment counted until/ })).toHaveCount(4);
  await expect(picture.getByLabel("Look at a day")).toHaveValue(dayFromToday(400));

  await picture.getByLabel("Look at a day").fill(dayFromToday(-15));
  await picture.getByRole("button", { name: "Show" }).click();
  await expect(then.getByText("from what had happened by then", { exact: false })).toBeVisible();
  await expect(then.getByRole("link", { name: /^One interaction/ })).toBeVisible();

  await picture.getByRole("link", { name: "Back to today" }).click();
  await expect(today.getByText("Ready", { exact: true })).toBeVisible();
  await expect(picture.getByLabel("Look at a day")).toHaveValue(dayFromToday(0));
});

test("what if shows the verdict that would follow, and changes nothing", async ({ page, owner }) => {
  const id = await addAlmostReady(owner);
  await page.goto(`/contacts/${id}/strength`);
  const whatIf = page.getByRole("region", { name: "What if" });
  await whatIf.getByLabel("One more independent check").selectOption("Background");
  await whatIf.getByRole("button", { name: "See what would follow" }).click();
  await expect(whatIf.getByRole("row", { name: "Verdict Almost Ready" })).toBeVisible();
  await expect(whatIf.getByRole("row", { name: /^Next step Check with one more.* Nothing is missing$/ })).toBeVisible();

  await whatIf.getByLabel("You meet on").fill(dayFromToday(30));
  await whatIf.getByRole("button", { name: "See what would follow" }).click();
  await expect(whatIf.getByText("if nothing else happens", { exact: false })).toBeVisible();
  await expect(whatIf.getByLabel("One more independent check")).toHaveValue("BACKGROUND");
  await expect(page.getByRole("region", { name: "Over time" }).getByText("What if", { exact: true })).toBeVisible();

  await whatIf.getByLabel("You meet on").fill(dayFromToday(-1));
  await whatIf.getByRole("button", { name: "See what would follow" }).click();
  await expect(
    whatIf.getByText("A meeting that has happened is logged, not supposed.", { exact: false }),
  ).toBeVisible();

  await page.goto(`/contacts/${id}`);
  await expect(page.getByText("Almost: one rule missing")).toBeVisible();
  await expect(page.getByRole("region", { name: "Timeline" }).getByText("Check:", { exact: false })).toHaveCount(1);
});

test("what is chosen before the page’s script is there stays", async ({ page, owner }) => {
  const id = await addContact(owner, "Nora Nytt");
  let letScriptIn = () => {};
  const chosen = new Promise<void>((resolve) => {
    letScriptIn = resolve;
  });
  await page.route("**/*.js", async (route) => {
    await chosen;
    await route.continue();
  });
  await page.goto(`/contacts/${id}/strength`, { waitUntil: "commit" });
  const whatIf = page.getByRole("region", { name: "What if" });
  await whatIf.getByLabel("One more independent check").selectOption("Background");
  await whatIf.getByLabel("You meet on").fill(dayFromToday(30));
  letScriptIn();
  await page.getByRole("heading", { level: 1 }).click(); // out of the field: "l" is for the page
  await openLog(page); // which only the script does
  await page.keyboard.press("Escape");
  await expect(whatIf.getByLabel("One more independent check")).toHaveValue("BACKGROUND");
  await expect(whatIf.getByLabel("You meet on")).toHaveValue(dayFromToday(30));
});

test("sliding to a day asks for it", async ({ page, owner }) => {
  const id = await addReadyContact(owner, "Lena Okafor");
  await page.goto(`/contacts/${id}/strength`);
  const slider = page.getByRole("slider", { name: "Day, along the picture" });
  // Keys pressed before the page's script is there are lost: so, again.
  await expect(async () => {
    await slider.press("End");
    await expect(page.getByRole("region", { name: /^On / })).toBeVisible({ timeout: 5_000 });
  }).toPass();
  await expect(page).toHaveURL(/at=20\d\d-/);
});

test("without script, days and suppositions are asked all the same; without contact the page teaches", async ({
  browser,
  owner,
}) => {
  const id = await addContact(owner, "Nora Nytt");
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page, owner);
  await page.goto(`/contacts/${id}/strength`);
  await expect(page.getByText("Nothing happened between you yet")).toBeVisible();
  await page.getByLabel("You meet on").fill(dayFromToday(7));
  await page.getByLabel("How").selectOption("Video call");
  await page.getByRole("button", { name: "See what would follow" }).click();
  await expect(page.getByRole("row", { name: /^Strength 0 27$/ })).toBeVisible();
  await expect(page.getByLabel("How")).toHaveValue("VIDEO");
  await page.goto(`/contacts/${id}/strength?at=2027-02-30`);
  await expect(page.getByText("This isn’t a day.", { exact: false })).toBeVisible();
  await context.close();
});
