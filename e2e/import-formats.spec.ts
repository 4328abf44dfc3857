import type { Page } from "@playwright/test";
import { csv, preamble } from "../lib/testing/linkedin-files";
import { calendar, cardBytes, cards, event, googleNew } from "../lib/testing/other-files";
import { zip } from "../lib/testing/zip";
import { expect, expectAccessible, test } from "./fixtures";

const file = (name: string, text: string | Uint8Array) => ({
  name,
  mimeType: "application/octet-stream",
  buffer: Buffer.from(text),
});

async function bring(page: Page, ...files: ReturnType<typeof file>[]) {
  await page.goto("/data");
  await page.getByLabel("Files to bring").setInputFiles(files);
  await expect(page.getByRole("heading", { level: 1, name: files.map(({ name }) => name).join(", ") })).toBeVisible();
}

test("an address book, Google's contacts and a calendar: one import, one undo", async ({ page, owner }) => {
  await bring(
    page,
    file("zoe.vcf", cardBytes(cards["2.1 of a phone"] ?? "")),
    file("google.csv", googleNew),
    file(
      "work.ics",
      calendar(
        event("Tea and letters", ":20240105T090000Z", [`:mailto:${owner.email}`, ":mailto:zoe@example.test"]),
        event("Called off", ":20240106T090000Z", [":mailto:zoe@example.test"], "STATUS:CANCELLED"),
      ),
    ),
  );
  const events = page.getByRole("region", { name: "Calendar", exact: true });
  await expect(events.getByRole("row", { name: "New 1", exact: true })).toBeVisible();
  await expect(events.getByRole("row", { name: "Cancelled 1" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: /^Import \d rows$/ }).click();
  await expect(page.getByRole("region", { name: "What it brought" })).toBeVisible();

  await page.goto("/contacts");
  await expect(page.getByRole("link", { name: "נועה לוי 🚀" }).first()).toBeVisible();
  await page.getByRole("link", { name: "Zoë Quill, PhD" }).first().click();
  await expect(page.getByText("Tea and letters").first()).toBeVisible();
  await expect(page.getByText("not confirmed").first()).toBeVisible();

  await page.goto("/data");
  await page.getByRole("link", { name: /^Open: zoe\.vcf/ }).click();
  await page.getByText("Undo this import…").click();
  await page.getByRole("button", { name: "Yes, undo it" }).click();
  await expect(page.getByText(/^\d+ were removed\.$/)).toBeVisible();
  await page.goto("/contacts");
  await expect(page.getByText("Zoë Quill, PhD")).toBeHidden();
});

const sheet = (name: string) =>
  csv([
    ["Wer?", "Erreichbar", "Woher"],
    [name, "+44 020 7946 0018", "Trade fair"],
  ]);

test("a table nobody knows: the owner says what is what, and the next one is read by itself", async ({ page }) => {
  await bring(page, file("sheet.csv", sheet("Zoë Quill")));
  const columns = page.getByRole("region", { name: "What is what in sheet.csv" });
  await expect(columns.getByText("Vouch can’t tell which column holds a name or an e-mail.")).toBeVisible();
  await expect(columns.getByText("Trade fair")).toBeVisible();
  await expectAccessible(page);
  await columns.getByLabel("What is “Wer?”?").selectOption("Full name");
  await columns.getByLabel("What is “Erreichbar”?").selectOption("Phone");
  await columns.getByLabel("What is “Woher”?").selectOption("How you met");
  await columns.getByRole("button", { name: "Read it like this" }).click();
  await expect(columns.getByText("Read as you said")).toBeVisible();
  await expect(page.getByRole("region", { name: "New from sheet.csv" }).getByText("Zoë Quill")).toBeVisible();

  await bring(page, file("next.csv", sheet("Uma Unknown")));
  await expect(page.getByText("Read as you said for tables with these columns.")).toBeVisible();
  await page.getByRole("button", { name: "Import 1 row" }).click();
  await expect(page.getByRole("region", { name: "What it brought" })).toBeVisible();
  await page.goto("/contacts");
  await page.getByRole("link", { name: "Uma Unknown" }).first().click();
  await expect(page.getByText("Trade fair").first()).toBeVisible();
});

test("LinkedIn's archive in a language nobody reads here: its columns are guessed, and people come in connected", async ({
  page,
}) => {
  const connections = csv([
    ["Voornaam", "Achternaam", "URL", "E-mailadres", "Bedrijf", "Functie", "Verbonden op"],
    ["Zoë", "Quill", "https://www.linkedin.com/in/zo%C3%AB-quill", "", "Ink & Co", "Schrijfster", "3 mei 2024"],
    ["", "", "", "", "", "", "4 mei 2024"],
  ]);
  await bring(page, file("archief.zip", zip({ "Connecties.csv": preamble + connections })));
  const columns = page.getByRole("region", { name: "What is what in Connecties.csv" });
  await expect(columns.getByLabel("What is “Voornaam”?")).toHaveValue("firstName");
  await expect(columns.getByLabel("What is “Verbonden op”?")).toHaveValue("connectedOn");
  await expect(page.getByRole("row", { name: /Hidden members.* 1/ })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Import 1 row" }).click();
  await expect(page.getByRole("region", { name: "What it brought" })).toBeVisible();
  await page.goto("/contacts");
  await page.getByRole("link", { name: "Zoë Quill" }).first().click();
  await expect(page.getByText("Connected", { exact: true }).first()).toBeVisible();
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });
  test("the columns can be said too", async ({ page }) => {
    await page.goto("/data");
    await page.getByLabel("Files to bring").setInputFiles(file("sheet.csv", sheet("Zoë Quill")));
    await page.getByRole("button", { name: "Read the files" }).click();
    await page.getByLabel("What is “Wer?”?").selectOption("Full name");
    await page.getByRole("button", { name: "Read it like this" }).click();
    await page.getByRole("button", { name: "Import 1 row" }).click();
    await expect(page.getByRole("region", { name: "What it brought" })).toBeVisible();
  });
});
