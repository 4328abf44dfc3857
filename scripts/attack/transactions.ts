// 10,000 transactions of mixed owners on two connections, two hundred of them cut off midway.
import type { OwnerId } from "@/lib/db";
import { leftOpen, mixTransactions } from "@/lib/testing/mixed-owners";
import { withClient } from "../database/with-client";
import type { Finding, Report, Victim } from "./finding";

const count = 10_000;

export async function transactions({ adminUrl }: Victim): Promise<Report> {
  return withClient(adminUrl, async (client) => {
    const owners: OwnerId[] = [];
    for (let contacts = 1; contacts <= 5; contacts++) {
      const { rows } = await client.query<{ id: OwnerId }>(
        "insert into app_user (email, name, password_hash) values ($1, 'Somebody', 'none') returning id",
        [`mixed-${contacts}@example.test`],
      );
      for (const { id } of rows) {
        owners.push(id);
        await client.query(
          "insert into contact (owner_id, full_name) select $1, 'Contact ' || n from generate_series(1, $2) as n",
          [id, contacts],
        );
      }
    }
    const { whole, cutOff, foreign } = await mixTransactions(owners, count);
    const open = (await client.query(leftOpen)).rowCount ?? 0;
    const found: Finding[] = foreign.map((seen) => ({
      tool: "transactions",
      what: "a foreign row",
      where: JSON.stringify(seen),
    }));
    if (open > 0) found.push({ tool: "transactions", what: "left idle in transaction", where: String(open) });
    return {
      found,
      did: `${whole} whole, ${cutOff} cut off, ${foreign.length} with a foreign row, ${open} left idle in transaction`,
    };
  });
}
