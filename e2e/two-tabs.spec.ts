// The same row in two tabs, or on two devices: whoever is second sees both versions, and loses nothing.
import type { Locator, Page } from "@playwright/test";
import { newOperationKey } from "../lib/operation-key";
import { filled, formWith } from "../scripts/drills/forms";
import { asAdministrator, expect, expectAccessible, expectFits, type Owner, test } from "./fixtures";
import { addContact } from "./people";

const changed = (page: Page) => page.getByRole("heading", { name: "This was changed elsewhere" });
const field = (page: Page, name: string) => page.getByRole("group", { name });
const save = (page: Page) => page.getByRole("button", { name: "Save", exact: true }).click();
const saveChosen = (page: Page) => page.getByRole("button", { name: "Save what is chosen" });

async function addAcquaintance(owner: Owner): Promise<string> {
  const id = await addContact(owner, "Lena Okafor");
  await asAdministrator((client) =>
    client.query("update contact set company = 'Acme', notes = 'Met in Oslo.' where owner_id = $1 and id = $2", [
      owner.id,
      id,
    ]),
  );
  return id;
}

/** Once more where the page's script comes in between: what is selected is lost then, and the new text stands beside the old. */
async function rewrite(field: Locator, text: string) {
  await expect(async () => {
    await field.fill(text);
    expect(await field.inputValue()).toBe(text);
  }).toPass();
}

/** What another device saves meanwhile. */
function savedElsewhere(owner: Owner, contact: string, company: string) {
  return asAdministrator((client) =>
    client.query("update contact set company = $3, version = version + 1 where owner_id = $1 and id = $2", [
      owner.id,
      contact,
      company,
    ]),
  );
}

async function addCall(owner: Owner, contact: string): Promise<string> {
  return asAdministrator(async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `with called as (
         insert into interaction (owner_id, kind, occurred_at, notes)
         values ($1, 'CALL', now() - interval '2 days', 'About the pilot.') returning owner_id, id)
       , took_part as (insert into interaction_contact (owner_id, interaction_id, contact_id) select owner_id, id, $2 from called)
       select id from called`,
      [owner.id, contact],
    );
    return rows[0]?.id ?? "";
  });
}

test("a contact edited in two tabs: both versions side by side, chosen by keyboard, a text made of both", async ({
  page,
  owner,
  context,
}) => {
  const id = await addAcquaintance(owner);
  await page.goto(`/contacts/${id}/edit`);
  const other = await context.newPage();
  await other.goto(`/contacts/${id}/edit`);
  await other.getByLabel("Company").fill("Brightwell");
  await other.getByLabel("Place").fill("Bergen");
  await other.getByLabel("Notes", { exact: true }).fill("Met in Oslo.\nMoved to Bergen.");
  await save(other);
  await expect(other).toHaveURL(`/contacts/${id}`);

  await page.getByLabel("Position").fill("Head of Data");
  await page.getByLabel("Company").fill("Bright & Well");
  await page.getByLabel("Notes", { exact: true }).fill("Met in Oslo.\nLikes tea.");
  await save(page);
  await expect(changed(page)).toBeFocused();
  await expect(page.getByText("Choose for each field what to keep")).toBeVisible();
  await expect(field(page, "Name")).toHaveCount(0); // the same in both
  await expect(
    field(page, "Position changed by you here").getByRole("radio", { name: "What you typed" }),
  ).toBeChecked();
  await expect(field(page, "Place changed elsewhere").getByRole("radio", { name: "saved elsewhere" })).toBeChecked();
  const company = field(page, "Company changed here and elsewhere");
  await expect(company).toContainText("Before: Acme");
  const both = field(page, "Notes").getByRole("textbox", { name: "Notes: both in one" });
  await expect(both).toHaveValue("Met in Oslo.\nMoved to Bergen.\nLikes tea.");
  await page.setViewportSize({ width: 390, height: 844 });
  await expectFits(page);
  await expectAccessible(page);

  await company.getByRole("radio", { name: "What you typed here Bright & Well" }).focus();
  await page.keyboard.press("ArrowDown");
  await expect(company.getByRole("radio", { name: "What was saved elsewhere Brightwell" })).toBeChecked();
  await both.press("ControlOrMeta+End");
  await both.pressSequentially(" Green tea.");
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(page).toHaveURL(`/contacts/${id}`);
  for (const text of ["Brightwell", "Head of Data", "Bergen"]) await expect(page.getByRole("main")).toContainText(text);
  await page.goto(`/contacts/${id}/edit`);
  await expect(page.getByLabel("Notes", { exact: true })).toHaveValue(
    "Met in Oslo.\nMoved to Bergen.\nLikes tea. Green tea.",
  );
});

