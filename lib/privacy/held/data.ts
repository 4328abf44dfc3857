// Everything that is held about one person: counted for a page, and written out for the person themselves.
import "server-only";
import type { Route } from "next";
import { countEventsAbout, listEventsAbout } from "@/lib/audit/data";
import type { OwnerDb } from "@/lib/db";
import { plainNotes } from "@/lib/mentions/text";
import { countImportRows, countImportRowsNaming, listImportRows } from "../import-rows/data";
import type { Held, HeldKind, Named, PersonHeld } from "../schema";
import { findPerson, type Person } from "../who/data";

/** Which kind a source's rows are told as; null: they say nothing that another doesn't. */
export const kindOf: Record<string, HeldKind | null> = {
  contact: "contact",
  contact_point: "points",
  linkedin_alias: "points",
  linkedin_fact: "connections",
  tag: "tags",
  interaction: "interactions",
  mention: "mentions",
  follow_up: "followUps",
  credential_check: "checks",
  assessment: "assessment",
  invitation: "invitations",
  recommendation: "recommendations",
  recommendation_version: "recommendations",
  support_act: "support",
  introduced: "introduced",
  intro_test: "connections",
  removal: "connections",
  queue_choice: "connections",
  cadence: "rhythm",
  touch_put_off: "rhythm",
  touch_due: "rhythm",
  contact_standing: "standing",
  duplicate_pair: "duplicates",
  distinct_pair: "duplicates",
  contact_merge: "merges",
  import_person: "imports",
  import_missing: "imports",
  import_contact: "imports",
  sample_contact: null,
};

/** By kind, with where to look at it. Null where there is no such contact. */
export async function findHeld(db: OwnerDb, id: string): Promise<PersonHeld | null> {
  const person = await findPerson(db, id);
  if (!person) return null;
  const counted = await db.$queryRaw<{ source: string; count: number; shared: number }[]>`
    select source, count(*)::int as count, count(*) filter (where (held->>'others')::int > 0)::int as shared
    from held_about(${person.ids}::uuid[]) group by source`;
  const counts = new Map<HeldKind, number>();
  const add = (kind: HeldKind | null | undefined, count: number) =>
    kind && counts.set(kind, (counts.get(kind) ?? 0) + count);
  for (const { source, count, shared } of counted) {
    add(kindOf[source], count - shared);
    add("shared", shared);
  }
  const imports = await countImportRows(db, person);
  add(
    "imports",
    imports.reduce((sum, { rows }) => sum + rows, 0),
  );
  const { count, named, more } = await findNamed(db, person);
  add("words", count);
  add("events", await countEventsAbout(db, id));
  return {
    id,
    fullName: person.fullName,
    held: [...counts].map(([kind, count]) => ({ kind, count, href: hrefOf(kind, id, imports[0]?.batchId) })),
    named,
    more,
    unclear: person.unclear,
    canKeepOut: person.marks.length > 0,
  };
}

function hrefOf(kind: HeldKind, id: string, batchId: string | undefined): Held["href"] {
  switch (kind) {
    case "checks":
    case "words":
      return null;
    case "assessment":
      return `/contacts/${id}/assessment`;
    case "standing":
      return `/contacts/${id}/strength`;
    case "duplicates":
    case "merges":
      return "/contacts/duplicates";
    case "imports":
      return batchId ? `/data/${batchId}` : "/data";
    case "events":
      return `/settings/history?of=${id}`;
    default:
      return `/contacts/${id}`;
  }
}

type Found = { source: string; found: number; ids: string[] };

/** Where other people's notes and rows name the person in plain words; `more`: in how many more than are named. */
async function findNamed(db: OwnerDb, person: Person): Promise<{ count: number; named: Named[]; more: number }> {
  const { pattern, ids } = person;
  if (!pattern) return { count: 0, named: [], more: 0 };
  const found = await db.$queryRaw<Found[]>`select source, found, ids from find_words(${pattern}, ${ids}::uuid[])`;
  const idsIn = (source: string) => found.find((each) => each.source === source)?.ids ?? [];
  const named = await db.$queryRaw<{ id: string; source: "interaction" | "contact"; name: string | null }[]>`
    select i.id, 'interaction' as source, (
      select string_agg(c.full_name, ', ' order by c.full_name)
      from interaction_contact x join contact c on c.owner_id = x.owner_id and c.id = x.contact_id
      where x.owner_id = i.owner_id and x.interaction_id = i.id and c.id <> all (${ids}::uuid[])) as name
    from interaction i where i.owner_id = ${db.owner}::uuid and i.id = any (${idsIn("interaction")}::uuid[])
    union all
    select c.id, 'contact', c.full_name from contact c
    where c.owner_id = ${db.owner}::uuid and c.id = any (${[...idsIn("contact"), ...idsIn("assessment")]}::uuid[])`;
  const shown = named.flatMap(({ id, source, name }): Named[] =>
    name ? [{ id, source, name, href: (source === "contact" ? `/contacts/${id}` : `/log/${id}`) as Route }] : [],
  );
  const isShown = new Set(shown.map(({ id }) => id));
  const told = ["interaction", "contact", "assessment"].flatMap(idsIn).filter((id) => isShown.has(id)).length;
  const count = found.reduce((sum, each) => sum + each.found, await countImportRowsNaming(db, person));
  return { count, named: shown, more: count - told };
}

/** What the document calls itself, and its version. */
export const personFormat = { format: "vouch-person", version: 1 } as const;

/**
 * All of it as one JSON document that can be given to the person: other people are counted, not named. `somebody` stands
 * for them in notes. Null where there is no such contact.
 */
export async function writeHeld(db: OwnerDb, id: string, somebody: string, now = new Date()): Promise<string | null> {
  const person = await findPerson(db, id);
  if (!person) return null;
  const rows = await db.$queryRaw<{ source: string; held: Record<string, unknown> | string }[]>`
    select source, held from held_about(${person.ids}::uuid[])`;
  const held: Record<string, unknown[]> = {};
  for (const { source, held: row } of rows) {
    held[source] ??= [];
    held[source].push(withoutOthers(row, person, somebody));
  }
  held.import_row = await listImportRows(db, person);
  held.history = await listEventsAbout(db, id);
  const document = { ...personFormat, exported_at: now.toISOString(), name: person.fullName, held };
  // Whose rows they are says nothing about the person, wherever it stands in what a merge remembers.
  return `${JSON.stringify(document, (key, value) => (key === "owner_id" ? undefined : value), 1)}\n`;
}

/** Notes are told as they read, with nobody else's name where a mention stands. */
function withoutOthers(row: Record<string, unknown> | string, { ids }: Person, somebody: string) {
  if (typeof row === "string" || typeof row.notes !== "string") return row;
  return { ...row, notes: plainNotes(row.notes, (id) => (ids.includes(id) ? undefined : { name: somebody })) };
}
