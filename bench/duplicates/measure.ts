import { monitorEventLoopDelay } from "node:perf_hooks";
import type { Client } from "pg";
import type { OwnerId } from "@/lib/db";
import { lookForDuplicates } from "@/lib/duplicates/scan/job";
import { likelyFrom } from "@/lib/duplicates/words";
import { stopwatch } from "../stopwatch";
import type { Person } from "./people";

export async function measureDuplicates(admin: Client, people: Person[]) {
  const owner = await addPeople(admin, people);
  await admin.query("analyze");
  const delay = monitorEventLoopDelay({ resolution: 5 });
  const { times, timed } = stopwatch(admin);
  await lookForDuplicates((await addPeople(admin, [])) as OwnerId); // opens the connections
  delay.enable();
  await timed("everybody", () => lookForDuplicates(owner));
  delay.disable();
  const { rows } = await admin.query<{ pair: string; score: number }>(
    "select contact_id || ' ' || other_id as pair, score from duplicate_pair where owner_id = $1",
    [owner],
  );
  await admin.query("update contact set company = 'Another' where owner_id = $1 and id = $2", [owner, people[0]?.id]);
  await timed("one that changed", () => lookForDuplicates(owner));
  return {
    times,
    longestPauseMs: delay.max / 1e6,
    pairs: new Set(rows.map(({ pair }) => pair)),
    likely: new Set(rows.filter(({ score }) => score >= likelyFrom).map(({ pair }) => pair)),
  };
}

async function addPeople(admin: Client, people: Person[]): Promise<OwnerId> {
  const { rows } = await admin.query<{ id: OwnerId }>(
    "insert into app_user (email, name, password_hash) values (gen_random_uuid() || '@example.test', 'Olive Owner', 'none') returning id",
  );
  const owner = rows[0]?.id as OwnerId;
  const facts = [owner, JSON.stringify(people)];
  const given = `jsonb_to_recordset($2::jsonb) as p (id uuid, "fullName" text, company text, email text, phone text, slug text, link text)`;
  await admin.query(
    `insert into contact (owner_id, id, full_name, company) select $1, id, "fullName", company from ${given}`,
    facts,
  );
  for (const [kind, column] of Object.entries({ EMAIL: "email", PHONE: "phone", URL: "link" })) {
    await admin.query(
      `insert into contact_point (owner_id, contact_id, kind, value, normalised) select $1, id, '${kind}', ${column}, lower(${column}) from ${given} where ${column} is not null`,
      facts,
    );
  }
  await admin.query(
    `insert into linkedin_alias (owner_id, contact_id, slug) select $1, id, slug from ${given} where slug is not null`,
    facts,
  );
  return owner;
}
