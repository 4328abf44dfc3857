// Whether the database holds what the journal tells: everything acknowledged, once, and whole; of what got no answer all
// or nothing; and beside that nothing at all.
import { isDeepStrictEqual } from "node:util";
import type { Client } from "pg";
import { keptAndRebuilt, outdated } from "@/prisma/sql/rebuild";
import type { Deed, Entry } from "./journal";

export type Findings = {
  acknowledged: number;
  unanswered: number;
  /** Of the unanswered. */
  thereAnyway: number;
  lost: string[];
  half: string[];
  twice: string[];
  /** What else isn't as it should be. */
  wrong: string[];
};

/** With nothing on its way. `owner` is the only one there is. */
export async function verify(admin: Client, owner: string, entries: Entry[]): Promise<Findings> {
  const meets = await lookAt(admin, entries, "meet", meetSql);
  const adds = await lookAt(admin, entries, "add", addSql);
  const edits = await lookAtEdits(admin, entries);
  const found = [...meets, ...adds, ...edits];
  const those = (is: (one: Found) => boolean) => found.filter(is).map(({ what }) => what);
  const answered = entries.filter((entry) => entry.answered).length;
  return {
    acknowledged: answered,
    unanswered: entries.length - answered,
    thereAnyway: found.filter((one) => one.there && !one.answered).length,
    lost: those(({ answered, there }) => answered && !there),
    half: those(({ half }) => half),
    twice: those(({ twice }) => twice),
    wrong: [
      ...(await beyond(admin, [...meets, ...adds], entries)),
      ...(await outdated(admin, owner)).map((id) => `the standing of ${id} is not what the facts say`),
      ...(await tallied(admin, owner)),
    ],
  };
}

type Found = { what: string; answered: boolean; there: boolean; half: boolean; twice: boolean };

async function lookAt(admin: Client, entries: Entry[], kind: Deed["kind"], sql: string): Promise<Found[]> {
  const given = entries
    .filter(({ deed }) => deed.kind === kind)
    .map(({ deed, sent, answered }) => ({ ...deed, sent, answered }));
  const { rows } = await admin.query<Found>(sql, [JSON.stringify(given)]);
  return rows;
}

/** With everybody who took part, their follow-ups, the contact made on the fly, and a line in the audit log. */
const meetSql = `
  with deed as (
    select * from jsonb_to_recordset($1::jsonb)
      as d (id uuid, words text, "contactIds" jsonb, "newName" text, "followUp" boolean, sent int, answered boolean)
  ),
  seen as (
    select d.*, i.id is not null as there, i.notes = d.words as worded,
      jsonb_array_length(d."contactIds") + (d."newName" is not null)::int as wanted,
      coalesce(p.count, 0) as people, coalesce(f.count, 0) as promised, coalesce(n.count, 0) as made,
      coalesce(a.count, 0) as noted
    from deed d
    left join interaction i on i.id = d.id
    left join (select interaction_id, count(*) from interaction_contact group by 1) p on p.interaction_id = d.id
    left join (select title, count(*) from follow_up group by 1) f on f.title = d.words
    left join (select full_name, count(*) from contact group by 1) n on n.full_name = d."newName"
    left join (
      select entity_ids[1] as id, count(*) from audit_event where action = 'interactions.log' group by 1
    ) a on a.id = d.id
  )
  select 'meeting ' || id as what, answered, there,
    case when there
      then not worded or people < wanted or promised < wanted * "followUp"::int
        or made < ("newName" is not null)::int or noted = 0
      else people + promised + made + noted > 0 end as half,
    people > wanted or promised > wanted * "followUp"::int or made > 1 or noted > sent as twice
  from seen`;

