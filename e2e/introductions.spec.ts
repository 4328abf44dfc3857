import type { Page } from "@playwright/test";
import { asAdministrator, expect, type Owner, signIn, test } from "./fixtures";
import { addContacts, addReadyContact } from "./people";

const undo = (page: Page) => page.getByRole("region", { name: "Notifications" }).getByRole("button", { name: "Undo" });
const timeline = (page: Page) => page.getByRole("region", { name: "Timeline" });

const worksAt = (owner: Owner, company: string, ids: string[]) =>
  asAdministrator((client) =>
    client.query("update contact set company = $2 where owner_id = $1 and id = any($3)", [owner.id, company, ids]),
  );

/** Chooses a contact by typing a part of the name. */
async function choose(page: Page, label: string, name: string) {
  const box = page.getByRole("combobox", { name: label });
  await box.fill(name.slice(0, 5));
  await expect(page.getByRole("option", { name: new RegExp(name) })).toBeVisible();
  await box.press("Enter");
  await expect(box).toHaveValue(name);
}

test("who could introduce me to someone at…: a slip is forgiven, strong ties come first, each with a reason", async ({
  page,
  owner,
}) => {
  const lena = await addReadyContact(owner, "Lena Okafor");
  const [cora = ""] = await addContacts(owner, ["Cora Cold"]);
  await worksAt(owner, "Brightwell", [lena, cora]);
  await page.goto("/recommendations/introductions");
  const question = page.getByLabel("Company, tag or field of expertise");
  await question.fill("  ");
  await question.press("Enter");
  await expect(question).toHaveAccessibleDescription(/Type a company, a tag or a field of expertise\./);
  await question.fill("x");
  await question.press("Enter");
  await expect(question).toHaveAccessibleDescription(/Type at least two letters\./);
  await question.fill("brigthwell");
  await question.press("Enter");
  const answer = page.getByRole("status").filter({ hasText: "for “brigthwell”" });
  await expect(answer).toContainText("This is for “Brightwell”");
  await expect(answer).toContainText("2 people");
  await expect(answer.getByRole("region", { name: "Lena Okafor" })).toContainText(
    "You know Lena well: ask them yourself.",
  );
  const ways = answer.getByRole("list", { name: "Who could introduce you to Cora Cold" });
  await expect(ways.getByRole("listitem")).toHaveCount(1);
  await expect(ways).toContainText("Lena Okafor");
  await expect(ways).toContainText("Also at Brightwell");
  await question.fill("Nowhere at all");
  await question.press("Enter");
  await expect(page.getByText("Nobody in your contacts has to do with “Nowhere at all”")).toBeVisible();
});

test("an introduction made is logged for all three by one form, and undone for all three", async ({ page, owner }) => {
  const [ben = "", lena = ""] = await addContacts(owner, ["Ben Ode", "Lena Okafor"]);
  await page.goto("/recommendations/introductions");
  const log = page.getByRole("region", { name: "Log an introduction" });
  await choose(page, "First person", "Ben Ode");
  await choose(page, "Second person", "Ben Ode");
  await log.getByRole("button", { name: "Log introduction" }).press("Enter");
  const second = page.getByRole("combobox", { name: "Second person" });
  await expect(second).toHaveAccessibleDescription(/Nobody can be introduced to themselves/);
  await choose(page, "Second person", "Lena Okafor");
  await log.getByLabel("What for").fill("The harbour pilot");
  await log.getByRole("button", { name: "Log introduction" }).press("Enter");
  await expect(page.getByText("Logged for all three.")).toBeVisible();
  const logged = page.getByRole("region", { name: "Logged" });
  await expect(logged).toContainText("You introduced Ben Ode and Lena Okafor");
  await expect(second).toHaveValue("");

  for (const [one, other] of [
    [ben, "Lena Okafor"],
    [lena, "Ben Ode"],
  ] as const) {
    await page.goto(`/contacts/${one}`);
    await expect(timeline(page)).toContainText(`with ${other}`);
    await expect(page.getByRole("region", { name: "Between you" })).toContainText("You gave 1, received 0");
  }
  await page.goto("/recommendations/introductions");
  await logged.getByRole("button", { name: "Delete the introduction: Ben Ode, Lena Okafor" }).press("Enter");
  await expect(logged).toContainText("No introduction logged yet");
  await undo(page).press("Enter");
  await expect(logged).toContainText("You introduced Ben Ode and Lena Okafor");
  await page.goto("/recommendations/help");
  await expect(page.getByRole("row", { name: /Ben Ode/ })).toContainText("They owe 1");
  await expect(page.getByRole("row", { name: /Lena Okafor/ })).toContainText("They owe 1");
});

