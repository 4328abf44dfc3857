import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { testDatabase } from "@/lib/testing/database";
import { wordsIn } from "./kept-quiet";

const { admin, adminUrl, newOwner } = testDatabase();
const home = mkdtempSync(join(tmpdir(), "vouch-quiet-test-"));
afterAll(() => rmSync(home, { recursive: true }));

const log = join(home, "server.log");
const line = (facts: object) => `${JSON.stringify({ at: "2026-11-29T03:00:00Z", level: "info", ...facts })}\n`;
const usual = line({ event: "request", request: "0123456789", route: "/contacts/[id]", status: 200, ms: 12 });

test("without a log there is nothing that could be said of it", async () => {
  expect(await wordsIn(join(home, "none.log"), adminUrl)).toContain("no log");
  writeFileSync(log, "\n");
  expect(await wordsIn(log, adminUrl)).toContain("no log");
});

test("whatever an owner wrote is found there, wherever it was written", async () => {
  const owner = await newOwner();
  writeFileSync(log, usual.repeat(3));
  expect(await wordsIn(log, adminUrl)).toBeUndefined();
  const { rows } = await admin.query("insert into contact (owner_id, full_name) values ($1, 'Ada') returning id", [
    owner,
  ]);
  const contact = rows[0].id;
  await admin.query(
    "insert into follow_up (owner_id, contact_id, title, due_on) values ($1, $2, 'Ask about tides', current_date)",
    [owner, contact],
  );
  await admin.query("insert into tag (owner_id, name) values ($1, 'From the harbour')", [owner]);
  await admin.query(
    "insert into assessment (owner_id, contact_id, common_ground) values ($1, $2, array['choir', 'data lineage'])",
    [owner, contact],
  );
  expect(await wordsIn(log, adminUrl)).toBeUndefined();
  for (const words of ["Ask about tides", "From the harbour", "data lineage"]) {
    writeFileSync(log, usual + line({ event: "x", why: `not taken: ${words.toUpperCase()}` }));
    expect(await wordsIn(log, adminUrl)).toContain(words);
  }
});
