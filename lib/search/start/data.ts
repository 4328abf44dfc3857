// What the palette shows before anything is typed: what is due, who is fading, whom the owner was in touch with last.
import "server-only";
import { allOf } from "@/lib/all-of";
import { dayOf } from "@/lib/dates/format";
import type { OwnerDb } from "@/lib/db";
import { getDueFollowUps } from "@/lib/follow-ups/data";
import { countInvitations } from "@/lib/invitations/lists/data";
import { listFading } from "@/lib/strength/lanes/data";
import { countQueue } from "@/lib/strength/lanes/queue/data";
import { peopleById } from "../people/data";
import type { FoundPerson, Start } from "../schema";

const most = 3;

/** The first few of each; nobody twice. */
export async function getStart(db: OwnerDb, timeZone: string): Promise<Start> {
  const { due, fading, latest, queue, invitations } = await allOf({
    due: getDueFollowUps(db, dayOf(new Date(), timeZone), most).then(({ items }) => items),
    fading: listFading(db, most),
    latest: latelyMet(db, 3 * most),
    queue: countQueue(db),
    invitations: countInvitations(db),
  });
  const ids = [...due.map(({ contactId }) => contactId), ...fading.map(({ contactId }) => contactId)];
  const recent = latest.filter((id) => !ids.includes(id)).slice(0, most);
  const people = await peopleById(db, [...new Set([...ids, ...recent])]);
  const person = (id: string): FoundPerson[] => people.filter((one) => one.id === id);
  return {
    followUps: due.flatMap(({ id, title, dueOn, contactId }) =>
      person(contactId).map((who) => ({ id, title, dueOn, person: who })),
    ),
    fading: fading.flatMap(({ contactId, until }) => person(contactId).map((who) => ({ ...who, until }))),
    recent: recent.flatMap(person),
    ready: queue.ready,
    toAnswer: invitations.toAnswer,
  };
}

async function latelyMet(db: OwnerDb, limit: number): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    select contact_id as id from contact_standing
    where owner_id = ${db.owner}::uuid and last_interaction_at is not null
    order by last_interaction_at desc nulls last, contact_id limit ${limit}::int`;
  return rows.map(({ id }) => id);
}