test("what fits together is one press, and what is refused after it comes back with everything", async ({
  page,
  owner,
}) => {
  const id = await addAcquaintance(owner);
  await asAdministrator((client) =>
    client.query(
      `with nils as (insert into contact (owner_id, full_name) values ($1, 'Nils Nytt') returning owner_id, id)
       insert into linkedin_alias (owner_id, contact_id, slug) select owner_id, id, 'nils-nytt' from nils`,
      [owner.id],
    ),
  );
  await page.goto(`/contacts/${id}/edit`);
  await savedElsewhere(owner, id, "Brightwell");
  await page.getByLabel("Position").fill("Head of Data");
  await page.getByLabel("LinkedIn", { exact: true }).fill("linkedin.com/in/nils-nytt");
  await save(page);
  await expect(page.getByText("Your changes and those fit together")).toBeVisible();
  await saveChosen(page).click();
  await expect(page.getByText("Nils Nytt already has this address.")).toBeVisible();
  await expect(page.getByLabel("Company")).toHaveValue("Brightwell");
  await expect(page.getByLabel("Position")).toHaveValue("Head of Data");

  await savedElsewhere(owner, id, "Brightwell & Sons"); // and once more
  await page.getByLabel("LinkedIn", { exact: true }).fill("linkedin.com/in/lena");
  await save(page);
  await expect(field(page, "Company changed elsewhere")).toContainText("Brightwell & Sons");
  await page.getByRole("button", { name: "Drop mine, keep the newer version" }).click();
  await expect(page.getByText("The newer version is kept.")).toBeVisible();
  await expect(page.getByLabel("Company")).toHaveValue("Brightwell & Sons");
  await expect(page.getByLabel("Position")).toHaveValue("");
});

/** On the page that is open: all of it is shown anew. */
async function logMeeting(page: Page) {
  await page.keyboard.press("l");
  const log = page.getByRole("dialog", { name: "Log a meeting" });
  await expect(log.getByRole("button", { name: "Remove Lena Okafor" })).toBeVisible(); // whose page it is
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(page.getByText("Logged.")).toBeVisible();
}

function reachedElsewhere(owner: Owner, contact: string, email: string, place: string) {
  return asAdministrator((client) =>
    client.query(
      `with reached as (
         insert into contact_point (owner_id, contact_id, kind, value, normalised) values ($1, $2, 'EMAIL', $3, $3))
       update contact set connection_status = 'INVITED', location = $4, version = version + 1 where owner_id = $1 and id = $2`,
      [owner.id, contact, email, place],
    ),
  );
}

test("a page shown anew under an open form: untouched, the form is the newer version; begun, it asks", async ({
  page,
  owner,
}) => {
  const id = await addAcquaintance(owner);
  const emails = page.getByRole("group", { name: "E-mail" }).getByRole("textbox");
  await page.goto(`/contacts/${id}/edit`);
  await reachedElsewhere(owner, id, "lena@brightwell.example", "Bergen");
  await logMeeting(page);
  await expect(page.getByLabel("Place")).toHaveValue("Bergen"); // shown anew
  await page.getByLabel("Position").fill("Head of Data");
  await save(page);
  await expect(page).toHaveURL(`/contacts/${id}`);
  await page.goto(`/contacts/${id}/edit`);
  await expect(page.getByLabel("Position")).toHaveValue("Head of Data");
  await expect(page.getByLabel("Connection", { exact: true })).toHaveValue("INVITED");
  await expect(emails).toHaveValue("lena@brightwell.example");

  await page.getByLabel("Position").fill("Chief of Data");
  await page.getByLabel("Position").blur();
  await reachedElsewhere(owner, id, "lena@home.example", "Oslo");
  await logMeeting(page);
  await expect(page.getByLabel("Place")).toHaveValue("Oslo"); // shown anew
  await save(page);
  await expect(field(page, "E-mail changed elsewhere")).toContainText("lena@home.example");
  await saveChosen(page).click();
  await expect(page).toHaveURL(`/contacts/${id}`);
  for (const text of ["Chief of Data", "lena@brightwell.example", "lena@home.example"])
    await expect(page.getByRole("main")).toContainText(text);
});

