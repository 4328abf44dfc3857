// Just after an import the statistics still take an owner for a few rows. Whatever the list is filtered by, each contact is
// looked up by its key then, too: not in an index of an owner's rows, all of which would be walked for each.
import { beforeAll, expect, test } from "vitest";
import type { OwnerDb, OwnerId } from "@/lib/db";
import { testDatabase } from "@/lib/testing/database";
import { readingOf } from "@/lib/testing/reading";
import { countContacts, listContacts, listContactsAt } from "./data";
import { isFiltered, sorts } from "./query";
import { contactQuery } from "./schema";

const database = testDatabase({ prepared: "on" });
const { admin } = database;
const contacts = 3000;
const tables = ["contact", "contact_search", "contact_standing"];
let owner: OwnerId;

beforeAll(async () => {
  for (const table of tables) await admin.query(`alter table ${table} set (autovacuum_enabled = off)`);
  await admin.query(
    `with owner as (
       insert into app_user (email, name, password_hash) select n || '@few.example', 'Owner', 'none' from generate_series(1, 400) n
       returning id)
     insert into contact (owner_id, full_name) select id, 'Ben' from owner, generate_series(1, 3)`,
  );
  await admin.query("vacuum analyze");
  owner = await database.newOwner();
  await admin.query(
    `insert into contact (owner_id, full_name, company, connection_status, connected_on)
     select $1, chr(97 + n % 26) || md5(n::text), 'Company ' || n % 90, (array['CONNECTED', 'NONE'])[1 + n % 2]::connection_status,
       case when n % 2 = 0 then date '2026-01-01' + n % 200 end
     from generate_series(1, ${contacts}) n`,
    [owner],
  );
}, 60_000);

test.each(["", "status:connected", "verdict:building", "verdict:connected company:7", "missing:warm"])(
  "a page, a jump and a count of “%s” read each contact a few times at the most",
  async (q) => {
    for (const sort of sorts) {
      const query = contactQuery.parse({ q, sort });
      const read = async (db: OwnerDb) => {
        await listContacts(db, query);
        await listContactsAt(db, query, 500);
        await countContacts(db, query);
      };
      const { rows } = await readingOf(owner, tables, read, { keepsPlans: !isFiltered(query) }); // as the list is read
      expect({ sort, rows, isFew: rows < contacts * 8 }).toEqual({ sort, rows, isFew: true });
    }
  },
);
