import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fillDemoOwner } from "@/prisma/seed/demo/fill";
import { seedOwner } from "@/prisma/seed/owner";
import { writeHistory } from "@/prisma/sql/history";
import { randomHistory } from "@/prisma/sql/random-history";
import type { OwnerId } from "../db";
import { tables } from "../exports/tables";
import { exported, restoreTest, restoreText } from "./testing/restore-test";

const { database, rowsOf } = restoreTest();

async function expectRoundTrip(owner: OwnerId) {
  const text = await exported(owner);
  const other = await database.newOwner();
  const { rows } = await restoreText(other, text);
  const [before, after] = [await rowsOf(owner), await rowsOf(other)];
  expect(after).toEqual(before);
  expect(rows).toBe(tables.reduce((sum, { name }) => sum + (before[name]?.length ?? 0), 0));
  // … and out again, to the letter.
  const again = await exported(other);
  expect(again.replace(/"exported_at":.*/, "")).toBe(text.replace(/"exported_at":.*/, ""));
}

describe("what was taken comes back equal, row by row, with its standings", () => {
  test("random histories", { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(randomHistory(Date.now()), async (history) => {
        const owner = await database.newOwner();
        await writeHistory(database.admin, owner, history);
        await expectRoundTrip(owner);
      }),
      { numRuns: 15 },
    );
  });

  test("the sample owner, and a policy, settings and trash of their own", async () => {
    const owner = await database.newOwner();
    await fillDemoOwner(owner, "Europe/Oslo");
    const run = (sql: string) => database.admin.query(sql, [owner]);
    await run("insert into policy (owner_id, half_life_days, warm_at) values ($1, 90, 0.1 + 0.2)");
    await run("insert into desk_setting (owner_id, note_length, withdraw_after_days) values ($1, 300, 14)");
    await run("insert into digest_setting (owner_id, enabled, hour, parts) values ($1, true, 18, '{owed,ready}')");
    await run(
      "insert into tag_cadence (owner_id, tag_id, every, unit) select owner_id, id, 2, 'MONTH' from tag where owner_id = $1 limit 3",
    );
    await run(
      `insert into touch_put_off (owner_id, contact_id, until)
       select owner_id, id, case when random() < 0.5 then now() end from contact where owner_id = $1 limit 9`,
    );
    await run("insert into note_template (owner_id, name, text, place) values ($1, 'Short', 'Hi {first name}', 3)");
    await run(
      "insert into saved_view (owner_id, name, query, sort, columns, is_default) values ($1, 'Acme', 'company:acme', 'strength', 'company:180', true)",
    );
    await run("insert into list_setting (owner_id, density) values ($1, 'COMPACT')");
    await run(
      `insert into queue_choice (owner_id, contact_id, until, reason)
       select owner_id, id, case when random() < 0.5 then now() end, 'Not now' from contact where owner_id = $1 limit 5`,
    );
    await run(
      `update invitation set template = 'Short', sent_verdict = 'READY', sent_rules_met = 6, sent_strength = 67, sent_met = 'VIDEO'
       where owner_id = $1 and direction = 'OUTGOING'`,
    );
    await run("update contact set deleted_at = now() where owner_id = $1 and full_name like 'A%'");
    await run(
      `update contact set notes = E'=1+1\\n\\t"\\\\ \\u2028 😀 שלום' , created_at = '2001-02-03 04:05:06.789012+00' where owner_id = $1`,
    );
    await run(
      `insert into duplicate_pair (owner_id, contact_id, other_id, score, reasons, distinct_at)
       select owner_id, id, lead(id) over (order by id), 55, '{name}', case when random() < 0.5 then now() end
       from contact where owner_id = $1 order by id limit 20`,
    );
    await run(
      "insert into linkedin_fact (owner_id, contact_id, company) select owner_id, id, company from contact where owner_id = $1",
    );
    await run(
      `insert into distinct_pair (owner_id, contact_id, other_id, distinct_at)
       select owner_id, id, lead(id) over (order by id), now() from contact where owner_id = $1 order by id limit 5`,
    );
    await run(
      `insert into contact_merge (owner_id, contact_id, absorbed_ids, absorbed_names, memory, undone_at)
       select owner_id, id, array[uuid_v7(), uuid_v7()], array['Ad', 'A "B", {c}'], '{}', case when n = 1 then now() end
       from (select owner_id, id, row_number() over () as n from contact where owner_id = $1 order by id limit 3) c`,
    );
    await run(
      `insert into intro_test (owner_id, contact_id, answer, before_would_introduce, before_can_say, before_reviewed_at)
       select owner_id, contact_id, 'NO', would_introduce, can_say, reviewed_at from assessment where owner_id = $1`,
    );
    await run(
      "insert into removal (owner_id, contact_id, reason) select owner_id, id, company from contact where owner_id = $1",
    );
    await run("insert into network_day values ($1, '2026-01-31', 20, 7), ($1, '2026-02-28', 21, 0)");
    await run(
      `insert into column_mapping (owner_id, id, columns)
       values ($1, uuid_v7(), '{"vorname#1": "firstName", "ignoriert#1": "ignore"}')`,
    );
    await expectRoundTrip(owner);
  });

  test("introductions and saved texts; and a file from before there were any", async () => {
    const owner = await database.newOwner();
    await database.admin.query(
      `with person as (insert into contact (owner_id, full_name) values ($1, 'Ben'), ($1, 'Lena') returning id),
       two as (select (array_agg(id order by id))[1] as ben, (array_agg(id order by id))[2] as lena from person),
       act as (
         insert into support_act (owner_id, id, contact_id, direction, kind, introduced_contact_id, introduction_id)
         select $1, id, ben, 'RECEIVED', 'INTRODUCTION', lena, id from two, uuid_v7() as id
       ),
       made as (insert into recommendation (owner_id, contact_id, direction, text) select $1, ben, 'GIVEN', 'Two' from two returning id)
       insert into recommendation_version (owner_id, recommendation_id, text) select $1, id, unnest(array['One', 'Two']) from made`,
      [owner],
    );
    await database.admin.query("insert into desk_setting (owner_id, recommendation_gap_days) values ($1, 45)", [owner]);
    await expectRoundTrip(owner);
    const before = JSON.parse(await exported(owner));
    delete before.tables.recommendation_version;
    for (const act of before.tables.support_act) {
      delete act.introduced_contact_id;
      delete act.introduction_id;
    }
    delete before.tables.desk_setting[0].recommendation_gap_days;
    const other = await database.newOwner();
    await restoreText(other, JSON.stringify(before));
    const after = await rowsOf(other);
    expect(after.recommendation_version).toEqual([]);
    expect([after.support_act, after.desk_setting].join()).toMatch(
      /"introduced_contact_id": null.*"recommendation_gap_days": 30/,
    );
  });

  test("a file laid out anew by another program", async () => {
    const owner = await database.newOwner();
    await seedOwner(owner, { contacts: 20, interactions: 60 });
    const text = await exported(owner);
    const before = await rowsOf(owner);
    for (const layout of [JSON.stringify(JSON.parse(text)), JSON.stringify(JSON.parse(text), null, 4)]) {
      const other = await database.newOwner();
      await restoreText(other, layout);
      expect(await rowsOf(other)).toEqual(before);
    }
  });

  test("a file from before there were templates, choices in the queue, and invitations that remember their day", async () => {
    const owner = await database.newOwner();
    await seedOwner(owner, { contacts: 5, interactions: 10 });
    const run = (sql: string) => database.admin.query(sql, [owner]);
    await run("insert into desk_setting (owner_id, note_length) values ($1, 300)");
    await run(
      `insert into invitation (owner_id, contact_id, direction, status, sent_at)
       select owner_id, id, 'OUTGOING', 'SENT', now() from contact where owner_id = $1`,
    );
    const file = JSON.parse(await exported(owner));
    const before = await rowsOf(owner);
    const added = ["withdraw_after_days", "template", "sent_verdict", "sent_rules_met", "sent_strength", "sent_met"];
    for (const row of [...file.tables.desk_setting, ...file.tables.invitation]) {
      for (const column of added) delete row[column];
    }
    delete file.tables.note_template;
    delete file.tables.queue_choice;
    for (const name of ["cadence", "tag_cadence", "touch_put_off", "digest_setting"]) delete file.tables[name];
    const other = await database.newOwner();
    await restoreText(other, JSON.stringify(file));
    expect(await rowsOf(other)).toEqual(before);
  });

  test("an owner with nothing at all", async () => {
    await expectRoundTrip(await database.newOwner());
  });
});
