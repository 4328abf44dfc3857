// The mail in the morning, received by a real mail server; and what a browser tells by itself.
import { startMailServer } from "../lib/testing/mail-server";
import { asAdministrator, dayFromToday, expect, expectAccessible, type Owner, test } from "./fixtures";
import { addContact } from "./people";

const addFollowUp = (owner: Owner, contactId: string, title: string) =>
  asAdministrator((client) =>
    client.query("insert into follow_up (owner_id, contact_id, title, due_on) values ($1, $2, $3, $4)", [
      owner.id,
      contactId,
      title,
      dayFromToday(0),
    ]),
  );

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

test("a browser that may notifies of each thing once a day, in one of its tabs, without names unless they are wanted", async ({
  page,
  owner,
  context,
}) => {
  const id = await addContact(owner, "Lena Okafor");
  await addFollowUp(owner, id, "Send the tariff study");
  // Whatever hour it is where the journey runs.
  await asAdministrator((client) =>
    client.query("insert into digest_setting (owner_id, hour) values ($1, 0)", [owner.id]),
  );
  await context.grantPermissions(["notifications"]);
  const told: string[] = [];
  await context.exposeFunction("tell", (title: string, body: string) => told.push(`${title}: ${body}`));
  await context.addInitScript(() => {
    const { tell } = window as unknown as { tell: (title: string, body?: string) => void };
    window.Notification = new Proxy(window.Notification, {
      construct(target, [title, options]: [string, NotificationOptions]) {
        tell(title, options.body);
        return Reflect.construct(target, [title, options]);
      },
    });
  });
  await page.goto("/settings");
  const section = page.getByRole("region", { name: "Notifications in this browser" });
  const status = section.getByRole("status");
  await expect(async () => {
    await section.getByRole("button", { name: "Notify me in this browser" }).click({ timeout: 1_000 });
    await expect(status).toHaveText("This browser notifies you.", { timeout: 2_000 });
  }).toPass();
  await expectAccessible(page);
  await expect.poll(() => told).toEqual(["One thing waits: Follow-ups are due"]);

  await section.getByLabel("With titles and names").check();
  const second = await context.newPage();
  const asked = second.waitForResponse(/\/api\/notices/);
  await second.goto("/");
  await (await asked).finished();
  await addFollowUp(owner, id, "Ask about Oslo");
  await Promise.all([page.reload(), second.reload()]);
  await expect.poll(() => told).toEqual([told[0], "One thing waits: Ask about Oslo · Lena Okafor"]);

  await section.getByRole("button", { name: "Stop" }).click();
  await expect(section.getByRole("button", { name: "Notify me in this browser" })).toBeVisible();
  await addFollowUp(owner, id, "Say thanks");
  await second.reload();
  await expect(second.getByText("Say thanks")).toBeVisible();
  expect(told).toHaveLength(2);
});
