// The cards of invitations to answer. Whatever a page of them needs is asked for once for the whole page, never by card.
import "server-only";
import { allOf } from "@/lib/all-of";
import { linkedInAddress } from "@/lib/contacts/linkedin-address";
import { inTrash } from "@/lib/contacts/trash/condition/data";
import type { OwnerDb } from "@/lib/db";
import { type Rule, rules, type Verdict } from "@/lib/strength/schema";
import { Prisma } from "@/prisma/generated/client";
import { isToAnswer, sentAt } from "../../lists/data";
import { getClashes } from "../clashes/data";
import { getEvidence } from "../evidence/data";
import { isDefaultMessage } from "../message";
import { getMutual } from "../mutual/data";
import type { IncomingBatch, IncomingCard, Signal } from "../schema";
import type { MessageKind } from "../suggest";

const { sql, empty } = Prisma;

/** How many cards come with the page, and at once as one goes on. */
export const firstCards = 8;
export const batchSize = 20;

/** In the order they came in; v is the invitation. */
const cameIn = sql`${sentAt}, v.id`;

/**
 * Cards in the order they came in: the first ones, or those after the one with the id `after`. With `card` that one is among
 * them, if it is open: where it came later than the first ones it leads, and `before` says how many came earlier; one that
 * waits for a reply, and so isn't in line, leads in any case. `isLast`: there are no more after these.
 */
export async function listIncoming(
  db: OwnerDb,
  { after, card }: { after?: string | undefined; card?: string | undefined } = {},
  limit = batchSize,
): Promise<IncomingBatch> {
  const asked = after ?? card;
  const place = asked ? await placeOf(db, asked) : null;
  const earlier = place && card ? await countBefore(db, place.at, card) : 0;
  const before = earlier < limit ? 0 : earlier;
  const from = place && (after || before > 0) ? sql`(${place.at}::timestamptz, ${asked}::uuid)` : null;
  const rows = await db.$queryRaw<{ id: string }[]>`
    select v.id from invitation v
    where v.owner_id = ${db.owner}::uuid and ${isToAnswer}
      ${from ? sql`and (${cameIn}) ${after ? sql`>` : sql`>=`} ${from}` : empty}
      and v.contact_id not in (${inTrash(db)})
    order by ${cameIn} limit ${limit + 1}`;
  const ids = rows.slice(0, limit).map(({ id }) => id);
  if (card && place?.waits) ids.unshift(card);
  return { cards: await cardsOf(db, ids), before, isLast: rows.length <= limit };
}

/** Where in the order an invitation came, and whether it waits for a reply; null where there is none to answer. */
async function placeOf(db: OwnerDb, id: string): Promise<{ at: string; waits: boolean } | null> {
  const [row] = await db.$queryRaw<{ at: string; waits: boolean }[]>`
    select ${sentAt}::text as at, v.status = 'ASKED' and v.reply is null as waits
    from invitation v
    join contact c on c.owner_id = v.owner_id and c.id = v.contact_id and c.deleted_at is null
    where v.owner_id = ${db.owner}::uuid and v.id = ${id}::uuid and v.direction = 'INCOMING'`;
  return row ?? null;
}

