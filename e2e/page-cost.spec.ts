// What each page asks of the database, as docs/performance.md has it: of an owner with much no more than of one with little.
import { readFileSync } from "node:fs";
import type { APIRequestContext } from "@playwright/test";
import { fillDesk } from "../bench/desk/fill";
import { logged } from "../bench/pages/visits";
import type { OwnerId } from "../lib/db";
import { addressesByRoute } from "./addresses";
import { asAdministrator, expect, type Owner, test } from "./fixtures";
import { lineOf } from "./server-log";

/** `rows`: that came back or were written. */
type Cost = { transactions: number; statements: number; rows: number };

/** The table under "What each page costs". */
function promised(): Record<string, Cost> {
  const text = readFileSync("docs/performance.md", "utf8");
  const lines = text.matchAll(/^\| `(\/[^`]*)` +\| +(\d+) \| +(\d+) \| +(\d+) \|$/gm);
  return Object.fromEntries(
    [...lines].map(([, route = "", transactions, statements, rows]) => [
      route,
      { transactions: Number(transactions), statements: Number(statements), rows: Number(rows) },
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

/** Everything that is asked for, by the name the table has for it. */
function questions(request: APIRequestContext, addresses: Record<string, string>) {
  const origin = process.env.E2E_BASE_URL ?? "";
  const pages = Object.entries(addresses).map(([route, at]) => [route, () => request.get(at)] as const);
  const save = () => {
    const { path, body, headers } = logged([addresses["/contacts/[id]"]?.split("/").at(-1) ?? ""], 0);
    return request.post(path, { multipart: body as FormData, headers: { ...headers, origin } });
  };
  return [
    ...pages,
    ["/api/contacts/rows", () => request.get("/api/contacts/rows?start=0")],
    ["/api/search", () => request.post("/api/search", { data: { q: "lena" }, headers: { origin } })],
    ["/api/imports/[id]", () => request.get(`/api/imports/${addresses["/data/[batchId]"]?.split("/").at(-1)}`)],
    ["/log, the save", save],
  ] as const;
}

/** Asked twice: what is done once a day is done by then. */
async function costsOf(asked: ReturnType<typeof questions>): Promise<Record<string, Cost>> {
  const costs: Record<string, Cost> = {};
  for (const [name, ask] of asked) {
    await ask();
    const answer = await ask();
    expect(answer.status(), name).toBe(200);
    const { transactions, statements, rows } = await lineOf(answer);
    costs[name] = { transactions, statements, rows } as Cost;
  }
  return costs;
}

test("pages ask the database what they are said to at the most, however much there is", async ({ page, owner }) => {
  test.setTimeout(240_000); // every screen of the app, four times
  const asked = questions(page.request, await addressesByRoute(page.request, owner));
  const little = await costsOf(asked);
  await addMuch(owner);
  const much = await costsOf(asked);
  const most = promised();
  expect(Object.keys(much).sort()).toEqual(Object.keys(most).sort());
  const over = [little, much].flatMap((costs) =>
    Object.entries(costs).flatMap(([name, { transactions, statements, rows }]) => {
      const told = most[name] as Cost;
      return transactions > told.transactions || statements > told.statements || rows > told.rows
        ? `${name}: ${transactions} transactions, ${statements} statements, ${rows} rows`
        : [];
    }),
  );
  expect(over, "pages that ask more than docs/performance.md says").toEqual([]);
});
