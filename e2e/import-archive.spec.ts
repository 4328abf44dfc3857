import { archives } from "../lib/testing/linkedin-archives";
import { connectionsFile } from "../lib/testing/linkedin-files";
import { zip } from "../lib/testing/zip";
import { expect, expectAccessible, test } from "./fixtures";

const label = "Files to bring (.zip, .csv, .vcf, .ics)";
const packed = (name: string, files: Parameters<typeof zip>[0]) => ({
  name,
  mimeType: "application/zip",
  buffer: Buffer.from(zip(files)),
});

for (const [era, files] of Object.entries(archives)) {
  test(`the archive of ${era}: one preview, one import, one undo`, async ({ page }) => {
    const name = `Basic_LinkedInDataExport_${era}.zip`;
    await page.goto("/data");
    await page.getByLabel(label).setInputFiles(packed(name, files));
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
    const connections = page.getByRole("region", { name: "Connections", exact: true });
    await expect(connections.getByRole("row", { name: "New 2", exact: true })).toBeVisible();
    await expect(connections.getByRole("row", { name: /Hidden members.* 1/ })).toBeVisible();
    const invitations = page.getByRole("region", { name: "Invitations", exact: true });
    await expect(invitations.getByRole("row", { name: /Accepted.* 1/ })).toBeVisible();
    await expect(page.getByText("Vouch has no use for one other file: Profile.csv")).toBeVisible();
    await page.getByRole("button", { name: /^Import \d+ rows$/ }).click();
    await expect(page.getByRole("region", { name: "What it brought" })).toBeVisible();

    await page.goto("/invitations");
    await expect(page.getByText("Rita Received").first()).toBeVisible();
    await page.goto("/contacts");
    await expect(page.getByRole("link", { name: "Zoë Quill, PhD" }).first()).toBeVisible();

    await page.goto("/data");
    await page.getByRole("link", { name: `Open: ${name}` }).click();
    await page.getByText("Undo this import…").click();
    await page.getByRole("button", { name: "Yes, undo it" }).click();
    await expect(page.getByText("were removed.", { exact: false })).toBeVisible();
    await page.goto("/contacts");
    await expect(page.getByText("Zoë Quill, PhD")).toBeHidden();
  });
}

const person = (first: string, last: string, slug: string, on = "1 Jan 2020") => ({
  ...{ first, last, on, company: "Ink & Co" },
  url: `https://www.linkedin.com/in/${slug}`,
});

test("a newer archive: who changed, who is missing, who is now called otherwise; the owner decides", async ({
  page,
}) => {
  const bring = async (name: string, connections: Parameters<typeof connectionsFile>[0]) => {
    await page.goto("/data");
    await page.getByLabel(label).setInputFiles(packed(name, { "Connections.csv": connectionsFile(connections) }));
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  };
  await bring("old.zip", [
    person("Ada", "Byron", "ada"),
    person("Bea", "Cole", "bea", "2 Jan 2020"),
    person("Cy", "Dorn", "cy", "3 Jan 2020"),
  ]);
  await page.getByRole("button", { name: "Import 3 rows" }).click();
  await expect(page.getByRole("region", { name: "What it brought" })).toBeVisible();

  await bring("new.zip", [
    { ...person("Ada", "Byron", "ada"), company: "New & Co" },
    person("Bea", "Moss", "bea-moss", "2 Jan 2020"),
    person("Dee", "New", "dee", "1 Feb 2021"),
  ]);
  const changed = page.getByRole("region", { name: "What Connections.csv brings up to date" });
  await expect(changed.getByText("Company: Ink & Co → New & Co")).toBeVisible();
  const missing = page.getByRole("region", { name: "No longer among your connections" });
  await expect(missing.getByText("Perhaps now Bea Moss: decide below.")).toBeVisible();
  await expectAccessible(page);

  const questions = page.getByRole("region", { name: "Is it them?" });
  await questions.getByRole("button", { name: /^It is Bea Cole/ }).click();
  await expect(questions.getByRole("button", { name: /^It is Bea Cole/ })).toHaveAttribute("aria-pressed", "true");
  await expect(missing.getByRole("link", { name: "Bea Cole" })).toBeHidden();
  await missing
    .getByRole("group", { name: "What about Cy Dorn?" })
    .getByRole("button", { name: "No longer connected" })
    .click();
  await expect(missing.getByRole("button", { name: "No longer connected", exact: true })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await page.getByRole("button", { name: "Import 3 rows" }).click();
  await expect(page.getByRole("region", { name: "What it brought" })).toBeVisible();
  await page.goto("/contacts");
  await expect(page.getByRole("link", { name: "Bea Cole" }).first()).toBeVisible();
  await expect(page.getByText("Bea Moss")).toBeHidden();
});

test("an archive made to deceive is refused in a sentence, and nothing of it is kept", async ({ page }) => {
  await page.goto("/data");
  await page.getByLabel(label).setInputFiles(packed("bomb.zip", { "Connections.csv": "0".repeat(30_000_000) }));
  await expect(page.getByRole("alert").filter({ hasText: "200 times larger" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Discard" }).click();
  await expect(page.getByText("Nothing imported yet")).toBeVisible();
});
