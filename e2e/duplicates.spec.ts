import type { Page } from "@playwright/test";
import { connectionsFile } from "../lib/testing/linkedin-files";
import { asAdministrator, expect, expectAccessible, type Owner, test } from "./fixtures";
import { addContact } from "./people";

async function addPeople(owner: Owner, people: { name: string; company?: string; email?: string; notes?: string }[]) {
  for (const { name, company, email, notes } of people) {
    const id = await addContact(owner, name);
    await asAdministrator(async (client) => {
      await client.query("update contact set company = $3, notes = $4 where owner_id = $1 and id = $2", [
        owner.id,
        id,
        company,
        notes,
      ]);
      if (email) {
        await client.query(
          "insert into contact_point (owner_id, contact_id, kind, value, normalised) values ($1, $2, 'EMAIL', $3, $3)",
          [owner.id, id, email],
        );
      }
    });
  }
}

/** Opens a list of the review once everybody has been looked at. */
async function openReview(page: Page, list = "") {
  await page.goto(`/contacts/duplicates${list}`);
  await expect(page.getByRole("heading", { level: 2, name: /one person/ })).toBeVisible();
}

const lenas = [
  { name: "Lena Okafor", company: "Brightwell", email: "lena@brightwell.example", notes: "Prefers mornings" },
  { name: "L. Okafor", company: "Nordlys", email: "lena@brightwell.example", notes: "Plays the theremin" },
];

test("two that are one person, by keyboard: chosen field by field, merged, undone, and merged again", async ({
  page,
  owner,
}) => {
  await addPeople(owner, lenas);
  await openReview(page);
  await expect(page.getByText("same family name and initial and same e-mail address", { exact: false })).toBeVisible();
  const company = page.getByRole("radiogroup", { name: "Company" }).getByRole("radio");
  await company.first().focus();
  await page.keyboard.press("ArrowDown");
  await expect(company.nth(1)).toBeChecked();
  await page.keyboard.press("m");
  await expect(page.getByText("No duplicates")).toBeVisible();
  const merged = page.getByRole("link", { name: "L. Okafor → Lena Okafor" });
  await expect(merged).toBeVisible();

  await page.keyboard.press("u");
  await expect(page.getByText("Undone. Everybody is back as they were.")).toBeVisible();
  await expect(page.getByRole("heading", { level: 2, name: /one person/ })).toBeVisible();
  await page.getByRole("button", { name: "One person: merge" }).click();
  await expect(page.getByText("No duplicates")).toBeVisible();
  await page
    .getByRole("link", { name: /→ Lena Okafor/ })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1, name: "Lena Okafor" })).toBeVisible();
  await expect(page.getByText("Prefers mornings")).toBeVisible();
  await expect(page.getByText("Plays the theremin")).toBeVisible();
});

test("different people are never asked about again, unless that is taken back", async ({ page, owner }) => {
  await addPeople(owner, lenas);
  await openReview(page);
  await page.keyboard.press("d");
  await expect(page.getByText("Different people. You won’t be asked again.")).toBeVisible();
  await expect(page.getByText("No duplicates")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Undo that .* are different people$/ })).toBeVisible();
  await page.keyboard.press("u");
  await expect(page.getByRole("heading", { level: 2, name: /one person/ })).toBeVisible();
  await page.getByRole("button", { name: "Different people" }).click();
  await expect(page.getByText("No duplicates")).toBeVisible();
  await page.reload();
  await expect(page.getByText("No duplicates")).toBeVisible();
  await page.getByRole("link", { name: "Decided 1" }).click();
  await expect(page.getByText("Lena Okafor and L. Okafor", { exact: true })).toBeVisible();
});

test("of three, two are merged and the third is asked about next; who only perhaps is one has a list of their own", async ({
  page,
  owner,
}) => {
  await addPeople(owner, [...lenas, { name: "Lena Okafor", email: "lena@brightwell.example" }]);
  await addPeople(owner, [{ name: "Nils Nytt" }, { name: "Nils Nytt" }]);
  await openReview(page);
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectAccessible(page);
  await page.getByRole("checkbox", { name: "L. Okafor: this one too" }).uncheck();
  await page.getByRole("button", { name: "One person: merge" }).click();
  await expect(page.getByRole("link", { name: "Lena Okafor → Lena Okafor" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Different people" }).click();
  await expect(page.getByText("No probable duplicates")).toBeVisible();
  await page.getByRole("link", { name: "Go through those" }).click();
  await expect(page.getByRole("link", { name: "Nils Nytt" })).toHaveCount(2);
});

test("while a new contact is typed, and on its page, whoever it may be is named", async ({ page, owner }) => {
  await addPeople(owner, [{ name: "Robert Smith", company: "Nordlys" }, { name: "Nils Nytt" }, { name: "Nils Nytt" }]);
  await openReview(page, "?show=perhaps"); // so that everybody has been looked at
  await page.goto("/contacts/new");
  await page.getByLabel("Name", { exact: true }).fill("Bob Smith");
  await expect(page.getByText("Is it one of these?")).toBeVisible();
  await expect(page.getByRole("link", { name: "Robert Smith" })).toBeVisible();
  await page.getByRole("button", { name: "Add contact" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Bob Smith" })).toBeVisible();
  await page.getByRole("link", { name: "Compare" }).click();
  await expect(page.getByRole("radio", { name: "Robert Smith" })).toBeVisible();
  await page.getByRole("button", { name: "One person: merge" }).click();
  await expect(page.getByRole("link", { name: /Robert Smith → |Bob Smith → / })).toBeVisible();
});

test("whoever a file brings that is here already is found by itself, without a look at the page", async ({
  page,
  owner,
}) => {
  await addPeople(owner, [{ name: "Lena Okafor", company: "Brightwell" }]);
  const file = connectionsFile([
    { first: "Lena", last: "Okafor", url: "linkedin.com/in/lena-okafor", company: "Brightwell", on: "5 May 2020" },
  ]);
  await page.goto("/data");
  const found = page
    .getByRole("region", { name: "Anybody here twice?" })
    .getByText("1 pair of contacts may be one person");
  await expect(found).toBeHidden();
  await page.getByLabel("Files to bring (.zip, .csv, .vcf, .ics)").setInputFiles({
    ...{ name: "Connections.csv", mimeType: "text/csv", buffer: Buffer.from(file) },
  });
  await page.getByRole("button", { name: "Import 1 row" }).click();
  await expect(page.getByRole("region", { name: "What it brought" })).toBeVisible();

  // This page asks nobody to look; the list of duplicates would.
  await expect(async () => {
    await page.goto("/data");
    await expect(found).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await page.getByRole("link", { name: "Find duplicates" }).click();
  await expect(page.getByRole("heading", { level: 2, name: "Probably one person" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Lena Okafor" })).toHaveCount(2);
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("the same forms", async ({ page, owner }) => {
    await addPeople(owner, lenas);
    await openReview(page);
    await page.getByRole("button", { name: "One person: merge" }).click();
    await expect(page.getByText("No duplicates")).toBeVisible();
    await page.getByRole("button", { name: "Undo the merge into Lena Okafor" }).click();
    await expect(page.getByText("Undone. Everybody is back as they were.")).toBeVisible();
  });
});
