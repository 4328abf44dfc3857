// A page of the review walks along an index until it is full, by a plan for everybody: whatever the order, the group and the
// page, it looks at hardly more people than it shows.
import { beforeAll, expect, test } from "vitest";
import { asOwner, type OwnerId } from "@/lib/db";
import { testDatabase } from "@/lib/testing/database";
import { readingOf } from "@/lib/testing/reading";
import { connectionQuery, connectionSorts } from "../schema";
import { listConnections } from "./data";

const database = testDatabase({ prepared: "on" });
const { admin } = database;
const tables = ["contact", "contact_search", "contact_standing"];
let owner: OwnerId;

beforeAll(async () => {
  owner = await database.newOwner();
  const others = await Promise.all(Array.from({ length: 20 }, () => database.newOwner()));
  for (const [id, people] of [[owner, 4000] as const, ...others.map((id) => [id, 20] as const)]) {
    await admin.query(
      `insert into contact (owner_id, full_name, connection_status, connected_on)
       select $1, chr(97 + n % 26) || md5(n::text), 'CONNECTED', case when n % 50 > 0 then date '2024-01-01' + n % 600 end
       from generate_series(1, $2::int) n`,
      [id, people],
    );
    await admin.query(
      `insert into assessment (owner_id, contact_id, wants_to_deepen, i_believe, they_believe, synergy, would_introduce,
         common_ground, goal, can_say)
       select owner_id, id, 'YES', 'YES', 'YES', 'YES', 'YES', '{Tides,Chess}', 'A talk', 'On time'
       from contact where owner_id = $1 and hashtext(id::text) % 2 = 0`,
      [id],
    );
  }
  await admin.query("vacuum analyze");
}, 60_000);

test.each(connectionSorts)("sorted by %s", async (sort) => {
  for (const show of ["all", "vouched", "thin", "untested"] as const) {
    const query = connectionQuery.parse({ show, sort });
    const { next } = await asOwner(owner, (db) => listConnections(db, query));
    expect(next).not.toBeNull();
    for (const after of [undefined, next ?? undefined]) {
      const { rows } = await readingOf(owner, tables, (db) => listConnections(db, { ...query, after }), {
        keepsPlans: true,
      });
      // Who is shown, each a few times; where a group is asked for, those passed over, and whether it is few.
      expect({ show, after, rows, isFew: rows < (show === "all" ? 250 : 1500) }).toMatchObject({ isFew: true });
    }
  }
});
