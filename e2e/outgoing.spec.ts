// What the owner sent: how they stood then, how long it waits, withdrawing, the first step after a yes, and what works.
import type { Page } from "@playwright/test";
import { asAdministrator, expect, expectAccessible, type Owner, test } from "./fixtures";
import { addContact, addContacts, addReadyContact } from "./people";

const row = (page: Page, name: string) => page.getByRole("article", { name, exact: true });
const toasts = (page: Page) => page.getByRole("region", { name: "Notifications" });

/** Sent so many days ago, as Vouch remembers it; `from` as an archive brings it. */
async function addSent(owner: Owner, name: string, daysAgo: number, isFromArchive = false) {
  const contact = await addContact(owner, name);
  await asAdministrator(async (client) => {
    await client.query("update contact set connection_status = 'INVITED' where owner_id = $1 and id = $2", [
      owner.id,
      contact,
    ]);
    await client.query(
      `insert into invitation (owner_id, contact_id, direction, status, note, sent_at, sent_verdict, sent_rules_met, sent_strength)
       values ($1, $2, 'OUTGOING', 'SENT', 'Hi', now() - make_interval(days => $3), $4, $5, $5)`,
      [owner.id, contact, daysAgo, isFromArchive ? null : "BUILDING", isFromArchive ? null : 2],
    );
  });
}

test("an invitation says how they stood when it was sent, from which template, and for how long it has waited", async ({
  page,
  owner,
}) => {
  await addReadyContact(owner, "Lena Okafor");
  await addSent(owner, "Arne Archive", 200, true);
  await page.goto("/ready");
  await page.getByRole("button", { name: "Mark sent" }).click();
  await expect(page.getByText("Nobody is ready yet")).toBeVisible();
  await page.goto("/invitations?show=waiting");
  await expect(row(page, "Lena Okafor")).toContainText("waiting since today");
  await expect(row(page, "Lena Okafor")).toContainText(
    /When you sent it: Ready, all six rules, strength \d+, you had met · from “After a meeting”/,
  );
  await expect(row(page, "Arne Archive")).toContainText("pending, ignored and withdrawn can’t be told apart there");
  await expectAccessible(page);
});

test("after too long a wait: the steps, withdrawn, the day they can be invited again, and back", async ({
  page,
  owner,
}) => {
  await addSent(owner, "Nils Nytt", 30);
  await addSent(owner, "Ida Later", 10);
  await page.goto("/invitations?show=waiting");
  await expect(page.getByText("One invitation has waited longer than 21 days.", { exact: false })).toBeVisible();
  await page.getByRole("link", { name: "See whom to withdraw from" }).click();
  await expect(page.getByRole("article")).toHaveCount(1);
  const nils = row(page, "Nils Nytt");
  await expect(nils).toContainText("Waiting for 30 days. To withdraw: open your sent invitations on LinkedIn");
  await expect(nils.getByRole("link", { name: "Sent invitations on LinkedIn" })).toHaveAttribute(
    "href",
    "https://www.linkedin.com/mynetwork/invitation-manager/sent/",
  );
  await nils.getByRole("button", { name: "Withdrawn" }).click();
  await expect(page.getByText("Nothing to withdraw")).toBeVisible();
  await page.getByRole("link", { name: "Ended" }).click();
  await expect(nils).toContainText("can be invited again on");
  await toasts(page).getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Nothing has ended yet")).toBeVisible();

  await page.goto("/settings");
  await page.getByLabel("Days until you withdraw").fill("60");
  await page.getByRole("button", { name: "Save limits" }).click();
  await expect(page.getByText("Limits saved.")).toBeVisible();
  await page.goto("/invitations?show=overdue");
  await expect(page.getByText("Nothing to withdraw")).toBeVisible();
});

test("whoever accepts is asked for a first step: planned in one click, and taken back", async ({ page, owner }) => {
  const lena = await addReadyContact(owner, "Lena Okafor");
  await page.goto("/ready");
  await page.getByRole("button", { name: "Mark sent" }).click();
  await expect(page.getByText("Nobody is ready yet")).toBeVisible();
  await page.goto("/invitations?show=waiting");
  await page.getByRole("button", { name: "Accepted" }).click();
  const panel = page.getByRole("region", { name: "They accepted: take the first step" });
  await expect(panel).toContainText("Take up with Lena: Compare notes on lineage");
  await expectAccessible(page);
  await panel.getByRole("button", { name: /^Plan it for .*: Lena Okafor$/ }).click();
  await expect(panel).toHaveCount(0);
  await toasts(page)
    .getByRole("article", { name: /Planned/ })
    .getByRole("button", { name: "Undo" })
    .click();
  await panel.getByRole("button", { name: /^Plan it for/ }).click();
  await expect(panel).toHaveCount(0);
  await page.goto(`/contacts/${lena}`);
  await expect(page.getByText("Take up with Lena: Compare notes on lineage").first()).toBeVisible();
});

test("what works is said once there are twenty to learn from", async ({ page, owner }) => {
  const names = Array.from({ length: 20 }, (_, n) => `Contact ${n}`);
  const ids = await addContacts(owner, names);
  const add = (from: number, to: number) =>
    asAdministrator((client) =>
      client.query(
        `insert into invitation (owner_id, contact_id, direction, status, note, sent_at, answered_at, template, sent_verdict,
           sent_rules_met, sent_strength, sent_met)
         select $1, id, 'OUTGOING', case when n <= 9 then 'ACCEPTED' else 'IGNORED' end::invitation_status, 'Hi', now(), now(),
           case when n <= 12 then 'After a meeting' end, 'READY', case when n <= 12 then 6 else 3 end, 40,
           case when n <= 12 then 'IN_PERSON' end::interaction_kind
         from unnest($2::uuid[]) with ordinality as i (id, n) where n between $3 and $4`,
        [owner.id, ids, from, to],
      ),
    );
  await add(1, 18);
  await page.goto("/invitations?show=works");
  await expect(page.getByText("2 more invitations have to be answered", { exact: false })).toBeVisible();
  await add(19, 20);
  await page.reload();
  await expect(page.getByRole("heading", { name: "9 of 20 accepted, 45%." })).toBeVisible();
  const table = (name: string) => page.getByRole("table", { name });
  await expect(table("By what the note started from").getByRole("row", { name: /After a meeting/ })).toContainText(
    "9 of 1275%",
  );
  await expect(table("By how many rules held when you sent it").getByRole("row", { name: /3 of six/ })).toContainText(
    "0 of 8",
  );
  await expect(table("By how you had met").getByRole("row", { name: /In person/ })).toContainText("9 of 12");
  await expectAccessible(page);
});