async function countBefore(db: OwnerDb, at: string, id: string): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from invitation v
    where v.owner_id = ${db.owner}::uuid and ${isToAnswer} and (${cameIn}) < (${at}::timestamptz, ${id}::uuid)`;
  return row?.count ?? 0;
}

type Row = Record<Rule, boolean> & {
  id: string;
  status: "RECEIVED" | "ASKED";
  at: Date;
  message: string | null;
  question: string | null;
  askedAt: Date | null;
  reply: string | null;
  repliedAt: Date | null;
  contactId: string;
  fullName: string;
  about: string | null;
  howWeMet: string | null;
  notes: string | null;
  slug: string | null;
  verdict: Verdict;
  strength: number;
  blockers: string[];
};

async function readRows(db: OwnerDb, ids: string[]): Promise<Row[]> {
  return db.$queryRaw<Row[]>`
    select v.id, v.status, ${sentAt} as at, nullif(btrim(v.note), '') as message, v.question,
      case when v.status = 'ASKED' then coalesce(v.asked_at, v.updated_at) end as "askedAt", v.reply, v.replied_at as "repliedAt",
      c.id as "contactId", c.full_name as "fullName", c.how_we_met as "howWeMet", c.notes,
      coalesce(c.headline, nullif(concat_ws(', ', c.position, c.company), '')) as about,
      (select a.slug from linkedin_alias a where a.owner_id = c.owner_id and a.contact_id = c.id
       order by a.last_seen desc, a.id limit 1) as slug,
      r.verdict, r.strength, r.blockers, r.knows, r.desires, r.mutual, r.verified, r.vouched, r.warm
    from unnest(${ids}::uuid[]) with ordinality as asked (id, place)
    join invitation v on v.owner_id = ${db.owner}::uuid and v.id = asked.id
    join contact c on c.owner_id = v.owner_id and c.id = v.contact_id and c.deleted_at is null
    join relationship_strength r on r.owner_id = c.owner_id and r.contact_id = c.id
    order by asked.place`;
}

async function cardsOf(db: OwnerDb, ids: string[]): Promise<IncomingCard[]> {
  if (ids.length === 0) return [];
  const rows = await readRows(db, ids);
  const { evidence, clashes, mutual } = await allOf({
    evidence: getEvidence(db, rows),
    clashes: getClashes(db, rows),
    mutual: getMutual(db, rows),
  });
  return rows.map((row) => {
    const { contactId } = row;
    const history = evidence.history(row);
    const same = evidence.sameMessage(row.id);
    const clash = clashes.get(contactId) ?? null;
    const common = mutual(contactId);
    const hasHistory = history.met + history.spoke + history.messagesIn + history.messagesOut > 0;
    const doNotConnect = row.blockers.includes("contact.do_not_connect");
    const concern = evidence.concern(contactId);
    const message = kindOf(row.message, same !== null);
    const signals: Signal[] = [];
    if (doNotConnect) signals.push({ code: "doNotConnect" });
    if (concern) signals.push({ code: "openConcern", ...concern });
    if (clash) signals.push({ code: "nameClash", ...clash });
    if (!hasHistory) signals.push({ code: "noHistory" });
    if (message === "none") signals.push({ code: "noMessage" });
    if (message === "default") signals.push({ code: "defaultMessage" });
    if (message === "same" && same) signals.push({ code: "sameMessage", ...same });
    const facts = {
      verdict: row.verdict,
      doNotConnect,
      openConcern: concern !== null,
      nameClash: clash !== null,
      knows: row.knows,
      warm: row.warm,
      hasHistory,
      introduced: common.introducedBy.some(({ by }) => by !== "message"), // of that there is only their word
      message,
      replied: row.reply !== null,
    };
    return { ...toCard(row), history, mutual: common, signals, facts };
  });
}

function kindOf(message: string | null, isSame: boolean): MessageKind {
  if (!message) return "none";
  if (isDefaultMessage(message)) return "default";
  return isSame ? "same" : "own";
}

function toCard(row: Row): Omit<IncomingCard, "history" | "mutual" | "signals" | "facts"> {
  return {
    id: row.id,
    status: row.status,
    at: row.at.toISOString(),
    message: row.message,
    question: row.question,
    askedAt: row.askedAt?.toISOString() ?? null,
    reply: row.reply,
    repliedAt: row.repliedAt?.toISOString() ?? null,
    contact: {
      id: row.contactId,
      fullName: row.fullName,
      about: row.about,
      address: row.slug ? linkedInAddress(row.slug) : null,
      howWeMet: row.howWeMet?.trim() || null,
      notes: row.notes?.trim().slice(0, 400) || null,
      verdict: row.verdict,
      strength: row.strength,
      unmet: rules.filter((rule) => !row[rule]),
    },
  };
}