test("who introduced the owner is owed, and how they met says so, until it is undone", async ({ page, owner }) => {
  const [ben = "", lena = ""] = await addContacts(owner, ["Ben Ode", "Lena Okafor"]);
  await page.goto(`/recommendations/introductions?who=${ben}&to=${lena}&direction=RECEIVED`);
  await page.getByRole("button", { name: "Log introduction" }).press("Enter");
  await expect(page.getByRole("region", { name: "Logged" })).toContainText("Ben Ode introduced you to Lena Okafor");
  await undo(page).press("Enter");
  await expect(page.getByText("Taken back for all three.")).toBeVisible();
  await page.goto(`/contacts/${lena}`);
  await expect(page.getByText("Introduced by Ben Ode.")).toHaveCount(0);

  await page.goto(`/recommendations/introductions?who=${ben}&to=${lena}&direction=RECEIVED`);
  await page.getByRole("button", { name: "Log introduction" }).press("Enter");
  await expect(page.getByText("Logged for all three.")).toBeVisible();
  await page.goto(`/contacts/${lena}`);
  await expect(timeline(page)).toContainText("Ben Ode introduced you");
  await expect(page.getByText("Introduced by Ben Ode.").first()).toBeVisible();
  await page.goto(`/contacts/${ben}`);
  await expect(timeline(page)).toContainText("to Lena Okafor");
  await page.goto("/recommendations/help");
  await expect(page.getByRole("row", { name: /Ben Ode/ })).toContainText("You owe 1");
});

test("help with anybody is noted on the page of help, and undone", async ({ page, owner }) => {
  await addContacts(owner, ["Ben Ode"]);
  await page.goto("/recommendations/help");
  await expect(page.getByText("No help noted yet")).toBeVisible();
  const note = page.getByRole("region", { name: "Note help" });
  await note.getByRole("button", { name: "Save" }).press("Enter");
  await expect(note.getByText("Who helped? Please choose one.")).toBeVisible();
  await choose(page, "With whom", "Ben Ode");
  await note.getByLabel("They helped me").press("Space");
  await note.getByLabel("How", { exact: true }).selectOption("Advice");
  await note.getByLabel("What it was").fill("Read the contract");
  await note.getByRole("button", { name: "Save" }).press("Enter");
  await expect(page.getByRole("row", { name: /Ben Ode/ })).toContainText("You owe 1");
  await expect(page.getByRole("region", { name: "Latest" })).toContainText("Read the contract");
  await undo(page).press("Enter");
  await expect(page.getByText("No help noted yet")).toBeVisible();
});

test("without script: asked, refused with what was typed, logged", async ({ browser, owner }) => {
  const [ben = ""] = await addContacts(owner, ["Ben Ode", "Lena Okafor"]);
  await worksAt(owner, "Brightwell", [ben]);
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page, owner);
  await page.goto("/recommendations/introductions");
  await page.getByRole("button", { name: "Look" }).click();
  await expect(page.getByText("Type a company, a tag or a field of expertise.")).toBeVisible();
  await page.getByLabel("Company, tag or field of expertise").fill("brightwell");
  await page.getByRole("button", { name: "Look" }).click();
  await expect(page.getByText("One person for “brightwell”")).toBeVisible();
  await page.getByLabel("First person").fill("Ben Ode");
  await page.getByLabel("Second person").fill("Nobody Known");
  await page.getByRole("button", { name: "Log introduction" }).click();
  await expect(page.getByText("None of your contacts is called Nobody Known.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Add Nobody Known as a contact" })).toBeVisible();
  await expect(page.getByLabel("First person")).toHaveValue("Ben Ode");
  await page.getByLabel("Second person").fill("lena okafor");
  await page.getByRole("button", { name: "Log introduction" }).click();
  await expect(page.getByRole("region", { name: "Logged" })).toContainText("You introduced Ben Ode and Lena Okafor");
  await page.goto("/recommendations/help");
  await page.getByLabel("With whom").fill("Ben Ode");
  await page.getByLabel("I helped").check();
  await page.getByLabel("How", { exact: true }).selectOption("Advice");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("row", { name: /Ben Ode/ })).toContainText("They owe 2");
  await context.close();
});
