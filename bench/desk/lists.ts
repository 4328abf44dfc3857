// Every list of the LinkedIn desk, as the page asks for it: another one is another line.
import { getIntroPass } from "@/lib/connections/intro-test/data";
import { listConnections } from "@/lib/connections/list/data";
import { getNetwork } from "@/lib/connections/network/data";
import { countRemovals, listRemovals } from "@/lib/connections/removal/data";
import { countReview } from "@/lib/connections/review/data";
import { connectionGroups, connectionQuery, connectionSorts } from "@/lib/connections/schema";
import { dayOf } from "@/lib/dates/format";
import type { OwnerDb } from "@/lib/db";
import { listIntroductions } from "@/lib/introductions/data";
import { findIntroductions } from "@/lib/introductions/find/data";
import { listIncoming } from "@/lib/invitations/incoming/cards/data";
import { countInvitations, listInvitations } from "@/lib/invitations/lists/data";
import { overdueBefore } from "@/lib/invitations/outgoing/data";
import { getWorks } from "@/lib/invitations/outgoing/works/data";
import { getDesk, listDesk } from "@/lib/ready/desk/data";
import { listBoard } from "@/lib/recommendations/board/data";
import { listLedger } from "@/lib/recommendations/ledger/data";
import { countQueue, listQueue, listSetAside } from "@/lib/strength/lanes/queue/data";
import { listSupportActs } from "@/lib/support/data";
import { getHelpLedger } from "@/lib/support/ledger/data";

/** `contactId` is somebody with a history, for what is about one person. */
export type DeskList = { work: string; read: (db: OwnerDb, contactId: string) => Promise<unknown> };

const zone = "Europe/Oslo";
const review = (address: Record<string, string>) => async (db: OwnerDb) => [
  await countReview(db, zone),
  await countRemovals(db),
  await listConnections(db, connectionQuery.parse(address)),
];

export const deskLists: DeskList[] = [
  { work: "select 1: what nothing takes", read: (db) => db.$queryRaw`select 1` },
  { work: "queue, first page", read: (db) => listQueue(db) },
  { work: "queue: card, next, allowances", read: async (db) => getDesk(db, {}, zone, await countQueue(db)) },
  { work: "queue, as a list", read: async (db) => listDesk(db, undefined, zone, await countQueue(db)) },
  { work: "queue, set aside", read: (db) => listSetAside(db) },
  { work: "invitations to answer: a batch of cards", read: (db) => listIncoming(db, {}) },
  { work: "invitations asked", read: (db) => listInvitations(db, "asked", {}) },
  { work: "invitations waiting", read: (db) => listInvitations(db, "waiting", {}) },
  { work: "invitations ended", read: (db) => listInvitations(db, "ended", {}) },
  { work: "what works", read: (db) => getWorks(db, overdueBefore(21)) },
  { work: "invitations, how many", read: countInvitations },
  ...connectionGroups.map((show) => ({ work: `connections: ${show}`, read: review({ show }) })),
  ...connectionSorts.map((sort) => ({ work: `connections lapsed, ${sort}`, read: review({ show: "lapsed", sort }) })),
  { work: "connections, by name", read: review({ sort: "name" }) },
  { work: "connections, searched", read: review({ q: "okafor" }) },
  { work: "the network in one picture", read: (db) => getNetwork(db, dayOf(new Date(), zone), zone) },
  { work: "intro test, next card", read: (db) => getIntroPass(db) },
  { work: "removal list", read: (db) => listRemovals(db, "open") },
  { work: "removal list, done", read: (db) => listRemovals(db, "done") },
  { work: "recommendations, board", read: (db) => listBoard(db, { timeZone: zone, now: new Date() }) },
  { work: "recommendations, ledger", read: (db) => listLedger(db, zone) },
  { work: "help, by person", read: (db) => getHelpLedger(db) },
  { work: "introductions", read: (db) => listIntroductions(db) },
  { work: "who could introduce me", read: (db) => findIntroductions(db, "okafor") },
  { work: "support with one contact", read: (db, contactId) => listSupportActs(db, contactId) },
];
