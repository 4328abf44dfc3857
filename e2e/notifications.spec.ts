// What a browser tells by itself.
import { asAdministrator, expect, expectAccessible, test } from "./fixtures";
import { addContact, addFollowUp } from "./people";

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
