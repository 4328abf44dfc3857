// The mail in the morning, received by a real mail server.
import { startMailServer } from "../lib/testing/mail-server";
import { expect, expectAccessible, test } from "./fixtures";
import { addContact, addFollowUp } from "./people";

test("the digest is chosen in the settings and arrives; a mail server that is gone is told in a sentence", async ({
  page,
  owner,
}) => {
  const id = await addContact(owner, "Jürgen Groß");
  await addFollowUp(owner, id, "Send the tariff study");
  await page.goto("/settings");
  const section = page.getByRole("region", { name: "Daily digest by e-mail" });
  await expect(section).toContainText(owner.email);
  for (const part of await section.getByRole("group", { name: "What it tells" }).getByRole("checkbox").all()) {
    await part.uncheck();
  }
  await section.getByLabel("Send me the digest").check();
  await section.getByLabel("At", { exact: true }).selectOption("06:00");
  await section.getByText("Monday to Friday").click();
  await section.getByRole("button", { name: "Save digest" }).click();
  await expect(section.getByText("Choose at least one thing it should tell.")).toBeVisible();
  await expect(section.getByLabel("Send me the digest")).toBeChecked();
  await section.getByLabel("Follow-ups due").check();
  await section.getByRole("button", { name: "Save digest" }).click();
  await expect(page.getByText("Saved. The digest comes at that hour of your day.")).toBeVisible();
  await expect(section).toContainText(/The next one comes on .*06:00/);
  await expectAccessible(page);

  await section.getByRole("button", { name: "Send me one now" }).click();
  await expect(section.getByRole("alert")).toHaveText("The mail server doesn’t answer.");
  const mails = await startMailServer({}, Number(new URL(process.env.E2E_SMTP_URL ?? "").port));
  try {
    await section.getByRole("button", { name: "Send me one now" }).click();
    await expect(page.getByText(`Sent to ${owner.email}.`)).toBeVisible();
    await expect(section).toContainText("Last sent on");
    await expect(section.getByRole("alert")).toHaveCount(0);
    expect(mails.received).toHaveLength(1);
    const [mail] = mails.received;
    expect(mail?.to).toEqual([owner.email]);
    expect(mail?.text).toContain("- Send the tariff study · Jürgen Groß: due ");
    const address = /<a href="([^"]+\/contacts\/[^"]+)"/.exec(mail?.html ?? "")?.[1] ?? "";
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1, name: "Jürgen Groß" })).toBeVisible();
  } finally {
    await mails.stop();
  }
});
