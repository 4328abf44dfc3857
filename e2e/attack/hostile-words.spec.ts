// Whatever people write stays text: on every screen, in every list, palette and link, and out of the server's log.
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { leftBehind } from "../../lib/exports/tables";
import { asAdministrator, atRest, expect, type Owner, openLog, pressUntil, test } from "../fixtures";
import { everyAction } from "./actions";
import { call, stateIn } from "./call";
import { home } from "./send";
import { cookieOf, targetOf } from "./target";

const canary = "quokka7f3a";

/** All at once: whichever place a text is put into as anything but text, one of these does something there. */
const payload = [
  `javascript:alert('${canary}')//`,
  `"><script>alert(1)</script>`,
  "'><img src=x onerror=alert(2)>",
  "</title></textarea></style></script><svg/onload=alert(3)>",
  "<iframe srcdoc='<script>parent.alert(4)</script>'></iframe>",
  "<a href=javascript:alert(5)>here</a><form action=javascript:alert(6)><button>Go</button></form>",
  "--><details open ontoggle=alert(7)><style>@import '//elsewhere.example/x.css';</style>",
  '" autofocus onfocus=alert(8) x="',
  "{{constructor.constructor('alert(9)')()}} #{alert(10)} `-alert(11)-` '-alert(12)-'",
  "<link rel=stylesheet href=//elsewhere.example><base href=//elsewhere.example><meta http-equiv=refresh content='0;url=//elsewhere.example'>",
  "\u2028\u2029\u202e&lt;img src=x onerror=alert(13)&gt;",
].join(" ");

/** What would leave nothing to look at, or nobody to look, or would close the door on whoever is invited meanwhile. */
const takesAway =
  /^(delete|discard|undo|reset|signOut|end|close|erase|trash|bulkTrash|merge|review|remove|setRole|changePassword|updateProfile|addSample|sendDigest|setSignUp)/;

test("what is written as a script is shown as text on every screen, and is in no log", async ({ page, owner }) => {
  test.slow(); // every screen there is
  const dialogs: string[] = [];
  page.on("dialog", (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  const { ids, addresses } = await targetOf(page.request, owner);

  await test.step("sent by every form", async () => {
    const cookie = await cookieOf(owner);
    const failed: string[] = [];
    for (const action of everyAction({ ids, addresses }, { words: `${payload}\0`, everywhere: true })) {
      if (takesAway.test(action.name)) continue;
      const { message = "" } = stateIn(await call(action, { cookie, origin: home })) ?? {};
      if (message.includes("(Reference")) failed.push(`${action.name}: ${message}`);
    }
    expect(failed, "what broke instead of being refused").toEqual([]);
  });

  await fillEveryText(owner);
  let shown = 0;
  const contacts = await asAdministrator((client) =>
    client.query<{ id: string }>("select id from contact where owner_id = $1 and deleted_at is null", [owner.id]),
  );
  const people = contacts.rows.map(({ id }) => `/contacts/${id}`);
  for (const address of [...Object.values(addresses), "/contacts?q=javascript", ...people.slice(0, 3)]) {
    await test.step(address, async () => {
      await page.goto(address);
      await atRest(page);
      if ((await page.content()).includes(canary)) shown += 1;
      expect(await linksElsewhere(page), address).toEqual([]);
    });
  }
  expect(shown, "screens that show it").toBeGreaterThan(15);

  await test.step("found by the palette, and by whom to log", async () => {
    await page.goto("/");
    const palette = page.getByRole("dialog").filter({ has: page.getByRole("combobox") });
    await pressUntil(page, "/", () => expect(palette).toBeVisible({ timeout: 5_000 }));
    await palette.getByRole("combobox").fill("javascript");
    await expect(palette.getByRole("option").filter({ hasText: canary }).first()).toBeVisible();
    await page.goto("/");
    const log = await openLog(page);
    await log.getByRole("combobox", { name: "Who" }).fill("javascript");
    await expect(page.getByRole("option").filter({ hasText: canary }).first()).toBeVisible();
  });

  expect(dialogs).toEqual([]);
  expect(readFileSync(process.env.E2E_SERVER_LOG ?? "", "utf8")).not.toContain(canary);
});

/** Where a link, form or frame leads that is neither Vouch's own nor of a kind that only opens something. */
function linksElsewhere(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const own = /^(https?|mailto|tel|blob):/;
    const leads = [...document.querySelectorAll("[href], [src], [action], [formaction]")].flatMap((element) =>
      ["href", "src", "action", "formaction"].flatMap((name) => element.getAttribute(name) ?? []),
    );
    // React's own, in forms that it sends itself.
    const isReacts = (to: string) =>
      /^javascript:throw new Error\('(A )?React form (was )?unexpectedly submitted\./.test(to);
    return leads.filter(
      (to) => !own.test(new URL(to, location.href).protocol) && !to.startsWith("data:image/") && !isReacts(to),
    );
  });
}

/** Puts the payload into every text of every row that holds facts, past all that forms and files would refuse. */
async function fillEveryText(owner: Owner): Promise<void> {
  await asAdministrator(async (client) => {
    const { rows: columns } = await client.query<{ table: string; column: string; isList: boolean }>(
      `
      select c.oid::regclass::text as "table", quote_ident(a.attname) as "column", a.attndims > 0 as "isList"
      from pg_class c join pg_attribute a on a.attrelid = c.oid and not a.attisdropped
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.atttypid in ('text'::regtype, 'text[]'::regtype)
        and exists (select from pg_attribute o where o.attrelid = c.oid and o.attname = 'owner_id')
        and c.relname <> all ($1)`,
      [leftBehind.derived], // nobody wrote there
    );
    let filled = 0;
    for (const { table, column, isList } of columns) {
      const fill = client.query(
        `update ${table} t set ${column} = ${isList ? "array[$2 || n]" : "$2 || n"}
         from (select ctid as at, row_number() over () as n from ${table} where owner_id = $1) as r
         where t.ctid = r.at and t.owner_id = $1 and t.${column} is not null`,
        [owner.id, payload],
      );
      filled += await fill.then(
        () => 1,
        () => 0, // a column that only takes certain words keeps them
      );
    }
    expect(filled).toBeGreaterThan(40);
  });
}
