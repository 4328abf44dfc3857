import type { Page } from "@playwright/test";
import { asAdministrator, expect, expectAccessible, type Owner, test } from "./fixtures";
import { addContacts, addReadyContact } from "./people";

/** Lena, ready; Ada who introduced her, and Ben, who works where Ada does; Cleo shares a tag with Lena. */
async function addCircle(owner: Owner) {
  const lena = await addReadyContact(owner, "Lena Okafor");
  const [ada = "", ben = "", cleo = ""] = await addContacts(owner, ["Ada Byron", "Ben Silva", "Cleo Marsh"]);
  await asAdministrator(async (client) => {
    await client.query("update contact set company = 'Kumo' where owner_id = $1 and id = any ($2)", [
      owner.id,
      [ada, ben],
    ]);
    await client.query(
      `with made as (insert into tag (owner_id, name) values ($1, 'energy') returning id)
       insert into contact_tag (owner_id, contact_id, tag_id) select $1, unnest($2::uuid[]), id from made`,
      [owner.id, [lena, cleo]],
    );
    await client.query(
      `insert into support_act (owner_id, id, introduction_id, contact_id, introduced_contact_id, direction, kind)
       select $1, id, id, $2, $3, 'RECEIVED', 'INTRODUCTION' from uuid_v7() as id`,
      [owner.id, ada, lena],
    );
    await client.query(
      "insert into standing_day values ($1, current_date - 40, 0, 0, 3, 0, 0, 0, 0, 0, 1, 2), ($1, current_date - 200, 0, 0, 2, 0, 0, 0, 0, 0, 0, 2)",
      [owner.id],
    );
    await client.query(
      `insert into invitation (owner_id, contact_id, direction, status, sent_at, answered_at, sent_rules_met)
       values ($1, $2, 'OUTGOING', 'ACCEPTED', now() - interval '5 days', now(), 6)`,
      [owner.id, ben],
    );
  });
  return { lena, ada };
}

test("the network over time in pictures, and the same in numbers", async ({ page, owner }) => {
  await addCircle(owner);
  await page.reload();
  await page.getByRole("region", { name: "Your network" }).getByRole("link", { name: "Over time" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Network" })).toBeVisible();
  const time = page.getByRole("region", { name: "Over time" });
  await expect(
    time.getByRole("img", { name: "Ready: one person now, 0 at first, 1 at most in between." }),
  ).toBeVisible();
  await expect(time.getByRole("img", { name: "Cold: 3 people now, 2 at first, 3 at most in between." })).toBeVisible();
  await time.getByText("In numbers").click();
  const table = time.getByRole("table", { name: "Each month as you last looked at it" });
  await expect(table.getByRole("row")).toHaveCount(4);
  const now = table.getByRole("row").nth(1);
  await expect(now.getByRole("cell").nth(0)).toHaveText("1"); // ready
  await expect(now.getByRole("cell").nth(2)).toHaveText("3"); // building

  const rules = page.getByRole("region", { name: "Rules met" });
  await rules.getByText("In numbers").click();
  await expect(rules.getByRole("row", { name: "6 1" })).toBeVisible();
  await expect(rules.getByRole("row", { name: "0 3" })).toBeVisible();
  const accepted = page.getByRole("region", { name: "Invitations accepted" });
  await expect(accepted).toContainText("1 of 1: 100%");
  await accepted.getByText("In numbers").click();
  await expect(accepted.getByRole("row", { name: /1 1 100%$/ })).toHaveCount(1);
  await expect(page.getByRole("region", { name: "Interactions a week" })).toContainText("last 12");
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: "dark" });
  await expectAccessible(page);
});

/** Frames asked for on the page so far. */
const frames = (page: Page) => page.evaluate(() => (window as unknown as { frames: number }).frames);

