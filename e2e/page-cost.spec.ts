// What each page asks of the database, as docs/performance.md has it: of an owner with much no more than of one with little.
import { readFileSync } from "node:fs";
import type { APIRequestContext } from "@playwright/test";
import { fillDesk } from "../bench/desk/fill";
import type { OwnerId } from "../lib/db";
import { addressesByRoute } from "./addresses";
import { asAdministrator, expect, type Owner, test } from "./fixtures";
import { lineOf } from "./server-log";

type Cost = { transactions: number; statements: number };

/** The table under "What each page costs". */
function promised(): Record<string, Cost> {
  const text = readFileSync("docs/performance.md", "utf8");
  const rows = text.matchAll(/^\| `(\/[^`]*)` +\| +(\d+) \| +(\d+) \|$/gm);
  return Object.fromEntries(
    [...rows].map(([, route = "", transactions, statements]) => [
      route,
      { transactions: Number(transactions), statements: Number(statements) },
    ]),
  );
}

/** People and their meetings by the hundred, and a desk full of them. */
async function addMuch({ id }: Owner) {
  await asAdministrator(async (client) => {
    await client.query(
      "insert into contact (owner_id, full_name, company) select $1, 'Person ' || n, 'Firm ' || n % 7 from generate_series(1, 400) n",
      [id],
    );
    await client.query(
      `with made as (
         insert into interaction (owner_id, id, kind, direction, occurred_at, notes)
         select $1, uuid_v7(), 'IN_PERSON', 'JOINT', now() - n * interval '2 hours', 'Lunch' from generate_series(1, 2000) n returning id
       ), numbered as (select id, row_number() over () as n from made)
       insert into interaction_contact (owner_id, interaction_id, contact_id)
       select $1, numbered.id, person.id from numbered
       join (select id, row_number() over (order by id) as n from contact where owner_id = $1) person on person.n = 1 + numbered.n % 300`,
      [id],
    );
    await fillDesk(client, id as OwnerId, 100);
  });
}

/** Asked twice: what is done once a day is done by then. */
async function costsOf(request: APIRequestContext, addresses: Record<string, string>): Promise<Record<string, Cost>> {
  const costs: Record<string, Cost> = {};
  for (const [route, address] of Object.entries(addresses)) {
    await request.get(address);
    const { transactions, statements } = await lineOf(await request.get(address));
    costs[route] = { transactions, statements } as Cost;
  }
  return costs;
}

test("pages ask the database no more than they are said to, however much there is", async ({ page, owner }) => {
  test.setTimeout(240_000); // every screen of the app, twice
  const addresses = await addressesByRoute(page.request, owner);
  const little = await costsOf(page.request, addresses);
  await addMuch(owner);
  const much = await costsOf(page.request, addresses);
  console.log(JSON.stringify({ little, much }));
  expect(much).toEqual(promised());
});