/** With the e-mail address, the tag, the standing, what is searched, and a line in the audit log. */
const addSql = `
  with deed as (
    select * from jsonb_to_recordset($1::jsonb) as d (id uuid, words text, email text, sent int, answered boolean)
  ),
  seen as (
    select d.*, c.id is not null as there, c.full_name = d.words as worded, coalesce(e.count, 0) as points,
      coalesce(t.count, 0) as tags, s.contact_id is not null as stands, f.contact_id is not null as searched,
      coalesce(n.count, 0) as noted
    from deed d
    left join contact c on c.id = d.id
    left join (select normalised, count(*) from contact_point group by 1) e on e.normalised = d.email
    left join (select contact_id, count(*) from contact_tag group by 1) t on t.contact_id = d.id
    left join contact_standing s on s.contact_id = d.id
    left join contact_search f on f.contact_id = d.id
    left join (
      select entity_ids[1] as id, count(*) from audit_event where action = 'contacts.create' group by 1
    ) n on n.id = d.id
  )
  select 'contact ' || id as what, answered, there,
    case when there then not worded or points = 0 or tags = 0 or not stands or not searched or noted = 0
      else points + tags + noted > 0 end as half,
    points > 1 or tags > 1 or noted > sent as twice
  from seen`;

/** Each contact is edited by one writer, one edit after the other: its text is the last one's that was taken. */
async function lookAtEdits(admin: Client, entries: Entry[]): Promise<Found[]> {
  const { rows } = await admin.query<{ id: string; notes: string; version: number; noted: number }>(`
    select c.id, c.notes, c.version, coalesce(a.count, 0)::int as noted
    from contact c
    left join (
      select entity_ids[1] as id, count(*) from audit_event where action = 'contacts.update' group by 1
    ) a on a.id = c.id`);
  const contacts = new Map(rows.map((row) => [row.id, row]));
  const byContact = new Map<string, Entry[]>();
  for (const entry of entries) {
    if (entry.deed.kind !== "edit") continue;
    byContact.set(entry.deed.contact, [...(byContact.get(entry.deed.contact) ?? []), entry]);
  }
  return [...byContact].flatMap(([contact, edits]) => {
    const stored = contacts.get(contact);
    const shown = edits.findLastIndex(({ deed }) => deed.words === stored?.notes);
    const taken = edits.filter(({ answered }) => answered).length;
    const made = (stored?.version ?? 1) - 1;
    return edits.map(({ answered, deed }, index) => ({
      what: `edit ${deed.id} of ${contact}`,
      answered,
      // Older ones have been written over; how many there were is what the version tells.
      there: index <= shown && (answered || index === shown),
      half: index === Math.max(shown, 0) && made !== stored?.noted,
      twice: index === Math.max(shown, 0) && (made < taken || made > edits.length),
    }));
  });
}

/** Rows that nobody in the journal has made. */
async function beyond(admin: Client, found: Found[], entries: Entry[]): Promise<string[]> {
  const count = async (sql: string) => (await admin.query<{ count: number }>(sql)).rows[0]?.count ?? 0;
  const there = (kind: string) => found.filter((one) => one.there && one.what.startsWith(kind)).length;
  const names = entries.flatMap(({ deed }) => (deed.kind === "meet" && deed.newName ? [deed.newName] : []));
  const { rows } = await admin.query<{ count: number }>(
    "select count(*)::int as count from contact where full_name = any($1)",
    [names],
  );
  const contacts = (await count("select count(*)::int as count from contact")) - (rows[0]?.count ?? 0);
  const meetings = await count("select count(*)::int as count from interaction");
  const alone = await count(
    "select count(*)::int as count from interaction i where not exists (select from interaction_contact p where p.interaction_id = i.id)",
  );
  return [
    ...(contacts === there("contact") ? [] : [`${contacts} contacts, and ${there("contact")} in the journal`]),
    ...(meetings === there("meeting") ? [] : [`${meetings} meetings, and ${there("meeting")} in the journal`]),
    ...(alone === 0 ? [] : [`${alone} meetings with nobody`]),
  ];
}

/** Everything derived made anew and held against what is kept, in a transaction of which nothing stays. */
async function tallied(admin: Client, owner: string): Promise<string[]> {
  await admin.query("begin");
  try {
    const { kept, rebuilt } = await keptAndRebuilt(admin, owner);
    return isDeepStrictEqual(kept, rebuilt) ? [] : ["standings or their counts are not what a rebuild makes"];
  } finally {
    await admin.query("rollback");
  }
}
