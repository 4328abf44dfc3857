import { connectionsFile, messagesFile } from "../lib/testing/linkedin-files";
import { expect, expectAccessible, test } from "./fixtures";

const csv = (name: string, text: string) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });

const people = ["Ada Byron", "Bea Cole", "Cy Dorn"];
const connections = connectionsFile([
  ...people.map((name) => ({
    first: name.split(" ")[0] ?? "",
    last: name.split(" ")[1] ?? "",
    url: `https://www.linkedin.com/in/${name.toLowerCase().replace(" ", "-")}`,
    company: "Ink & Co",
    on: "5 May 2020",
  })),
  { on: "6 May 2020" },
  { first: "Dan", last: "Wrong", url: "https://www.linkedin.com/in/dan-wrong", on: "31 Feb 2020" },
]);

test("connections: preview, import, the same again, undo", async ({ page }) => {
  await page.goto("/data");
  await expectAccessible(page);
  await page.getByLabel("Files to bring (.zip, .csv, .vcf, .ics)").setInputFiles(csv("Connections.csv", connections));
  await expect(page.getByRole("heading", { level: 1, name: "Connections.csv" })).toBeVisible();
  await expect(page.getByRole("row", { name: "New 3", exact: true })).toBeVisible();
  await expect(page.getByRole("row", { name: /Hidden members.* 1/ })).toBeVisible();
  await expect(page.getByText("The date can’t be read").first()).toBeVisible();
  await expectAccessible(page);

  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download them as CSV" }).click();
  expect((await download).suggestedFilename()).toBe("rows-to-mend.csv");

  await page.getByRole("button", { name: "Import 3 rows" }).click();
  await expect(page.getByRole("region", { name: "What it brought" })).toBeVisible();
  await expectAccessible(page);

  await page.goto("/data");
  await page.getByLabel("Files to bring (.zip, .csv, .vcf, .ics)").setInputFiles(csv("Again.csv", connections));
  await expect(page.getByText("Everything in it is here already.", { exact: false })).toBeVisible();
  await page.getByRole("button", { name: "Discard" }).click();
  await expect(page).toHaveURL("/data");

  await page.getByRole("link", { name: "Open: Connections.csv" }).click();
  await page.getByText("Undo this import…").click();
  await page.getByRole("button", { name: "Yes, undo it" }).click();
  await expect(page.getByText("3 were removed.")).toBeVisible();
});

test("messages make strengths, two files at once, and the owner can say who they are", async ({ page, owner }) => {
  await page.goto("/data");
  const messages = messagesFile([
    { from: owner.name, to: ["Ada Byron"], subject: "Hello", content: "How are you?" },
    { from: "Ada Byron", to: [owner.name], content: "Fine, and you?" },
    { from: "Stan Stranger", to: [owner.name], content: "Buy" },
  ]);
  await page
    .getByLabel("Files to bring (.zip, .csv, .vcf, .ics)")
    .setInputFiles([csv("Connections.csv", connections), csv("messages.csv", messages)]);
  await expect(page.getByRole("heading", { level: 1, name: "Connections.csv, messages.csv" })).toBeVisible();
  await expect(page.getByRole("combobox", { name: "You are" })).toContainText(owner.name);
  await expect(page.getByRole("row", { name: /never answered.* 1/ })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Import 5 rows" }).click();
  await expect(page.getByRole("region", { name: "What it brought" })).toBeVisible();
});

test("a file that is none says so in a sentence, and can be put away", async ({ page }) => {
  await page.goto("/data");
  await page
    .getByLabel("Files to bring (.zip, .csv, .vcf, .ics)")
    .setInputFiles(csv("Connections.csv", connections.replace("Bea,", '"Bea,')));
  await expect(page.getByRole("alert").filter({ hasText: "line 6" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Discard" }).click();
  await expect(page.getByText("Nothing imported yet")).toBeVisible();
});

test("a picture that calls itself a CSV is refused in a sentence", async ({ page }) => {
  await page.goto("/data");
  const picture = await page.screenshot();
  await page
    .getByLabel("Files to bring (.zip, .csv, .vcf, .ics)")
    .setInputFiles({ name: "Connections.csv", mimeType: "text/csv", buffer: picture });
  await expect(page.getByRole("alert").filter({ hasText: "This is a picture, whatever its name says." })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Import/ })).toBeHidden();
  await page.getByRole("button", { name: "Discard" }).click();
  await expect(page.getByText("Nothing imported yet")).toBeVisible();
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });
  test("the whole way, from the file to what it brought", async ({ page }) => {
    await page.goto("/data");
    await page.getByLabel("Files to bring (.zip, .csv, .vcf, .ics)").setInputFiles(csv("Connections.csv", connections));
    await page.getByRole("button", { name: "Read the files" }).click();
    await page.getByRole("button", { name: "Import 3 rows" }).click();
    // The page looks again by itself, without script too.
    await expect(page.getByRole("region", { name: "What it brought" })).toBeVisible();
  });
});