test("notes of a call written in two tabs become one text; deleted meanwhile, they stay to be taken along", async ({
  page,
  owner,
  context,
}) => {
  const call = await addCall(owner, await addAcquaintance(owner));
  await page.goto(`/log/${call}`);
  const other = await context.newPage();
  await other.goto(`/log/${call}`);
  await rewrite(other.getByLabel("Notes"), "About the pilot.\nShe leads it now.");
  await save(other);
  await expect(other.getByRole("region", { name: "Timeline" })).toContainText("She leads it now.");
  await rewrite(page.getByLabel("Notes"), "About the pilot.\nNext call in June.");
  await page.getByRole("radio", { name: "Deep" }).check();
  await save(page);
  await expect(changed(page)).toBeFocused();
  await other.goto(`/log/${call}`);
  await saveChosen(page).click();
  const timeline = page.getByRole("region", { name: "Timeline" });
  await expect(timeline).toContainText("About the pilot. She leads it now. Next call in June.");

  await asAdministrator((client) =>
    client.query("delete from interaction where owner_id = $1 and id = $2", [owner.id, call]),
  );
  await rewrite(other.getByLabel("Notes"), "What I would hate to lose.");
  await save(other);
  await expect(other.getByRole("alert").filter({ hasText: "deleted while you were writing" })).toBeVisible();
  await expect(other.getByRole("button", { name: "Copy what I typed" })).toBeVisible();
  await expect(other.getByLabel("Notes")).toHaveValue("What I would hate to lose.");
});

test("a contact in the trash says where it is, and takes what was typed once it is back", async ({
  page,
  owner,
  context,
}) => {
  const id = await addAcquaintance(owner);
  await page.goto(`/contacts/${id}/edit`);
  await asAdministrator((client) =>
    client.query("update contact set deleted_at = now(), version = version + 1 where owner_id = $1 and id = $2", [
      owner.id,
      id,
    ]),
  );
  await page.getByLabel("How we met").fill("At the harbour, in the rain.");
  await save(page);
  await expect(page.getByText("Lena Okafor is in the trash.")).toBeVisible();
  const opened = context.waitForEvent("page");
  await page.getByRole("link", { name: "Lena Okafor" }).click();
  const trashed = await opened;
  await trashed.getByRole("button", { name: "Restore" }).click();
  await expect(trashed.getByRole("button", { name: "Trash" })).toBeVisible();
  await save(page); // nothing of it was changed meanwhile, so nothing is asked
  await expect(page).toHaveURL(`/contacts/${id}`);
  await expect(page.getByRole("main")).toContainText("At the harbour, in the rain.");
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("the form comes back with both versions, and saves what is chosen", async ({ page, owner }) => {
    const id = await addAcquaintance(owner);
    await page.goto(`/contacts/${id}/edit`);
    await savedElsewhere(owner, id, "Brightwell");
    await page.getByLabel("Company").fill("Bright & Well");
    await page.getByLabel("Notes", { exact: true }).fill("Met in Oslo.\nLikes tea.");
    await save(page);
    await expect(changed(page)).toBeVisible();
    await savedElsewhere(owner, id, "Brightwell & Sons"); // and once more
    await saveChosen(page).click();
    await expect(field(page, "Company")).toContainText("Brightwell & Sons");
    await field(page, "Company").getByRole("radio", { name: "What was saved elsewhere" }).check();
    await saveChosen(page).click();
    await expect(page).toHaveURL(`/contacts/${id}`);
    await expect(page.getByRole("main")).toContainText("Brightwell & Sons");
    await expect(page.getByRole("main")).toContainText("Likes tea.");
  });
});

test("a form that reaches the server 20 times at once makes one contact", async ({ page, owner, baseURL }) => {
  const fields = formWith(await (await page.request.get("/contacts/new")).text(), "key") ?? [];
  const form = new FormData();
  for (const [name, value] of filled(fields, { fullName: "Lena Okafor", key: newOperationKey() }))
    form.append(name, value);
  const send = () =>
    page.request.post("/contacts/new", { multipart: form, headers: { origin: baseURL ?? "" }, maxRedirects: 0 });
  const answers = await Promise.all(Array.from({ length: 20 }, send));
  const { rows } = await asAdministrator((client) =>
    client.query<{ id: string }>("select id from contact where owner_id = $1", [owner.id]),
  );
  expect(rows).toHaveLength(1);
  const told = answers.map((answer) => [answer.status(), new URL(answer.headers().location ?? "", baseURL).pathname]);
  expect(told).toEqual(Array(20).fill([303, `/contacts/${rows[0]?.id}`]));
});