test("the map by keyboard: somebody is found, their ties are told as the table tells them, and it stands still", async ({
  page,
  owner,
}) => {
  const { lena, ada } = await addCircle(owner);
  await page.emulateMedia({ reducedMotion: "no-preference" });
  await page.addInitScript(() => {
    const counted = window as unknown as { frames: number };
    counted.frames = 0;
    const request = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (frame) => {
      counted.frames++;
      return request(frame);
    };
  });
  await page.goto("/map");
  await expect(page.getByText("4 people on the map.")).toBeAttached();
  const map = page.getByRole("application", { name: "Map of 4 people" });
  const chosen = page.getByRole("region", { name: "Who is chosen" });

  const find = page.getByRole("searchbox", { name: "Find somebody" });
  await find.fill("okaf");
  await page.keyboard.press("Enter");
  await expect(chosen.getByRole("heading", { name: "Lena Okafor" })).toBeVisible();
  await expect(chosen.getByText("Ready", { exact: true })).toBeVisible();
  await expect(chosen.getByRole("definition").first()).toHaveText("Ada Byron");
  await expect(chosen).toContainText("Tagged energy with");
  await expectAccessible(page);

  const row = page.getByRole("table", { name: "The map as a table" }).getByRole("row", { name: /^Lena Okafor/ });
  await expect(row.getByRole("cell").nth(1)).toHaveText("Ada Byron"); // introduced by
  await expect(row.getByRole("cell").nth(5)).toHaveText("energy: Cleo Marsh");
  const ben = page.getByRole("row", { name: /^Ben Silva/ });
  await expect(ben.getByRole("cell").nth(4)).toHaveText("Kumo: Ada Byron");

  await chosen.getByRole("button", { name: "Ada Byron" }).click();
  await expect(chosen.getByRole("heading", { name: "Ada Byron" })).toBeVisible();
  await expect(chosen).toContainText("Introduced you to");
  await map.focus();
  for (const key of ["+", "-", "ArrowLeft", "0", "Escape"]) await page.keyboard.press(key);
  await expect(chosen).toContainText("Point at somebody");
  await page.keyboard.press("Enter"); // whoever is in the middle
  await expect(chosen.getByRole("heading")).toBeVisible();

  // Frames of the browser go by; the map asks for none.
  const stands = await page.evaluate(async () => {
    const counted = window as unknown as { frames: number };
    const next = () => new Promise<void>((seen) => requestAnimationFrame(() => seen()));
    await next();
    const before = counted.frames;
    for (let n = 0; n < 10; n++) await next();
    return counted.frames - before;
  });
  expect(stands).toBe(10); // the ten asked for here
  const drawn = await frames(page);
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "no-preference" });
  await expect.poll(() => frames(page)).toBeGreaterThan(drawn); // drawn anew in the other colours
  await expectAccessible(page);

  await page.getByRole("checkbox", { name: "Companies" }).uncheck();
  await expect(page.getByText("4 people on the map.")).toBeAttached();
  await find.fill("lena");
  await page.keyboard.press("Enter");
  await chosen.getByRole("link", { name: "Only around them" }).click();
  await expect(page).toHaveURL(`/map?around=${lena}`);
  await expect(page.getByText("3 people on the map.")).toBeAttached();
  await expect(page.getByRole("row", { name: /^Ben Silva/ })).toHaveCount(0);
  await page.getByLabel("Company").fill("kumo");
  await page.keyboard.press("Enter");
  await expect(page.getByText("One person on the map.")).toBeAttached();
  await find.fill("ada");
  await page.keyboard.press("Enter");
  await page.getByRole("application").focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`/contacts/${ada}`);
});

test("whoever wants no motion gets the map at once, on a phone too", async ({ page, owner }) => {
  await addCircle(owner);
  await page.emulateMedia({ reducedMotion: "reduce", colorScheme: "dark" });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/map");
  await expect(page.getByText("4 people on the map.")).toBeAttached();
  await page.getByRole("button", { name: "Nearer" }).click();
  await page.getByRole("button", { name: "All of it" }).click();
  await expectAccessible(page);
});
